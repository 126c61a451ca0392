internal import Crypto

/// What belongs to one attempt of one browser to sign in, made of its `state` and kept nowhere.
///
/// The key is made of the client's secret with the work of a password, so that every server of an installation has the
/// same, and a nonce, which the browser sees, does not tell the secret to whoever tries many.
struct AttemptSecrets: Sendable {
    private let key: SymmetricKey

    init(_ settings: OpenIDSettings) throws {
        let salt = Array("sekme openid \(settings.client) \(settings.issuer)".utf8)
        key = SymmetricKey(
            data: try ScryptCost.standard.key(Array(settings.secret.text.utf8), salt: salt, count: 32)
        )
    }

    /// What the ID token has to say again.
    func nonce(_ state: String) -> String { text("nonce", state) }

    /// What proves to the provider that a code is asked for by whoever began (RFC 7636).
    func verifier(_ state: String) -> String { text("verifier", state) }

    /// What the provider is shown of a verifier beforehand.
    static func challenge(_ verifier: String) -> String {
        Base64URL.text(Array(SHA256.hash(data: Array(verifier.utf8))))
    }

    private func text(_ use: String, _ state: String) -> String {
        Base64URL.text(Array(HMAC<SHA256>.authenticationCode(for: Array("\(use) \(state)".utf8), using: key)))
    }
}
