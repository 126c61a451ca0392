package import Kernel

/// A question that an editor of a register asks: what a page makes a control of, and a command a `name=value`.
package struct EditField: Sendable {
    /// What is answered.
    package enum Kind: Sendable {
        /// A few words or a code.
        case line
        /// A sentence or two.
        case area
        /// A number with so many decimals.
        case number(decimals: Int)
        /// A day.
        case day
        /// One of a few, by code.
        case choice([Choice])
        /// Yes or no: `1` or `0`.
        case flag
    }

    /// An answer to choose.
    package struct Choice: Sendable {
        /// The code that is kept.
        package let code: String
        /// What people read.
        package let words: Text

        /// An answer by its code and words.
        package init(_ code: String, _ words: Text) {
            self.code = code
            self.words = words
        }
    }

    /// The name, unique among the questions of a row.
    package var name: String
    /// The question.
    package var label: Text
    /// What helps to answer it.
    package var hint: Text?
    /// What is answered.
    package var kind: Kind
    /// Whether it may be left empty.
    package var isOptional: Bool
    /// The heading of the questions that it belongs with.
    package var group: Text?

    /// A question.
    package init(
        _ name: String,
        _ label: Text,
        _ kind: Kind,
        hint: Text? = nil,
        isOptional: Bool = false,
        group: Text? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.kind = kind
        self.isOptional = isOptional
        self.group = group
    }

    /// An answer in its kept form as people of a language write it.
    package func shown(_ text: String, _ language: Language) -> String {
        switch kind {
        case .line, .area: text
        case .number: language == .lv ? text.replacing(".", with: ",") : text
        case .day: (try? Parse.day(text)).map { Format(language).day($0) } ?? text
        case .choice(let choices): choices.first { $0.code == text }?.words[language] ?? text
        case .flag: text == "1" ? Text(lv: "jā", en: "yes")[language] : Text(lv: "nē", en: "no")[language]
        }
    }
}

/// The answers to questions by name, in the form in which they are kept: ISO days, a decimal point.
package typealias EditTexts = [String: String]
