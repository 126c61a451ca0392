package import Kernel

/// A number, choice or small table in the parameters of a rule, as an editor asks for it.
package struct RuleField: Sendable {
    /// What it is.
    package indirect enum Kind: Sendable {
        /// A number in units of 10^-`decimals`, kept so in JSON, within a range.
        case number(decimals: Int, in: ClosedRange<Int>)
        /// One of a few codes; kept as a number where `asNumber`.
        case choice([EditField.Choice], asNumber: Bool)
        /// A day, kept in the ISO form.
        case day
        /// A sign or code as it is written.
        case sign
        /// Lines of a small table: an array of objects.
        case lines([RuleField])
        /// Lines of a sign and a value: an object by sign.
        case pairs(key: RuleField, value: RuleField)
    }

    /// The name in the JSON object.
    package let name: String
    /// The question.
    package let label: Text
    /// What helps to answer it: the unit, what is counted.
    package let hint: Text?
    /// What it is.
    package let kind: Kind
    /// Whether it may be absent.
    package let isOptional: Bool

    /// A part of a rule's parameters.
    package init(_ name: String, _ label: Text, _ kind: Kind, hint: Text? = nil, isOptional: Bool = false) {
        self.name = name
        self.label = label
        self.hint = hint
        self.kind = kind
        self.isOptional = isOptional
    }
}

extension RuleField.Kind {
    /// A whole number.
    static func whole(_ range: ClosedRange<Int>) -> RuleField.Kind { .number(decimals: 0, in: range) }

    /// A whole number of per cent.
    static let percent = RuleField.Kind.whole(0...100)

    /// Yes or no, kept as 1 or 0.
    static let yesNo = RuleField.Kind.choice(
        [
            EditField.Choice("0", Text(lv: "nē", en: "no")),
            EditField.Choice("1", Text(lv: "jā", en: "yes")),
        ],
        asNumber: true
    )
}

extension RuleField {
    /// The questions of the field for the answers given: a table has one line for each that is filled in, and two
    /// more.
    func questions(_ texts: EditTexts) -> [EditField] {
        switch kind {
        case .number(let decimals, _): [question(name, .number(decimals: decimals))]
        case .choice(let choices, _): [question(name, .choice(choices))]
        case .day: [question(name, .day)]
        case .sign: [question(name, .line)]
        case .lines(let columns): lines(columns, texts)
        case .pairs(let key, let value): lines([key, value], texts)
        }
    }

    private func lines(_ columns: [RuleField], _ texts: EditTexts) -> [EditField] {
        let filled = RuleField.lines(of: name, texts)
        return (1...(filled + 2)).flatMap { line -> [EditField] in
            let heading = Text(lv: "\(label.lv), \(line). rinda", en: "\(label.en), line \(line)")
            return columns.flatMap { column in
                column.questions(texts).map { question in
                    var question = question
                    question.name = "\(name)-\(line)-\(question.name)"
                    question.group = heading
                    question.isOptional = question.isOptional || line > filled
                    return question
                }
            }
        }
    }

    /// The highest line of a table that has an answer.
    static func lines(of name: String, _ texts: EditTexts) -> Int {
        texts.compactMap { answer -> Int? in
            guard answer.key.hasPrefix("\(name)-"), !answer.value.trimmed.isEmpty else { return nil }
            return answer.key.dropFirst(name.count + 1).split(separator: "-").first.flatMap { Int($0) }
        }
        .filter { (1...RuleField.most).contains($0) }
        .max() ?? 0
    }

    /// The most lines of a table.
    static let most = 40

    private func question(_ name: String, _ kind: EditField.Kind) -> EditField {
        EditField(name, label, kind, hint: hint, isOptional: isOptional)
    }
}
