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
    private var spoiled = SpoiledCount()

    /// The most plausible encoding.
    static func guess(_ content: Content) throws(TabularFault) -> TextEncoding { try look(content).encoding }

    /// The most plausible encoding, and how letters of a UTF-8 file seem to have been spoiled before it was written.
    static func look(
        _ content: Content
    ) throws(TabularFault) -> (encoding: TextEncoding, spoiled: SpoiledLetters?) {
        let head = try content.prefix(64 << 10)
        let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
        if !isMarked, let wide = wide(head) { return (wide, nil) }
        var guess = EncodingGuess()
        try content.forEachBlock { guess.add($0) }
        guess.malformed += guess.carry.isEmpty ? 0 : 1
        if isMarked || guess.wellFormed >= guess.malformed { return (.utf8, guess.spoiled.kind) }
        return (CodePageGuess(counts: guess.counts).encoding, nil)
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
        spoiled.begin()
        var at = UTF8Check.skipASCII(base, 0, bytes.count)
        while at < bytes.count {
            let length = UTF8Check.length(base, at, bytes.count)
            if length > 0 {
                wellFormed += base[at] == 0xC4 || base[at] == 0xC5 ? 4 : 1
                spoiled.take(base[at], base[at + 1], at, length)
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
}
