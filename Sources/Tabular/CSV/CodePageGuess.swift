/// Tells the one-byte code pages apart by which letters the high bytes of a file would make.
struct CodePageGuess {
    /// How often each byte stands in the file.
    let counts: [Int]

    /// Windows-1257 unless the bytes make more sense otherwise; where both Baltic tables agree it is the same.
    var encoding: TextEncoding {
        let baltic = reading(.windows1257)
        let western = score(CodePageGuess.western, .windows1252)
        if let rare = rare(baltic, western) { return rare }
        if western > baltic.score { return .windows1252 }
        let typographic = (0x80...0x9F).reduce(0) { $0 + counts[$1] }
        let isoQuotes = [0xA1, 0xA5, 0xB4, 0xFF].reduce(0) { $0 + counts[$1] }
        return isoQuotes > 0 && typographic == 0 ? .iso8859_13 : .windows1257
    }

    /// What the high bytes would be in an encoding, if the text is Latvian.
    private struct Reading {
        var score = 0
        var latvian = 0
        var all = 0
        var letters: Set<Unicode.Scalar> = []
    }

    /// A code page that hardly anybody uses any more, only where Windows-1257 makes nonsense of the file: nearly all
    /// of it are Latvian letters, and more than one of them.
    private func rare(_ baltic: Reading, _ western: Int) -> TextEncoding? {
        guard baltic.latvian * 10 < baltic.all * 6 || baltic.all == 0 else { return nil }
        let isUnread = ![TextEncoding.windows1257, .windows1252].contains { hasLetters($0) }
        var best: (score: Int, encoding: TextEncoding)?
        for encoding in [TextEncoding.macCentralEurope, .dos775, .iso8859_4] {
            let reading = reading(encoding)
            guard reading.latvian > 0, reading.latvian * 100 >= reading.all * 85,
                reading.letters.count > 1 || isUnread,
                reading.score > max(baltic.score, western, best?.score ?? 0)
            else { continue }
            best = (reading.score, encoding)
        }
        return best?.encoding
    }

    private func reading(_ encoding: TextEncoding) -> Reading {
        var reading = Reading()
        for (offset, character) in (encoding.upperHalf ?? []).enumerated() {
            let count = counts[0x80 + offset]
            guard count > 0 else { continue }
            let weight = character.flatMap { CodePageGuess.latvian[$0] }
            if let character, let weight {
                reading.latvian += count
                reading.score += count * weight
                reading.letters.insert(character)
            }
            let isSign = character.map { CodePageGuess.signs.contains($0) } ?? false
            if !isSign { reading.all += count }
        }
        return reading
    }

    private func hasLetters(_ encoding: TextEncoding) -> Bool {
        (encoding.upperHalf ?? []).enumerated().contains { offset, scalar in
            counts[0x80 + offset] > 0 && scalar?.properties.isAlphabetic == true
        }
    }

    private func score(_ letters: [Unicode.Scalar: Int], _ encoding: TextEncoding) -> Int {
        guard let table = encoding.upperHalf else { return 0 }
        return table.enumerated().reduce(0) { sum, entry in
            sum + counts[0x80 + entry.offset] * (entry.element.flatMap { letters[$0] } ?? 0)
        }
    }

    /// Whether all letters of a text are such as people here write.
    static func isUsual(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII || latvian[scalar] != nil || western[scalar] != nil || signs.contains(scalar)
        }
    }

    /// Signs that stand in texts of all languages and tell nothing.
    private static let signs: Set<Unicode.Scalar> = [
        "\u{a0}", "„", "”", "“", "‘", "’", "‚", "–", "—", "«", "»", "…", "§", "°", "€",
    ]

    /// Latvian letters with marks and roughly how often each stands in a thousand letters of Latvian text.
    static let latvian: [Unicode.Scalar: Int] = [
        "ā": 38, "ī": 18, "ē": 16, "š": 10, "ņ": 6, "ļ": 5, "ū": 4, "ž": 3, "ķ": 2, "ģ": 2, "č": 2,
        "Ā": 3, "Ī": 1, "Ē": 2, "Š": 3, "Ņ": 1, "Ļ": 1, "Ū": 1, "Ž": 2, "Ķ": 2, "Ģ": 2, "Č": 2,
    ]

    /// Letters of West European text, on the same scale: French, Spanish, Portuguese, German, Nordic.
    private static let western: [Unicode.Scalar: Int] = [
        "é": 19, "à": 6, "è": 5, "ê": 3, "ç": 5, "á": 8, "í": 7, "ó": 8, "ú": 4, "ñ": 5, "ã": 6, "õ": 3,
        "ä": 8, "ö": 6, "ü": 8, "ß": 4, "å": 8, "ø": 6, "ô": 2, "â": 2, "î": 1, "û": 1, "ù": 1, "ï": 1,
    ]
}
