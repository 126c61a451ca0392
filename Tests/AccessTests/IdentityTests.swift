import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Access

/// A provider that says what its test told it to.
private struct TestProvider: IdentityProvider {
    let issuer = "https://id.example"
    let title = Text(same: "Paraugs ID")

    func address(state: String, back: String) async throws -> String {
        "https://id.example/authorize?state=\(state)&back=\(back)"
    }

    func identity(_ answer: [String: String], back: String) async throws -> ExternalIdentity {
        guard let code = answer["code"] else { throw Refusal.noSuchPage }
        return ExternalIdentity(issuer: answer["iss"] ?? issuer, subject: code)
    }
}

struct IdentityTests {
    private static let identity = ExternalIdentity(issuer: "https://id.example", subject: "77")

    @Test(arguments: Engine.available)
    func `an account is found by issuer and subject together, while it is open`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let accounts = world.visited
            let before = try await accounts.signIn(Self.identity, from: World.visitor)
            #expect(before.isRefused)
            try await world.operated.link(id, identity: Self.identity)
            let outcome = try await accounts.signIn(Self.identity, from: World.visitor)
            let session = try #require(outcome.session)
            #expect(try await accounts.signedIn(session)?.account.id == id)
            let stranger = ExternalIdentity(issuer: "https://other.example", subject: "77")
            #expect(try await accounts.signIn(stranger, from: World.visitor).isRefused)
            let other = try await world.add("ieva", NewRole("reader", in: .tenant))
            await #expect(throws: Refusal.self) {
                try await world.operated.link(other, identity: Self.identity)
            }
            try await world.operated.disable(id)
            #expect(try await accounts.signIn(Self.identity, from: World.visitor).isRefused)
            try await world.operated.enable(id)
            try await world.operated.link(id, identity: nil)
            #expect(try await accounts.signIn(Self.identity, from: World.visitor).isRefused)
        }
    }

    @Test func `the sign-in page shows a provider only where one is configured`() async throws {
        try await withWorld(.sqlite, isDemo: true) { world in
            let browser = Browser(world: world)
            let plain = try await browser.get(SignInPage())
            #expect(!plain.text.contains("/sign-in/provider"))
            let page = try await browser.get(SignInPage(provider: TestProvider()))
            #expect(page.text.contains("/sign-in/provider") && page.text.contains("Paraugs ID"))
            #expect(!accessRoom.pages.contains { $0.path.hasPrefix("/sign-in/provider") })
            let room = makeAccessRoom(places: NumberedPlaces(), provider: TestProvider())
            #expect(room.pages.count { $0.path.hasPrefix("/sign-in/provider") } == 2)
        }
    }

    @Test func `only an answer that the same browser asked for signs in`() async throws {
        try await withWorld(.sqlite, isDemo: true) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            try await world.operated.link(id, identity: Self.identity)
            let browser = Browser(world: world)
            let start = try await browser.get(ProviderStart(provider: TestProvider())).target
            let state = try #require(
                start.split(separator: "=").dropFirst().first?.split(separator: "&").first
            )
            let back = ProviderBack(provider: TestProvider())
            let wrong = try await browser.get(back, query: ["state": "x", "code": "77"])
            #expect(wrong.secret == nil && wrong.text.contains("Sāciet vēlreiz"))
            let foreign = try await browser.get(
                back,
                query: ["state": String(state), "code": "77", "iss": "https://evil.example"]
            )
            #expect(foreign.secret == nil)
            let nobody = try await browser.get(back, query: ["state": String(state), "code": "78"])
            #expect(nobody.text.contains("nav saistīts"))
            let done = try await browser.get(back, query: ["state": String(state), "code": "77"])
            #expect(done.secret != nil)
        }
    }
}
