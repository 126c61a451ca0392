/// An address that a link or a form may carry.
///
/// Values interpolated into it are percent-encoded, so a name from a file can neither leave its place in the
/// path nor add a parameter. An address given as a whole is checked: what could run a script
/// (`javascript:`, `data:`) or silently lead to another server (`//host`) becomes `#`.
public struct Address: Hashable, Sendable {
    /// The address as it stands in the attribute, not yet escaped for markup.
    public let text: String

    /// An address made elsewhere, checked.
    public init(_ text: String) {
        self.text = Address.isSafe(text) ? text : "#"
    }

    /// The same address with a parameter more.
    public func adding(_ name: String, _ value: String) -> Address {
        let join = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        return Address(text + join + Address.encoded(name) + "=" + Address.encoded(value))
    }

    private static func isSafe(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        // Browsers drop tabs and line ends inside an address and read `\` as `/`: refuse both outright.
        guard !bytes.contains(where: { $0 < 0x21 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
            return false
        }
        guard !text.hasPrefix("//") else { return false }
        let end = bytes.firstIndex { Array("/?#".utf8).contains($0) } ?? bytes.count
        guard let colon = bytes[..<end].firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        return ["https", "http", "mailto", "tel"].contains(scheme)
    }

    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}

extension Address: ExpressibleByStringInterpolation {
    /// An address that stands in the program's own text.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// An address with values between, each percent-encoded.
    public init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.text)
    }

    /// What may be written between the pieces of an address.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        /// Starts with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// A piece of the program's own text.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// A value, percent-encoded; a path of the house at the very beginning is taken as it is.
        ///
        /// Nothing can stand before it, so it is the address of a page that others continue: `"\(page)/edit"`. With its
        /// strokes encoded it would lead nowhere, and only a click would tell.
        public mutating func appendInterpolation(_ value: String) {
            let isPath = text.isEmpty && value.hasPrefix("/") && !value.hasPrefix("//")
            text += isPath ? value : Address.encoded(value)
        }

        /// A number.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }
    }
}
