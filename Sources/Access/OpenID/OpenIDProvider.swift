internal import Foundation
package import Kernel
internal import Synchronization

/// A provider that speaks OpenID Connect: authorization code flow with PKCE.
package final class OpenIDProvider: IdentityProvider {
    private let settings: OpenIDSettings
    private let transport: any ProviderTransport
    private let attempts: AttemptSecrets
    private let clock: @Sendable () -> Instant
    private let memory = Mutex<Known?>(nil)

    /// What is known of the provider, and since when.
    private struct Known: Sendable {
        let metadata: ProviderMetadata
        let keys: [JSONWebKey]
        let at: Instant

        /// A key that the provider gave up is trusted for no longer than an hour.
        func isFresh(_ now: Instant) -> Bool { now >= at && now - at < .seconds(3600) }
    }

    /// A provider by its settings; it is asked for the first time when somebody signs in.
    package init(
        _ settings: OpenIDSettings,
        _ transport: any ProviderTransport,
        clock: @escaping @Sendable () -> Instant = { Instant.now() }
    ) throws {
        self.settings = settings
        self.transport = transport
        self.clock = clock
        attempts = try AttemptSecrets(settings)
    }

    package var issuer: String { settings.issuer }
    package var title: Text { settings.title }

    package func address(state: String, back: String) async throws -> String {
        let base = try await known().metadata.authorization.text
        let fields = FormText.of([
            ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.back(back)),
            ("scope", settings.scope), ("state", state), ("nonce", attempts.nonce(state)),
            ("code_challenge", AttemptSecrets.challenge(attempts.verifier(state))),
            ("code_challenge_method", "S256"),
        ])
        return base + (base.contains("?") ? "&" : "?") + fields
    }

    package func identity(_ answer: [String: String], back: String) async throws -> ExternalIdentity {
        // Who answers may be told (RFC 9207): a code of another provider is not given to this one.
        if let named = answer["iss"], named != issuer { throw Refusal.badAnswer(.issuer) }
        guard answer["error"] == nil else { throw Refusal.providerSaidNo }
        guard let code = answer["code"], !code.isEmpty, let state = answer["state"] else {
            throw Refusal.badAnswer(.format)
        }
        let known = try await known()
        let token = try SignedToken(try await exchange(code, state, back, known.metadata))
        let payload = try token.payload(signedWith: try await key(of: token, known))
        let claims = try ProviderDocument.read(IDClaims.self, payload)
        try claims.check(settings, nonce: attempts.nonce(state), at: clock())
        var identity = ExternalIdentity(issuer: claims.iss, subject: claims.sub)
        let groups = try IDClaims.groups(payload, claim: settings.groupsClaim)
        identity.proposals = settings.proposals(groups)
        return identity
    }

    /// Gives the code for an ID token.
    private func exchange(
        _ code: String,
        _ state: String,
        _ back: String,
        _ metadata: ProviderMetadata
    ) async throws -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.back(back)),
            ("code_verifier", attempts.verifier(state)),
        ]
        var authorization: String?
        if metadata.takesBasic {
            let client = FormText.encoded(settings.client)
            let pair = "\(client):\(FormText.encoded(settings.secret.text))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        } else {
            fields += [("client_id", settings.client), ("client_secret", settings.secret.text)]
        }
        let bytes = try await transport.post(
            metadata.token,
            form: FormText.of(fields),
            authorization: authorization
        )
        let answer = try ProviderDocument.read(TokenAnswer.self, bytes)
        guard answer.error == nil, let token = answer.token else { throw Refusal.badAnswer(.code) }
        return token
    }

    /// The key of a token; keys are asked for anew, once, where it is none of those that are known.
    private func key(of token: SignedToken, _ known: Known) async throws -> JSONWebKey {
        if let key = token.key(of: known.keys) { return key }
        let keys = try await keys(known.metadata)
        memory.withLock { $0 = Known(metadata: known.metadata, keys: keys, at: known.at) }
        guard let key = token.key(of: keys) else { throw Refusal.badAnswer(.key) }
        return key
    }

    private func known() async throws -> Known {
        let now = clock()
        if let known = memory.withLock({ $0 }), known.isFresh(now) { return known }
        guard let url = ProviderURL(settings.discovery) else { throw Refusal.badAnswer(.format) }
        let metadata = try ProviderMetadata(try await transport.get(url), issuer: issuer)
        let known = Known(metadata: metadata, keys: try await keys(metadata), at: now)
        memory.withLock { $0 = known }
        return known
    }

    private func keys(_ metadata: ProviderMetadata) async throws -> [JSONWebKey] {
        try ProviderDocument.read(KeySet.self, try await transport.get(metadata.keys)).keys
    }
}
