/// What is left of a letter when its case and marks are taken away.
enum SearchFold {
    /// The small letters or digits that stand for a character; none for punctuation and blanks.
    static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard scalar.isASCII == false else { return ascii(scalar) }
        guard isWord(scalar) else { return [] }
        return scalar.properties.lowercaseMapping.decomposed.unicodeScalars.flatMap { part in
            part.isMark ? [] : special[part] ?? [part]
        }
    }

    /// Whether the character is a letter or a digit.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0x41...0x5a: Unicode.Scalar(scalar.value + 0x20).map { [$0] } ?? []
        case 0x61...0x7a, 0x30...0x39: [scalar]
        default: []
        }
    }

    /// Letters that are a base letter with a stroke, or two letters in one, and have no decomposition.
    private static let special: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ß": ["s", "s"], "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"], "ĳ": ["i", "j"],
        "ø": ["o"], "đ": ["d"], "ð": ["d"], "ł": ["l"], "ħ": ["h"], "ŧ": ["t"], "ı": ["i"],
        "ŋ": ["n"], "ĸ": ["k"], "ſ": ["s"], "ə": ["e"],
    ]
}
