internal import Kernel
internal import Registry

extension FieldReader {
    /// One value of a short list.
    mutating func code<Code: PlanCode>(_ name: String, _ value: inout Code) {
        let code = choice(name, Code.allCases.map(\.code))
        if let read = Code.read(code) { value = read }
    }

    /// A number in hundredths; nil where it is left empty.
    mutating func hundredths(_ name: String, optional: Bool = true) -> Int? {
        number(name, decimals: 2, in: 0...100_000_000_000, optional: optional)
    }

    /// A number of a part that no other row of the same sort has.
    mutating func partNumber(_ value: inout String, among others: [String]) {
        let number = PlanNumber.clean(words("number"))
        if others.contains(number) {
            fail("number", Text(lv: "Šāds numurs jau ir.", en: "There is such a number already."))
        }
        value = number
    }

    /// Years: one by one, or the first and the last.
    mutating func years(_ name: String) -> [Int] {
        let text = words(name, optional: true)
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.allSatisfy(PlanYear.range.contains), text.isEmpty == numbers.isEmpty else {
            fail(
                name,
                Text(
                    lv: "Rakstiet gadus: 2024, 2025 vai 2024–2028.",
                    en: "Write years: 2024, 2025 or 2024–2028."
                )
            )
            return []
        }
        let isSpan = numbers.count == 2 && text.contains { "–-—".contains($0) } && numbers[0] <= numbers[1]
        return isSpan ? Array(numbers[0]...numbers[1]) : Array(Set(numbers)).sorted()
    }
}

extension EditField {
    /// A choice of a short list.
    static func code<Code: PlanCode>(
        _ name: String,
        _ label: Text,
        _ type: Code.Type,
        hint: Text? = nil
    ) -> EditField {
        EditField(name, label, .choice(Code.allCases.map { Choice($0.code, $0.words) }), hint: hint)
    }

    /// Words that may be left empty.
    static func line(_ name: String, _ label: Text, hint: Text? = nil) -> EditField {
        EditField(name, label, .line, hint: hint, isOptional: true)
    }

    /// A sentence or two that may be left empty.
    static func area(_ name: String, _ label: Text, hint: Text? = nil) -> EditField {
        EditField(name, label, .area, hint: hint, isOptional: true)
    }

    /// A day that may be left empty.
    static func day(_ name: String, _ label: Text) -> EditField {
        EditField(name, label, .day, isOptional: true)
    }

    static let number = EditField("number", PlanWords.number, .line)
    static let names = Text(
        lv: "Vairākas institūcijas atdaliet ar semikolu.",
        en: "Put a semicolon between several bodies."
    )
}

extension EditTexts {
    /// A number in hundredths as answers keep it; empty where it is not known.
    static func hundredths(_ number: Int?) -> String {
        number.map { $0 % 100 == 0 ? String($0 / 100) : EditTexts.number($0, decimals: 2) } ?? ""
    }
}
