/// The places of the Latvian alphabet, and of what stands before it.
enum Alphabet {
    /// The second level of a letter with a mark that Latvian does not have.
    static let foreign: UInt8 = 4

    /// The place of an ASCII digit or a letter of the alphabet, capital or small; nil for everything else.
    static func place(of scalar: Unicode.Scalar) -> (first: UInt8, second: UInt8)? {
        switch scalar.value {
        case 0x30...0x39: (UInt8(scalar.value), 1)
        case 0x41...0x5a: places[Int(scalar.value) + 0x20]
        case 0x61..<0x180: places[Int(scalar.value)]
        default: nil
        }
    }

    /// The place of a punctuation mark; typographic ones stand with the plain form, rare ones have none.
    static func punctuation(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x21...0x2f: UInt8(scalar.value - 0x21 + 3)
        case 0x3a...0x40: UInt8(scalar.value - 0x3a + 18)
        case 0x5b...0x60: UInt8(scalar.value - 0x5b + 25)
        case 0x7b...0x7e: UInt8(scalar.value - 0x7b + 31)
        case 0x2010...0x2015, 0x2212: punctuation("-")
        case 0x2018...0x201b: punctuation("'")
        case 0x201c...0x201f, 0xab, 0xbb: punctuation("\"")
        default: nil
        }
    }

    private static let order = "abcčdefgģhijkķlļmnņopqrŗsštuvwxzž"
    private static let vowels = ["ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u", "y": "i"]

    /// By code point, up to the end of Latin Extended-A.
    private static let places: [(first: UInt8, second: UInt8)?] = {
        var places: [(first: UInt8, second: UInt8)?] = Array(repeating: nil, count: 0x180)
        func put(_ letter: String, _ first: UInt8, _ second: UInt8) {
            for form in [letter, letter.uppercased()] {
                for scalar in form.unicodeScalars { places[Int(scalar.value)] = (first, second) }
            }
        }
        for (index, letter) in order.enumerated() { put(String(letter), UInt8(64 + index), 1) }
        for (letter, base) in vowels {
            guard let index = order.firstIndex(of: Character(base)) else { continue }
            let first = UInt8(64 + order.distance(from: order.startIndex, to: index))
            put(letter, first, letter == "y" ? 3 : 2)
        }
        return places
    }()
}
