import Kernel
import Storage

/// What was typed into a search: folded words, each the beginning of a word that is looked for.
struct SearchWords: Sendable {
    /// The words, folded; at most five.
    let words: [String]
    /// The digits of a number that was typed alone.
    let digits: String
    /// The personal code that was typed, if it is one.
    let personalCode: PersonalCode?

    init(_ text: String) {
        words = Array(LatvianKey.search(text).split(separator: " ").prefix(5)).map(String.init)
        let typed = text.filter { !$0.isWhitespace && $0 != "-" }
        digits = typed.allSatisfy { $0.isASCII && $0.isNumber } ? typed : ""
        // Eleven digits only: a shorter number may be that of an institution.
        personalCode = digits.count == 11 ? try? PersonalCode(text) : nil
    }

    /// Whether there is enough to look for: two letters or digits.
    var isEnough: Bool { words.reduce(0) { $0 + $1.count } >= 2 }

    /// Whether every word begins a word of a folded name, each another one.
    func match(_ key: String) -> Bool {
        var rest = key.split(separator: " ")
        for word in words.sorted(by: { $0.count > $1.count }) {
            guard let hit = rest.firstIndex(where: { $0.hasPrefix(word) }) else { return false }
            rest.remove(at: hit)
        }
        return true
    }

    /// Whether the words are found in a text of either language.
    func match(anyOf text: Text) -> Bool {
        match(LatvianKey.search(text.lv)) || match(LatvianKey.search(text.en))
    }

    /// The condition that one of the first four words of a folded name begins with a word; each is a range that an
    /// index of ``NameIndexes`` answers.
    static func begins(anyWordOf column: SQL, _ word: String, _ each: (SQL) -> SQL) -> SQL {
        SQL.joined(NameIndexes.tails(of: column).map { each(begins($0, word)) }, by: " UNION ")
    }

    /// The condition that a folded text begins with a word: a range, so that an index answers it.
    static func begins(_ column: SQL, _ word: String) -> SQL {
        // No letter comes after the last code point; both engines compare bytes.
        "\(column) >= \(word) AND \(column) < \(word + "\u{10FFFF}")"
    }
}
