/// Writes the two levels of a sort key.
///
/// First level, one byte a character: 2 space, 3 to 34 punctuation in ASCII order (35 and three bytes for a rare
/// one), 48 to 57 digits, from 64 the letters, 240 and three bytes for a letter of another alphabet. Then 0, then
/// one byte a character for the marks, without the plain ones at the end. No byte of a level is 0, so that a word
/// stands before its longer neighbour.
struct KeyWriter {
    private let natural: Bool
    private var first: [UInt8] = []
    private var second: [UInt8] = []
    private var digits: [UInt8] = []

    init(natural: Bool) {
        self.natural = natural
    }

    mutating func key(of text: String) -> [UInt8] {
        for scalar in text.composed.unicodeScalars where !scalar.isIgnored { write(scalar) }
        endNumber()
        while second.last == 1 { second.removeLast() }
        return first + [0] + second
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        if natural, scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            digits.append(UInt8(digit))
            return
        }
        endNumber()
        if let place = Alphabet.place(of: scalar) { return append(place.first, place.second) }
        guard !scalar.isMark else { return markLast() }
        if scalar.properties.isWhitespace { return append(2, 1) }
        let letters = SearchFold.letters(scalar)
        guard let initial = letters.first else {
            return Alphabet.punctuation(scalar).map { append($0, 1) } ?? append(35, scalar)
        }
        guard Alphabet.place(of: initial) != nil else {
            return append(240, scalar.properties.lowercaseMapping.unicodeScalars.first ?? initial)
        }
        for letter in letters { append(Alphabet.place(of: letter)?.first ?? 240, Alphabet.foreign) }
    }

    /// A character by its code point, behind the byte of its kind.
    private mutating func append(_ kind: UInt8, _ scalar: Unicode.Scalar) {
        first.append(kind)
        for shift: UInt32 in [14, 7, 0] { first.append(UInt8(scalar.value >> shift & 0x7f) + 1) }
        second.append(1)
    }

    private mutating func append(_ primary: UInt8, _ secondary: UInt8) {
        first.append(primary)
        second.append(secondary)
    }

    private mutating func markLast() {
        guard let last = second.indices.last else { return }
        second[last] = Alphabet.foreign
    }

    /// A number: 48, how many digits it has without zeros in front, the digits; on the second level the zeros.
    private mutating func endNumber() {
        guard !digits.isEmpty else { return }
        let value = digits.drop { $0 == 0 }
        let zeros = digits.count - value.count
        first.append(48)
        first.append(UInt8(min(value.count, 250)) + 1)
        first.append(contentsOf: value.map { $0 + 48 })
        second.append(UInt8(min(zeros, 250)) + 1)
        digits.removeAll()
    }
}
