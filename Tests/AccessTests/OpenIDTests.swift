import Crypto
import CryptoExtras
import Foundation
import Frame
import Kernel
import SekmeTesting
import Synchronization
import Testing

@testable import Access

struct OpenIDTests {
    @Test func `the browser is sent with a challenge whose verifier comes with the code`() async throws {
        let board = try OpenIDBoard("scope = openid groups")
        let start = try await board.provider.address(state: "browser", back: OpenIDBoard.back)
        #expect(start.hasPrefix("https://id.example/authorize?response_type=code&client_id=sekme&"))
        #expect(start.contains("redirect_uri=https%3A%2F%2Fsekme.example%2Fsign-in%2Fprovider%2Fback&"))
        #expect(start.contains("&scope=openid%20groups&state=browser&"))
        #expect(start.hasSuffix("&code_challenge_method=S256"))
        board.give(try board.sign(try await board.token()))
        #expect(try await board.identity() == ExternalIdentity(issuer: OpenIDBoard.issuer, subject: "77"))
        let form = try #require(board.fake.seen.forms.last)
        let verifier = OpenIDBoard.value("code_verifier", in: form)
        #expect(verifier.count == 43 && !start.contains(verifier))
        #expect(OpenIDBoard.value("code_challenge", in: start) == AttemptSecrets.challenge(verifier))
        #expect(form.hasPrefix("grant_type=authorization_code&code=c0de&"))
        let other = try await board.provider.address(state: "another", back: OpenIDBoard.back)
        for name in ["nonce", "code_challenge"] {
            #expect(OpenIDBoard.value(name, in: other) != OpenIDBoard.value(name, in: start))
        }
    }

    @Test func `the secret goes into the header, or into the form where the provider wants it so`()
        async throws
    {
        let board = try OpenIDBoard()
        board.give(try board.sign(try await board.token()))
        _ = try await board.identity()
        let pair = Data("sekme:s%3D3%20cret".utf8).base64EncodedString()
        #expect(board.fake.seen.authorizations == ["Basic \(pair)"])
        #expect(board.fake.seen.forms.allSatisfy { !$0.contains("client_secret") })

        let plain = try OpenIDBoard()
        plain.fake.state.withLock { $0.methods = ["client_secret_post"] }
        plain.give(try plain.sign(try await plain.token()))
        _ = try await plain.identity()
        #expect(plain.fake.seen.authorizations == [nil])
        #expect(
            plain.fake.seen.forms.allSatisfy { $0.hasSuffix("client_secret=s%3D3%20cret") }
        )

        let other = try OpenIDBoard()
        other.fake.state.withLock { $0.methods = ["private_key_jwt"] }
        await #expect(throws: Refusal.badAnswer(.method)) { try await other.token() }
    }

    @Test(arguments: [
        ("iss", "\"https://evil.example\"", AnswerFault.issuer), ("aud", "\"other\"", .audience),
        ("aud", "[\"sekme\",\"other\"]", .audience), ("azp", "\"other\"", .audience), ("aud", "7", .audience),
        ("nonce", "\"x\"", .nonce), ("nonce", "null", .nonce), ("exp", "1793606339", .time),
        ("iat", "1793606461", .time), ("exp", "\"soon\"", .format), ("sub", "\"\"", .format),
    ])
    func `a token that says something else proves nothing`(
        claim: String,
        value: String,
        fault: AnswerFault
    ) async throws {
        let board = try OpenIDBoard()
        var token = try await board.token()
        token.claims[claim] = value
        board.give(try board.sign(token))
        await #expect(throws: Refusal.badAnswer(fault)) { try await board.identity() }
    }

    @Test func `several audiences need the client as the party, and clocks may differ by a minute`()
        async throws
    {
        let board = try OpenIDBoard()
        var token = try await board.token()
        token.claims["aud"] = "[\"other\",\"sekme\"]"
        token.claims["azp"] = "\"sekme\""
        token.claims["exp"] = "1793606341"
        token.claims["iat"] = "1793606459.5"
        board.give(try board.sign(token))
        #expect(try await board.identity().subject == "77")
    }

    @Test func `a token of another attempt proves nothing`() async throws {
        let board = try OpenIDBoard()
        board.give(try board.sign(try await board.token("another")))
        await #expect(throws: Refusal.badAnswer(.nonce)) { try await board.identity() }
    }

    @Test func `a token without a signature, or signed with what everybody knows, is refused`() async throws {
        let board = try OpenIDBoard()
        var token = try await board.token()
        token.header["alg"] = "\"none\""
        board.give(token.signed([]))
        await #expect(throws: Refusal.badAnswer(.algorithm)) { try await board.identity() }
        token.header["alg"] = "\"HS256\""
        let known = SymmetricKey(data: Array(board.key.publicKey.pemRepresentation.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array(token.text.utf8), using: known)
        board.give(token.signed(Array(code)))
        await #expect(throws: Refusal.badAnswer(.algorithm)) { try await board.identity() }
    }

    @Test func `a token that was changed, or signed by another, is refused`() async throws {
        let board = try OpenIDBoard()
        let token = try await board.token()
        let good = try board.sign(token)
        var other = token
        other.claims["sub"] = "\"78\""
        let signature = try #require(good.split(separator: ".").last)
        board.give("\(other.text).\(signature)")
        await #expect(throws: Refusal.badAnswer(.signature)) { try await board.identity() }
        board.give(try board.sign(token, with: try _RSA.Signing.PrivateKey(keySize: .bits2048)))
        await #expect(throws: Refusal.badAnswer(.signature)) { try await board.identity() }
        board.give("a.b")
        await #expect(throws: Refusal.badAnswer(.format)) { try await board.identity() }
    }

    @Test func `keys are asked for once more where a token names a new one`() async throws {
        let board = try OpenIDBoard()
        var token = try await board.token()
        token.header["kid"] = "\"two\""
        let new = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        board.give(try board.sign(token, with: new))
        await #expect(throws: Refusal.badAnswer(.key)) { try await board.identity() }
        #expect(board.fake.keyQuestions == 2)
        let shown = try OpenIDBoard.json(new, kid: "two")
        board.fake.state.withLock { $0.keys = [shown] }
        #expect(try await board.identity().subject == "77")
        #expect(board.fake.keyQuestions == 3)
        #expect(try await board.identity().subject == "77")
        #expect(board.fake.keyQuestions == 3)
    }

    @Test func `a token may be signed over a curve`() async throws {
        let board = try OpenIDBoard()
        let key = P256.Signing.PrivateKey()
        let point = Array(key.publicKey.x963Representation)
        let (x, y) = (Base64URL.text(Array(point[1...32])), Base64URL.text(Array(point[33...64])))
        let shown = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"one\",\"x\":\"\(x)\",\"y\":\"\(y)\"}"
        board.fake.state.withLock { $0.keys = [shown] }
        var token = try await board.token()
        token.header["alg"] = "\"ES256\""
        let signature = try key.signature(for: Array(token.text.utf8))
        board.give(token.signed(Array(signature.rawRepresentation)))
        #expect(try await board.identity().subject == "77")
        token.claims["sub"] = "\"78\""
        board.give(token.signed(Array(signature.rawRepresentation)))
        await #expect(throws: Refusal.badAnswer(.signature)) { try await board.identity() }
    }

    @Test func `a provider that says no, or is another, signs nobody in`() async throws {
        let board = try OpenIDBoard()
        _ = try await board.token()
        board.fake.state.withLock { $0.token = "{\"error\":\"invalid_grant\"}" }
        await #expect(throws: Refusal.badAnswer(.code)) { try await board.identity() }
        board.fake.state.withLock { $0.token = "<html>" }
        await #expect(throws: Refusal.badAnswer(.format)) { try await board.identity() }
        await #expect(throws: Refusal.providerSaidNo) {
            try await board.provider.identity(["state": "browser", "error": "access_denied"], back: "")
        }
        await #expect(throws: Refusal.badAnswer(.issuer)) {
            try await board.provider.identity(
                ["state": "b", "code": "c", "iss": "https://evil.example"],
                back: ""
            )
        }
        let other = try OpenIDBoard()
        other.fake.state.withLock { $0.issuer = "https://evil.example" }
        await #expect(throws: Refusal.badAnswer(.issuer)) { try await other.token() }
    }

    @Test(arguments: Engine.available)
    func `who is linked signs in, who is not is told whom to ask`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let board = try OpenIDBoard()
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let browser = Browser(world: world)
            let start = try await browser.get(ProviderStart(provider: board.provider)).target
            let state = OpenIDBoard.value("state", in: start)
            board.give(try board.sign(TestToken(nonce: OpenIDBoard.value("nonce", in: start))))
            let back = ProviderBack(provider: board.provider)
            let query = ["state": state, "code": "c0de"]
            let before = try await browser.get(back, query: query)
            #expect(before.secret == nil && before.text.contains("nav saistīts"))
            let identity = ExternalIdentity(issuer: OpenIDBoard.issuer, subject: "77")
            try await world.operated.link(id, identity: identity)
            let other = try await browser.get(ProviderStart(provider: board.provider)).target
            let wrong = ["state": OpenIDBoard.value("state", in: other), "code": "c0de"]
            let mixed = try await browser.get(back, query: wrong)
            #expect(mixed.secret == nil && mixed.text.contains("nav uz šo pieprasījumu"))
            let after = try await browser.get(back, query: query)
            #expect(after.secret != nil)
        }
    }
}
