/// An address of a provider that may be asked: HTTPS, or plain HTTP on this machine alone.
///
/// It holds no letter that could end a quoted text or a line, so that it can stand in the settings of a program.
package struct ProviderURL: Hashable, Sendable {
    /// The address.
    package let text: String
    /// Whether it is plain HTTP on this machine.
    package let isPlain: Bool

    /// An address; nil where it may not be asked.
    package init?(_ text: String) {
        let refused = Set("\"\\<>{}`#".utf8)
        guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && !refused.contains($0) }) else {
            return nil
        }
        let isPlain = text.hasPrefix("http://")
        guard isPlain || text.hasPrefix("https://") else { return nil }
        let rest = text.dropFirst(isPlain ? 7 : 8)
        let authority = String(rest.prefix { $0 != "/" && $0 != "?" })
        guard !authority.isEmpty, !authority.hasPrefix(":"), !authority.contains("@") else { return nil }
        if isPlain, !ProviderURL.isLoopback(authority) { return nil }
        self.text = text
        self.isPlain = isPlain
    }

    private static func isLoopback(_ authority: String) -> Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { host in
            guard authority.hasPrefix(host) else { return false }
            let port = authority.dropFirst(host.count)
            return port.isEmpty
                || port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}

/// Names and values as a form sends them.
enum FormText {
    /// `name=value` with `&` between, in their order.
    static func of(_ fields: [(String, String)]) -> String {
        fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// A text of letters, digits and `-._~`; every other byte as `%XX`.
    static func encoded(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += Array("%\(Hexadecimal.text([byte]).uppercased())".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
