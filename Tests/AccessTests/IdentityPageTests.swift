import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// Outside identities are linked with accounts, and no longer linked, on the page of the user.
struct IdentityPageTests {
    private static let places = NumberedPlaces()
    private static let typed = ["issuer": " https://id.example", "subject": "77 "]
    private static let identity = ExternalIdentity(issuer: "https://id.example", subject: "77")

    private func signedIn(_ login: String, _ world: World) async throws -> Browser {
        let outcome = try await world.visited.signIn(login, World.password, from: World.visitor)
        return Browser(world: world, session: try #require(outcome.session))
    }

    @Test(arguments: Engine.available)
    func `a link is made and ended on the page, and both are on record`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let browser = try await signedIn("adm", world)
            let parts = ["account": String(id.rawValue)]
            let action = UserIdentityAction(places: Self.places)
            let before = try await browser.get(UserPage(places: Self.places), parts: parts)
            #expect(before.text.contains("Konts nav saistīts") && !before.text.contains("identity-end"))
            let linked = try await browser.post(action, Self.typed, parts: parts)
            #expect(linked.target == "/users/\(id.rawValue)")
            #expect(try await world.visited.signIn(Self.identity, from: World.visitor).session != nil)
            let page = try await browser.get(UserPage(places: Self.places), parts: parts)
            #expect(page.text.contains("<code>77</code>") && page.text.contains("identity-end"))
            let trail = try await AuditTrail.list(world.tenant, AuditFilter(), world.database)
            let changes = trail.count { $0.what == "account \(id.rawValue)" }
            _ = try await browser.post(action, ["end": "1"], parts: parts)
            #expect(try await world.visited.signIn(Self.identity, from: World.visitor).isRefused)
            let after = try await AuditTrail.list(world.tenant, AuditFilter(), world.database)
            #expect(after.count { $0.what == "account \(id.rawValue)" } == changes + 1)
            let known = try await world.operated.identities(of: id)
            #expect(known.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an identity of another account and one without its parts are refused in words`(
        engine: Engine
    ) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let first = try await world.add("anna", NewRole("reader", in: .tenant))
            let second = try await world.add("ieva", NewRole("reader", in: .tenant))
            try await world.operated.link(first, identity: Self.identity)
            let browser = try await signedIn("adm", world)
            let parts = ["account": String(second.rawValue)]
            let action = UserIdentityAction(places: Self.places)
            let taken = try await browser.post(action, Self.typed, parts: parts)
            #expect(taken.status == 422 && taken.text.contains("pieder citam kontam"))
            let empty = try await browser.post(action, ["issuer": "", "subject": " "], parts: parts)
            #expect(empty.status == 422 && empty.text.contains("<details open>"))
            #expect(try await world.operated.identities(of: second).isEmpty)
            // The provider that others are linked with is offered for the next.
            let page = try await browser.get(UserPage(places: Self.places), parts: parts)
            #expect(page.text.contains("value=\"https://id.example\""))
        }
    }

    @Test(arguments: Engine.available)
    func `a head links accounts of the own institution alone`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let teacher = try await world.add("skol", NewRole("teacher", in: World.here))
            let board = try await world.add("anna", NewRole("board-specialist", in: .tenant))
            let accounts = try await world.accounts(of: head)
            await #expect(throws: Refusal.self) { _ = try await accounts.identities(of: board) }
            await #expect(throws: Refusal.self) { try await accounts.link(board, identity: Self.identity) }
            try await accounts.link(teacher, identity: Self.identity)
            #expect(try await accounts.identities(of: teacher) == [Self.identity])
            await #expect(throws: Refusal.self) {
                try await world.accounts(of: teacher).link(teacher, identity: nil)
            }
        }
    }
}
