package import Kernel

/// Answers of an editor that cannot be kept: what is wrong with each.
package struct FieldErrors: Error, Hashable, Sendable {
    /// What is wrong and what to do, by the name of the question.
    package private(set) var byField: [String: Text] = [:]

    /// Whether all is well.
    package var isEmpty: Bool { byField.isEmpty }

    /// No errors.
    package init() {}

    /// One error.
    package init(_ field: String, _ words: Text) {
        byField[field] = words
    }

    /// Notes an error; the first of a question counts.
    package mutating func add(_ field: String, _ words: Text) {
        if byField[field] == nil { byField[field] = words }
    }

    /// Notes what was found elsewhere in the same answers, so that one round tells all; the first of a question counts.
    package mutating func add(_ others: FieldErrors) {
        byField.merge(others.byField) { first, _ in first }
    }

    /// Throws what was noted.
    package func check() throws(FieldErrors) {
        if !isEmpty { throw self }
    }

    /// Refuses answers to questions that are not asked.
    static func checkNames(_ answers: EditTexts, among fields: [EditField]) throws(FieldErrors) {
        let known = Set(fields.map(\.name))
        var errors = FieldErrors()
        for name in answers.keys where !known.contains(name) {
            let list = fields.map(\.name).joined(separator: ", ")
            errors.add(
                name,
                Text(
                    lv: "Šādas vērtības nav; ir: \(list).",
                    en: "There is no such value; there are: \(list)."
                )
            )
        }
        try errors.check()
    }

    /// The errors as a refusal, for commands.
    package var refusal: Refusal {
        let lines = byField.sorted { $0.key < $1.key }
        return Refusal(
            .invalid,
            Text(
                lv: lines.map { "\($0.key): \($0.value.lv)" }.joined(separator: "\n"),
                en: lines.map { "\($0.key): \($0.value.en)" }.joined(separator: "\n")
            ),
            advice: Text(
                lv: "Labojiet nosauktās vērtības; nekas nav mainīts.",
                en: "Mend the values named; nothing was changed."
            )
        )
    }
}

extension Text {
    /// What is said of a question without an answer.
    package static let missingAnswer = Text(lv: "Aizpildiet šo lauku.", en: "Fill in this field.")

    /// What is said of a question of which none of the answers offered was chosen.
    package static let missingChoice = Text(
        lv: "Izvēlieties vienu no piedāvātajām iespējām.",
        en: "Choose one of the options."
    )

    /// What is said of a list of boxes of which none was ticked.
    package static let missingChoices = Text(lv: "Izvēlieties vismaz vienu.", en: "Choose at least one.")
}
