import Kernel
import Tabular

/// How the text of files is read, where a person said so.
struct TextReading: Sendable {
    /// What becomes of letters that went through a wrong encoding.
    enum Letters: String, CaseIterable {
        /// They are read as they were meant.
        case mended
        /// They are read as they stand.
        case kept
    }

    /// The encoding of text files; nil where it is to be found out.
    private(set) var encoding: TextEncoding?
    /// What becomes of spoiled letters; nil where nobody has said.
    private(set) var letters: Letters?

    /// What a request says; refuses words that mean nothing.
    init(_ request: ImportRequest) throws(Refusal) {
        if let name = request.encoding {
            guard let encoding = TextEncoding(named: name) else { throw Refusal.encoding(name) }
            self.encoding = encoding
        }
        if let word = request.letters {
            guard let letters = Letters(rawValue: word) else { throw Refusal.letters(word) }
            self.letters = letters
        }
    }
}

extension Refusal {
    fileprivate static func encoding(_ name: String) -> Refusal {
        let known = TextEncoding.allCases.map(\.label).joined(separator: ", ")
        return Refusal(
            .usage,
            Text(lv: "Kodējums „\(name)” nav zināms.", en: "There is no encoding “\(name)”."),
            advice: Text(lv: "Zināmie kodējumi: \(known).", en: "Known are: \(known).")
        )
    }

    fileprivate static func letters(_ word: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "Burtus nevar lasīt kā „\(word)”.", en: "Letters cannot be read as “\(word)”."),
            advice: Text(
                lv: "Rakstiet „mended” (izlabot) vai „kept” (atstāt, kā ir).",
                en: "Write “mended” or “kept”."
            )
        )
    }
}
