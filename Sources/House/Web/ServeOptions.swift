package import Frame

/// How pages are served.
package struct ServeOptions: Sendable {
    /// The address to listen on.
    package var host: String
    /// The port.
    package var port: Int
    /// Whether browsers reach us over TLS only: cookies then say so, and browsers are told to come no other way.
    package var isSecure: Bool
    /// The tenant that every request is for; nil finds it by host name.
    package var tenant: TenantID?
    /// The header that a proxy puts the browser's address in, where one stands before us.
    package var addressHeader: String?
    /// Whether roles that see pupils may do without a second factor: in the demo only.
    package var relaxesSecondFactor: Bool

    /// Options; the defaults are those of a machine of one's own.
    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        isSecure: Bool = false,
        tenant: TenantID? = nil,
        addressHeader: String? = nil,
        relaxesSecondFactor: Bool = false
    ) {
        self.host = host
        self.port = port
        self.isSecure = isSecure
        self.tenant = tenant
        self.addressHeader = addressHeader
        self.relaxesSecondFactor = relaxesSecondFactor
    }

    /// A cookie that scripts cannot read and other sites cannot send; without seconds it ends with the browser.
    func cookie(_ name: String, _ value: String, seconds: Int?) -> String {
        var parts = ["\(name)=\(value)", "Path=/", "HttpOnly", "SameSite=Lax"]
        if isSecure { parts.append("Secure") }
        if let seconds { parts.append("Max-Age=\(seconds)") }
        return parts.joined(separator: "; ")
    }
}
