/// Finds the encoding of a text file from all its bytes.
///
/// UTF-16 shows by its mark or by zero bytes at every second place; UTF-8 by being well formed; the one-byte code
/// pages by which letters their high bytes would make. A UTF-8 file with a few foreign lines stays UTF-8, so that
/// reading it stops at those lines instead of spoiling all others.
struct EncodingGuess {
    /// Well-formed sequences; the leads of Latvian letters with marks weigh more, as a code page hardly makes them.
    private var wellFormed = 0
    private var malformed = 0
    private var counts = [Int](repeating: 0, count: 256)
    private var carry: [UInt8] = []

    /// The most plausible encoding.
    static func guess(_ content: Content) throws(TabularFault) -> TextEncoding {
        let head = try content.prefix(64 << 10)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if let wide = wide(head) { return wide }
        var guess = EncodingGuess()
        try content.forEachBlock { guess.add($0) }
        guess.malformed += guess.carry.isEmpty ? 0 : 1
        return guess.wellFormed >= guess.malformed ? .utf8 : guess.codePage
    }

    /// UTF-16 by its mark, or because two of five characters are ASCII and zero bytes stand on one side only.
    static func wide(_ head: [UInt8]) -> TextEncoding? {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        guard head.count >= 4, head.count % 2 == 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let enough = head.count / 5
        if zeros.odd >= enough, zeros.even * 20 < zeros.odd { return .utf16LittleEndian }
        if zeros.even >= enough, zeros.odd * 20 < zeros.even { return .utf16BigEndian }
        return nil
    }

    private mutating func add(_ block: UnsafeBufferPointer<UInt8>) {
        guard !carry.isEmpty else { return count(block) }
        // A sequence may lie across two blocks: its beginning and enough of the next block are looked at apart.
        let joined = carry + block.prefix(4)
        let taken = joined.count - carry.count
        carry = []
        joined.withUnsafeBufferPointer { count($0) }
        let left = carry.count
        if left > taken { return }
        carry = []
        count(UnsafeBufferPointer(rebasing: block[(taken - left)...]))
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        var at = UTF8Check.skipASCII(base, 0, bytes.count)
        while at < bytes.count {
            let length = UTF8Check.length(base, at, bytes.count)
            if length > 0 {
                wellFormed += base[at] == 0xC4 || base[at] == 0xC5 ? 4 : 1
            } else if base[at] >= 0xC2, base[at] < 0xF5, bytes.count - at < 4, isOpen(bytes[at...]) {
                carry = Array(bytes[at...])
                return
            } else {
                malformed += 1
            }
            for index in at..<at + max(1, length) { counts[Int(base[index])] += 1 }
            at = UTF8Check.skipASCII(base, at + max(1, length), bytes.count)
        }
    }

    /// Whether the bytes are the beginning of a sequence that the block cuts off.
    private func isOpen(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
            && bytes.count < ((bytes.first ?? 0) < 0xE0 ? 2 : (bytes.first ?? 0) < 0xF0 ? 3 : 4)
    }

    /// Windows-1257 unless the bytes make more sense otherwise; where both Baltic tables agree it is the same.
    private var codePage: TextEncoding {
        let baltic = score(EncodingGuess.latvian, in: .windows1257)
        let western = score(EncodingGuess.western, in: .windows1252)
        if western > baltic { return .windows1252 }
        let typographic = (0x80...0x9F).reduce(0) { $0 + counts[$1] }
        let isoQuotes = [0xA1, 0xA5, 0xB4, 0xFF].reduce(0) { $0 + counts[$1] }
        return isoQuotes > 0 && typographic == 0 ? .iso8859_13 : .windows1257
    }

    private func score(_ letters: [Unicode.Scalar: Int], in encoding: TextEncoding) -> Int {
        guard let table = encoding.upperHalf else { return 0 }
        return table.enumerated().reduce(0) { sum, entry in
            sum + counts[0x80 + entry.offset] * (entry.element.flatMap { letters[$0] } ?? 0)
        }
    }

    /// Latvian letters with marks and roughly how often each stands in a thousand letters of Latvian text.
    private static let latvian: [Unicode.Scalar: Int] = [
        "ā": 38, "ī": 18, "ē": 16, "š": 10, "ņ": 6, "ļ": 5, "ū": 4, "ž": 3, "ķ": 2, "ģ": 2, "č": 2,
        "Ā": 3, "Ī": 1, "Ē": 2, "Š": 3, "Ņ": 1, "Ļ": 1, "Ū": 1, "Ž": 2, "Ķ": 2, "Ģ": 2, "Č": 2,
    ]

    /// Letters of West European text, on the same scale: French, Spanish, Portuguese, German, Nordic.
    private static let western: [Unicode.Scalar: Int] = [
        "é": 19, "à": 6, "è": 5, "ê": 3, "ç": 5, "á": 8, "í": 7, "ó": 8, "ú": 4, "ñ": 5, "ã": 6, "õ": 3,
        "ä": 8, "ö": 6, "ü": 8, "ß": 4, "å": 8, "ø": 6, "ô": 2, "â": 2, "î": 1, "û": 1, "ù": 1, "ï": 1,
    ]
}
