extension HTML {
    /// Adds text of people with the five characters escaped that mean something in markup.
    ///
    /// One rule serves element text and quoted attribute values. Control characters have no place in a page and
    /// no parser agrees on them, so they become the replacement character.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in source.indices {
                guard let entity = HTML.entity(source[index]) else { continue }
                bytes.append(contentsOf: source[start..<index])
                raw(entity)
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
