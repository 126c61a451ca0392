internal import Kernel

/// What an ID token says (OpenID Connect Core 1.0, section 2).
struct IDClaims: Decodable, Sendable {
    let iss: String
    let sub: String
    let aud: TextList
    let azp: String?
    /// Seconds since 1970, which may have a fraction.
    let exp: Double
    let iat: Double
    let nonce: String?

    /// How far the clocks of two machines may lie apart, in seconds.
    private static let leeway = 60.0

    /// Refuses a token of another provider, for another client, of another time or another attempt (section 3.1.3.7).
    func check(_ settings: OpenIDSettings, nonce expected: String, at instant: Instant) throws(Refusal) {
        guard iss == settings.issuer else { throw .badAnswer(.issuer) }
        guard aud.texts.contains(settings.client), azp ?? settings.client == settings.client,
            aud.texts.count == 1 || azp != nil
        else { throw .badAnswer(.audience) }
        let now = Double(instant.milliseconds) / 1000
        guard exp + IDClaims.leeway > now, iat - IDClaims.leeway < now else { throw .badAnswer(.time) }
        guard let nonce, SecureBytes.areEqual(Array(nonce.utf8), Array(expected.utf8)) else {
            throw .badAnswer(.nonce)
        }
        guard !sub.isEmpty, sub.utf8.count <= 255 else { throw .badAnswer(.format) }
    }

    /// The names of groups in a claim of a token; none where the claim is missing or holds something else.
    static func groups(_ payload: [UInt8], claim: String) throws(Refusal) -> [String] {
        try ProviderDocument.read([String: TextList].self, payload)[claim]?.texts ?? []
    }
}
