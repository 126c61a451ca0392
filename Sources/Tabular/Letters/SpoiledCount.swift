/// Counts in UTF-8 what letters look like that went through a wrong encoding.
struct SpoiledCount {
    /// "Ä" or "Å" with a sign right behind it, as the two bytes of a Latvian letter are read one by one.
    private var pairs = 0
    /// Letters of Latvian, and how often each of the letters of Latin-1 stands.
    private var latvian = 0
    private var latin = [Int](repeating: 0, count: 64)
    /// Where an "Ä" or "Å" ended, or -1.
    private var leadEnd = -1

    /// A run of bytes begins; positions are counted anew.
    mutating func begin() { leadEnd = -1 }

    /// Takes a sequence of two bytes or more by its first two, its place and length.
    @inline(__always)
    mutating func take(_ first: UInt8, _ second: UInt8, _ at: Int, _ length: Int) {
        // Signs are in U+0080 to U+00BF and in U+2000 to U+2FFF; "Œ" and "Ŗ" are letters among them.
        let isSign = first == 0xC2 || first == 0xE2 || (first == 0xC5 && (second == 0x92 || second == 0x96))
        if at == leadEnd, isSign { pairs += 1 }
        leadEnd = -1
        if first == 0xC3 {
            latin[Int(second & 0x3F)] += 1
            if second == 0x84 || second == 0x85 { leadEnd = at + length }
        } else if first == 0xC4 || (first == 0xC5 && !isSign) {
            latvian += 1
        }
    }

    /// What seems to have happened; nil for letters as they should be.
    var kind: SpoiledLetters? {
        if pairs > 0 { return .unicode }
        // "ð", "ò", "þ", "ì" stand in no name here and are "š", "ņ", "ž", "ģ" of the Baltic code page.
        let telling = sum([0x10, 0x12, 0x1E, 0x0C, 0x30, 0x32, 0x3E, 0x2C])
        let meant =
            telling
            + sum([0x02, 0x07, 0x08, 0x0D, 0x0E, 0x0F, 0x1B, 0x22, 0x27, 0x28, 0x2D, 0x2E, 0x2F, 0x3B])
        let others = latin.reduce(0, +) - meant
        return telling > 0 && meant > 4 * latvian && meant > 4 * others ? .baltic : nil
    }

    private func sum(_ letters: [Int]) -> Int { letters.reduce(0) { $0 + latin[$1] } }
}
