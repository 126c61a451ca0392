package import Kernel
package import Pages

/// The choice of a class on a short form about one of its pupils; nothing where there is no choice.
package struct ClassBar {
    private let classes: [(id: Int, name: String)]
    private let chosen: Int?
    private let action: Address
    private let language: Language

    /// A bar of classes that leads to an address with the class chosen.
    package init(
        _ classes: [(id: Int, name: String)],
        chosen: Int?,
        action: Address,
        _ language: Language
    ) {
        self.classes = classes
        self.chosen = chosen
        self.action = action
        self.language = language
    }

    /// The bar.
    package var html: HTML? {
        guard classes.count > 1 else { return nil }
        let none = Option("", Text(lv: "Izvēlieties klasi", en: "Choose a class")[language])
        let options = (chosen == nil ? [none] : []) + classes.map { Option(String($0.id), $0.name) }
        let choice = FilterBar.Choice(
            "class",
            Text(lv: "Klase", en: "Class")[language],
            options,
            chosen: chosen.map { String($0) } ?? ""
        )
        return FilterBar(language, action: action, choices: [choice]).html
    }
}
