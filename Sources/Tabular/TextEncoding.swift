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
    /// ISO 8859-4, the older Baltic standard.
    case iso8859_4
    /// Mac Central European, what Latvian files of old Macintosh programs are in.
    case macCentralEurope
    /// Code page 775, the Baltic one of DOS.
    case dos775

    /// The name that people and programs know the encoding by.
    public var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16 LE"
        case .utf16BigEndian: "UTF-16 BE"
        case .windows1257: "Windows-1257"
        case .windows1252: "Windows-1252"
        case .iso8859_13: "ISO-8859-13"
        case .iso8859_4: "ISO-8859-4"
        case .macCentralEurope: "Mac Central European"
        case .dos775: "DOS 775"
        }
    }

    /// The encoding of a name as people or ``rawValue`` write it, in whatever case; nil for none.
    public init?(named name: String) {
        let wanted = name.lowercased()
        let all = TextEncoding.allCases
        let found = all.first { $0.rawValue.lowercased() == wanted || $0.label.lowercased() == wanted }
        guard let found else { return nil }
        self = found
    }

    /// Whether a character is two bytes or more.
    public var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The characters of the bytes 128 to 255, nil where the encoding has none; nil for Unicode encodings.
    var upperHalf: [Unicode.Scalar?]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1257: TextEncoding.tables.windows1257
        case .windows1252: TextEncoding.tables.windows1252
        case .iso8859_13: TextEncoding.tables.iso8859_13
        case .iso8859_4: CodePages.iso8859_4
        case .macCentralEurope: CodePages.macCentralEurope
        case .dos775: CodePages.dos775
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
