/// The blanks that spreadsheets put between and around digits: space, tab, no-break and narrow spaces.
enum Blank {
    /// The length of the blank that begins at an index, or 0.
    static func length(_ bytes: Span<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09: 1
        case 0xc2 where index + 1 < bytes.count && bytes[index + 1] == 0xa0: 2
        case 0xe2 where index + 2 < bytes.count && isThin(bytes[index + 1], bytes[index + 2]): 3
        default: 0
        }
    }

    /// The range of the bytes without the blanks at both ends.
    static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
        var start = 0
        while start < bytes.count {
            let length = length(bytes, at: start)
            if length == 0 { break }
            start += length
        }
        var end = bytes.count
        while end > start, let length = blankBefore(end, bytes, start) { end -= length }
        return start..<end
    }

    private static func blankBefore(_ end: Int, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
        (1...3).first { end - $0 >= start && length(bytes, at: end - $0) == $0 }
    }

    // U+2007 FIGURE SPACE, U+2009 THIN SPACE, U+202F NARROW NO-BREAK SPACE.
    private static func isThin(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && (third == 0x87 || third == 0x89 || third == 0xaf)
    }
}
