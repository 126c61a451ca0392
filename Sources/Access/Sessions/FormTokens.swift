internal import Crypto
package import Frame
package import Kernel
package import Storage

/// The proof that a form comes from a page of ours: an HMAC of the session under a key of the tenant.
///
/// The key lies sealed in the database, so that every server accepts the others' forms.
package struct FormTokens: Sendable {
    private let key: [UInt8]

    /// The tokens of a tenant; the key is made when it is first needed.
    package static func of(
        _ tenant: TenantID,
        at instant: Instant,
        _ database: Database
    ) async throws -> FormTokens {
        if let key = try await database.state.read({ try stored(tenant, $0) }) { return FormTokens(key: key) }
        let key = try await database.state.write { connection in
            try connection.lock(tenant: tenant.rawValue)
            if let key = try stored(tenant, connection) { return key }
            let key = SecureBytes.random(32)
            let sealed = try connection.sealer.seal(key, tenant: tenant.rawValue, bound: place(tenant))
            try connection.execute(
                """
                INSERT INTO form_key (tenant_id, secret, created_at)
                VALUES (\(tenant), \(sealed), \(instant.milliseconds))
                """
            )
            return key
        }
        return FormTokens(key: key)
    }

    /// The tokens of a page that stands before the choice of a tenant, whose key there is none of yet.
    ///
    /// A token shows that its form was made for the secret in the browser's cookie, which no other site can read or send
    /// along; that is enough for a choice that opens nothing.
    package static let beforeTenant = FormTokens(key: Array("before the choice of a tenant".utf8))

    /// The token for a session's secret, or for the cookie of a visitor who has not signed in.
    package func token(for secret: Secret) -> String {
        let key = SymmetricKey(data: key)
        return Base64URL.text(Array(HMAC<SHA256>.authenticationCode(for: secret.hash, using: key)))
    }

    /// Whether a token is the one for a secret.
    package func accepts(_ token: String, for secret: Secret) -> Bool {
        SecureBytes.areEqual(Array(token.utf8), Array(self.token(for: secret).utf8))
    }

    private static func stored(_ tenant: TenantID, _ connection: Connection) throws -> [UInt8]? {
        let sealed = try connection.value(
            "SELECT secret FROM form_key WHERE tenant_id = \(tenant)",
            [UInt8].self
        )
        return try sealed.map {
            try connection.sealer.open($0, tenant: tenant.rawValue, bound: place(tenant))
        }
    }

    private static func place(_ tenant: TenantID) -> SealedPlace {
        SealedPlace(table: "form_key", column: "secret", key: tenant.rawValue)
    }
}
