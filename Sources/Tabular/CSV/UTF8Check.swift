/// Strict validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
    /// The length of the well-formed sequence at a byte of 128 or more: 2 to 4; 0 where it is malformed.
    @inline(__always)
    static func length(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        let lead = bytes[at]
        let room = end - at
        if lead < 0xE0 {
            return lead >= 0xC2 && room > 1 && follows(bytes[at + 1]) ? 2 : 0
        }
        if lead < 0xF0 {
            guard room > 2, follows(bytes[at + 1]), follows(bytes[at + 2]) else { return 0 }
            if lead == 0xE0, bytes[at + 1] < 0xA0 { return 0 }
            if lead == 0xED, bytes[at + 1] > 0x9F { return 0 }
            return 3
        }
        guard lead < 0xF5, room > 3 else { return 0 }
        guard follows(bytes[at + 1]), follows(bytes[at + 2]), follows(bytes[at + 3]) else { return 0 }
        if lead == 0xF0, bytes[at + 1] < 0x90 { return 0 }
        if lead == 0xF4, bytes[at + 1] > 0x8F { return 0 }
        return 4
    }

    /// The position of the first byte of 128 or more, or the end.
    @inline(__always)
    static func skipASCII(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        var at = from
        let raw = UnsafeRawPointer(bytes)
        while at + 8 <= end {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            at += 8
        }
        while at < end, bytes[at] < 0x80 { at += 1 }
        return at
    }

    /// The position of the first byte that does not belong to well-formed UTF-8, nil where all do.
    static func firstFlaw(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int? {
        var at = skipASCII(bytes, from, end)
        while at < end {
            let length = length(bytes, at, end)
            if length == 0 { return at }
            at = skipASCII(bytes, at + length, end)
        }
        return nil
    }

    @inline(__always)
    private static func follows(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
