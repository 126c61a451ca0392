import Foundation

/// How a text file writes its characters as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16 with the low byte first, as Windows writes "Unicode text".
    case utf16LittleEndian
    /// UTF-16 with the high byte first.
    case utf16BigEndian
    /// Windows-1257, the Baltic code page.
    case windows1257
    /// Windows-1252, the West European code page.
    case windows1252
    /// ISO 8859-13, the Baltic standard.
    case iso8859_13

    /// The name that people and programs know the encoding by.
    public var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16 LE"
        case .utf16BigEndian: "UTF-16 BE"
        case .windows1257: "Windows-1257"
        case .windows1252: "Windows-1252"
        case .iso8859_13: "ISO-8859-13"
        }
    }

    /// The characters of the bytes 128 to 255, nil where the encoding has none; nil for Unicode encodings.
    var upperHalf: [Unicode.Scalar?]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1257: TextEncoding.tables.windows1257
        case .windows1252: TextEncoding.tables.windows1252
        case .iso8859_13: TextEncoding.tables.iso8859_13
        }
    }

    private static let tables = (
        windows1257: upperHalf(String.Encoding(rawValue: 0x8000_0507)),
        windows1252: upperHalf(.windowsCP1252),
        iso8859_13: upperHalf(String.Encoding(rawValue: 0x8000_020D))
    )

    private static func upperHalf(_ encoding: String.Encoding) -> [Unicode.Scalar?] {
        (UInt8(0x80)...0xFF).map { byte in
            let scalar = String(bytes: [byte], encoding: encoding)?.unicodeScalars.first
            // Gaps come back as C1 controls, which no table of people's data holds.
            return scalar.flatMap { (0x80...0x9F).contains($0.value) ? nil : $0 }
        }
    }
}
