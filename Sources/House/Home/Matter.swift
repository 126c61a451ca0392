import Kernel
import Pages

/// One line of home: a number, what it is, more of it, and the way on.
struct Matter: Sendable {
    let number: Text
    let words: Text
    var more: Text?
    var way: (words: Text, address: Address)?
    /// Whether it cannot wait.
    var isLate = false

    /// A count with its noun's form.
    init(_ count: Int, _ noun: Noun) {
        number = Text(lv: Format(.lv).integer(count), en: Format(.en).integer(count))
        words = noun.form(count)
    }

    /// A number that was written before.
    init(_ number: Text, _ words: Text) {
        self.number = number
        self.words = words
    }

    /// A count with its noun's form and the way on; nil where nothing is counted.
    static func counted(
        _ count: Int,
        _ noun: Noun,
        _ way: Text,
        _ address: Address,
        isLate: Bool = false
    ) -> Matter? {
        guard count > 0 else { return nil }
        var matter = Matter(count, noun)
        matter.way = (way, address)
        matter.isLate = isLate
        return matter
    }

    func item(_ language: Language) -> TodoList.Item {
        TodoList.Item(
            number[language],
            words[language],
            more: more?[language],
            link: way.map { Link($0.words[language], $0.address) },
            isLate: isLate
        )
    }

    /// Lines under a heading; nothing where there are none.
    static func html(_ matters: [Matter], _ heading: Text, _ language: Language) -> HTML? {
        guard !matters.isEmpty else { return nil }
        return Section(heading[language], TodoList(matters.map { $0.item(language) }).html).html
    }
}
