/// A file that pages link to, kept in the program itself.
public struct Asset: Sendable {
    /// The name with the hash of its content: a changed file has a new name and may be cached for ever.
    public let name: String
    /// What the file holds, for the `Content-Type` header.
    public let contentType: String
    /// The file.
    public let bytes: [UInt8]

    init(_ stem: String, _ ending: String, _ contentType: String, _ text: String) {
        bytes = Array(text.utf8)
        name = "\(stem)-\(Asset.hash(bytes)).\(ending)"
        self.contentType = contentType
    }

    /// Where pages find it.
    public var address: Address { Address("/assets/" + name) }

    /// FNV-1a of 64 bits: it tells versions apart and guards nothing.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The files that pages link to.
public enum Assets {
    /// The stylesheet.
    public static let stylesheet = Asset("sekme", "css", "text/css; charset=utf-8", Stylesheet.text)
    /// The script.
    public static let script = Asset("sekme", "js", "text/javascript; charset=utf-8", Script.text)
    /// The mark in the browser's tab.
    public static let icon = Asset("sekme", "svg", "image/svg+xml", Icon.text)

    /// All of them.
    public static let all = [stylesheet, script, icon]

    /// The file with a name as it stands in an address, or nil.
    public static func named(_ name: String) -> Asset? {
        all.first { $0.name == name }
    }

    /// What a browser may do with a page of ours: nothing but our own files, no inline script or style.
    public static let contentSecurityPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}

/// The mark: three rising columns, in the colour of the brand.
enum Icon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
        fill="#8c1d32"/><g fill="#fff"><rect x="7" y="17" width="4.5" height="8" rx="1"/>\
        <rect x="13.75" y="12" width="4.5" height="13" rx="1"/><rect x="20.5" y="7" width="4.5" height="18" \
        rx="1"/></g></svg>
        """
}
