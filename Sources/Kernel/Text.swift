/// A language that people read Sekme in.
public enum Language: String, CaseIterable, Sendable, Codable {
    /// Latvian, the default.
    case lv
    /// English.
    case en
}

/// Words for people, in every language of the house.
///
/// Both languages are arguments of the only initialiser, so a text that lacks one does not compile: there is
/// no catalogue of keys that could fall behind.
public struct Text: Hashable, Sendable {
    /// The Latvian words.
    public let lv: String
    /// The English words.
    public let en: String

    /// Words in both languages.
    public init(lv: String, en: String) {
        self.lv = lv
        self.en = en
    }

    /// The same words in both languages: a name, a code, a number that was formatted before.
    public init(same words: String) {
        self.init(lv: words, en: words)
    }

    /// The words in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .lv: lv
        case .en: en
        }
    }

    /// Two texts, one after the other.
    public static func + (left: Text, right: Text) -> Text {
        Text(lv: left.lv + right.lv, en: left.en + right.en)
    }
}

/// The forms of a noun beside a number.
///
/// Latvian takes the singular after every number that ends in 1 but not in 11 (CLDR plural rules for `lv`;
/// its `zero` form is the same word as `other` in all nouns used here).
public struct Noun: Hashable, Sendable {
    let lvOne: String
    let lvOther: String
    let enOne: String
    let enOther: String

    /// A noun by its singular and plural in both languages, in the nominative.
    public init(lv one: String, _ other: String, en enOne: String, _ enOther: String) {
        lvOne = one
        lvOther = other
        self.enOne = enOne
        self.enOther = enOther
    }

    /// The form that goes with a number, without the number.
    public func form(_ count: Int) -> Text {
        let last = count.magnitude % 10
        let lastTwo = count.magnitude % 100
        return Text(
            lv: last == 1 && lastTwo != 11 ? lvOne : lvOther,
            en: count.magnitude == 1 ? enOne : enOther
        )
    }

    /// The number, grouped by the language's rule, and the form that goes with it: "1 204 ieraksti".
    public func counted(_ count: Int) -> Text {
        let form = form(count)
        return Text(
            lv: "\(Format(.lv).integer(count))\u{a0}\(form.lv)",
            en: "\(Format(.en).integer(count))\u{a0}\(form.en)"
        )
    }
}
