import Crypto
import CryptoExtras
import Foundation
import Kernel
import Synchronization

@testable import Access

/// A provider of identities without a network, which answers what its test told it to.
final class FakeProvider: ProviderTransport {
    /// What it answers, and what it was asked.
    struct State: Sendable {
        var issuer = OpenIDBoard.issuer
        var methods = ["client_secret_basic", "client_secret_post"]
        var keys: [String] = []
        var token = "{}"
        var asked: [String] = []
        var forms: [String] = []
        var authorizations: [String?] = []
    }

    let state = Mutex(State())

    /// What it was asked so far.
    var seen: State { state.withLock { $0 } }

    /// How often its keys were asked for.
    var keyQuestions: Int { seen.asked.count { $0.hasSuffix("/keys") } }

    func get(_ url: ProviderURL) async throws -> [UInt8] {
        state.withLock { state in
            state.asked.append(url.text)
            if url.text.hasSuffix("/keys") {
                return Array("{\"keys\":[\(state.keys.joined(separator: ","))]}".utf8)
            }
            let methods = state.methods.map { "\"\($0)\"" }.joined(separator: ",")
            return Array(
                """
                {"issuer":"\(state.issuer)","authorization_endpoint":"https://id.example/authorize",
                "token_endpoint":"https://id.example/token","jwks_uri":"https://id.example/keys",
                "token_endpoint_auth_methods_supported":[\(methods)],"claims_supported":["sub"]}
                """.utf8
            )
        }
    }

    func post(_ url: ProviderURL, form: String, authorization: String?) async throws -> [UInt8] {
        state.withLock { state in
            state.asked.append(url.text)
            state.forms.append(form)
            state.authorizations.append(authorization)
            return Array(state.token.utf8)
        }
    }
}

/// A token before it is signed: values are JSON.
struct TestToken: Sendable {
    var header = ["alg": "\"RS256\"", "kid": "\"one\""]
    var claims: [String: String]

    init(nonce: String) {
        let now = World.start.milliseconds / 1000
        claims = [
            "iss": "\"\(OpenIDBoard.issuer)\"", "sub": "\"77\"", "aud": "\"sekme\"", "exp": "\(now + 300)",
            "iat": "\(now)", "nonce": "\"\(nonce)\"",
        ]
    }

    /// What is signed.
    var text: String { "\(TestToken.part(header)).\(TestToken.part(claims))" }

    private static func part(_ values: [String: String]) -> String {
        let pairs = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        return Base64URL.text(Array("{\(pairs.joined(separator: ","))}".utf8))
    }

    /// The token with a signature.
    func signed(_ signature: [UInt8]) -> String { "\(text).\(Base64URL.text(signature))" }
}

/// An installation that knows a provider, and the provider's key.
struct OpenIDBoard: Sendable {
    static let issuer = "https://id.example"
    static let back = "https://sekme.example/sign-in/provider/back"
    static let lines = """
        # Sniedzējs
        issuer = https://id.example
        client = sekme
        secret = s=3 cret
        title = Skolas konts
        """

    let fake = FakeProvider()
    let key: _RSA.Signing.PrivateKey
    let provider: OpenIDProvider

    /// The key of every board: primes are slow to find, and what one board does with the key is nothing to another.
    private static let ownKey: Result<_RSA.Signing.PrivateKey, any Error> = Result {
        try _RSA.Signing.PrivateKey(keySize: .bits2048)
    }

    init(_ more: String = "") throws {
        key = try OpenIDBoard.ownKey.get()
        let settings = try OpenIDSettings(OpenIDBoard.lines + "\n" + more, file: "openid")
        provider = try ScryptCost.$standard.withValue(World.cost) { [fake] in
            try OpenIDProvider(settings, fake, clock: { World.start })
        }
        let known = try OpenIDBoard.json(key, kid: "one")
        fake.state.withLock { $0.keys = [known] }
    }

    /// A key as the provider shows it.
    static func json(_ key: _RSA.Signing.PrivateKey, kid: String) throws -> String {
        let numbers = try key.publicKey.getKeyPrimitives()
        let modulus = Base64URL.text(Array(numbers.modulus))
        let exponent = Base64URL.text(Array(numbers.publicExponent))
        return """
            {"kty":"RSA","use":"sig","alg":"RS256","kid":"\(kid)","n":"\(modulus)","e":"\(exponent)","x5c":["x"]}
            """
    }

    /// A value of an address that a browser is sent to.
    static func value(_ name: String, in address: String) -> String {
        let pairs = address.split(separator: "?").last?.split(separator: "&") ?? []
        let found = pairs.first { $0.hasPrefix("\(name)=") }
        return found.map { String($0.dropFirst(name.count + 1)) } ?? ""
    }

    /// The token that answers an attempt rightly.
    func token(_ state: String = "browser") async throws -> TestToken {
        let start = try await provider.address(state: state, back: OpenIDBoard.back)
        return TestToken(nonce: OpenIDBoard.value("nonce", in: start))
    }

    /// Signs with the provider's key, or another.
    func sign(_ token: TestToken, with other: _RSA.Signing.PrivateKey? = nil) throws -> String {
        let signature = try (other ?? key).signature(for: Array(token.text.utf8), padding: .insecurePKCS1v1_5)
        return token.signed(Array(signature.rawRepresentation))
    }

    /// Lets the provider give a token for the next code.
    func give(_ token: String) {
        fake.state.withLock { $0.token = "{\"token_type\":\"Bearer\",\"id_token\":\"\(token)\"}" }
    }

    /// Comes back from the provider.
    func identity(_ state: String = "browser") async throws -> ExternalIdentity {
        try await provider.identity(["state": state, "code": "c0de"], back: OpenIDBoard.back)
    }
}
