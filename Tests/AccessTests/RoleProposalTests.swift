import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Access

/// What a provider's groups propose gives nothing before an administrator says so.
struct RoleProposalTests {
    private static let places = NumberedPlaces()
    private static let lines = """
        group Lasa = reader
        group Vada = head at 1
        group Citur = head at abc
        """

    /// Signs an account in over a provider that says which groups it is in.
    private func enter(_ world: World, _ groups: String) async throws -> SignInOutcome {
        let board = try OpenIDBoard(Self.lines)
        var token = try await board.token()
        token.claims["groups"] = groups
        board.give(try board.sign(token))
        return try await world.visited.signIn(try await board.identity(), from: World.visitor)
    }

    private func linked(_ world: World) async throws -> AccountID {
        let id = try await world.add("anna", NewRole("teacher", in: World.there))
        let identity = ExternalIdentity(issuer: OpenIDBoard.issuer, subject: "77")
        try await world.operated.link(id, identity: identity)
        return id
    }

    private func proposed(_ id: AccountID, _ accounts: Accounts) async throws -> [String] {
        try await accounts.proposals(for: try await accounts.one(id)).map(\.proposal.role)
    }

    @Test(arguments: Engine.available)
    func `groups propose roles and give none`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await linked(world)
            let session = try #require(try await enter(world, "[\"Lasa\",\"Vada\",\"Nezināma\"]").session)
            let signedIn = try #require(try await world.visited.signedIn(session))
            #expect(!signedIn.asker.may(.administer, in: World.here, on: world.today))
            let roles = try await world.operated.one(id).roles.map(\.role)
            #expect(roles == ["teacher"])
            let waiting = try await proposed(id, world.operated)
            #expect(waiting == ["head", "reader"])
            let listed = try await world.operated.list()
            let awaiting = try await world.operated.awaiting(among: listed).map(\.account.id)
            #expect(awaiting == [id])
            // What the provider says no more is proposed no more.
            _ = try await enter(world, "\"Lasa\"")
            let later = try await proposed(id, world.operated)
            #expect(later == ["reader"])
            _ = try await enter(world, "null")
            let last = try await proposed(id, world.operated)
            #expect(last.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an administrator gives what is proposed, or puts it aside`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await linked(world)
            _ = try await enter(world, "[\"Lasa\",\"Vada\"]")
            try await world.operated.accept("reader", at: "", for: id)
            let held = try await world.operated.one(id).roles
            #expect(held.map(\.role).sorted() == ["reader", "teacher"])
            #expect(held.first { $0.role == "reader" }?.scope == .tenant)
            let waiting = try await proposed(id, world.operated)
            #expect(waiting == ["head"])
            await #expect(throws: Refusal.self) {
                try await world.operated.accept("reader", at: "", for: id)
            }
            await #expect(throws: Refusal.self) {
                try await world.operated.accept("administrator", at: "", for: id)
            }
            try await world.operated.dismiss("head", at: "1", for: id)
            // What was put aside is not asked again at each sign-in.
            _ = try await enter(world, "[\"Lasa\",\"Vada\"]")
            let later = try await proposed(id, world.operated)
            #expect(later.isEmpty)
            let roles = try await world.operated.one(id).roles
            #expect(roles.count == 2)
            // With the link everything goes that came by it: another link begins anew.
            let identity = ExternalIdentity(issuer: OpenIDBoard.issuer, subject: "77")
            try await world.operated.link(id, identity: nil)
            try await world.operated.link(id, identity: identity)
            _ = try await enter(world, "\"Vada\"")
            let anew = try await proposed(id, world.operated)
            #expect(anew == ["head"])
        }
    }

    @Test(arguments: Engine.available)
    func `a head decides about the own institution alone`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await linked(world)
            _ = try await enter(world, "[\"Lasa\",\"Vada\"]")
            let here = try await world.accounts(
                of: try await world.add("vada.te", NewRole("head", in: World.here))
            )
            let there = try await world.accounts(
                of: try await world.add("vada.citur", NewRole("head", in: World.there))
            )
            // One does not manage the account; the other does, but gives no role of the board or elsewhere.
            await #expect(throws: Refusal.self) { try await here.accept("head", at: "1", for: id) }
            let shown = try await proposed(id, there)
            #expect(shown.isEmpty)
            for (role, place) in [("reader", ""), ("head", "1")] {
                await #expect(throws: Refusal.self) { try await there.accept(role, at: place, for: id) }
                await #expect(throws: Refusal.self) { try await there.dismiss(role, at: place, for: id) }
            }
            let roles = try await world.operated.one(id).roles
            #expect(roles.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `the page of a user shows what is proposed with its group, and takes an answer`(
        engine: Engine
    ) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await linked(world)
            _ = try await enter(world, "[\"Lasa\",\"Citur\"]")
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let part = ["account": String(id.rawValue)]
            let list = try await browser.get(UsersPage(places: Self.places))
            #expect(list.text.contains("Piedāvātas lomas"))
            let page = try await browser.get(UserPage(places: Self.places), parts: part)
            #expect(page.text.contains("Piedāvātās lomas") && page.text.contains("Lasa"))
            #expect(page.text.contains("iestādes reģistrā nav"))
            #expect(page.text.contains("proposal-dismiss-2") && page.text.contains("proposal-grant-2"))
            #expect(!page.text.contains("proposal-grant-1"))
            let action = UserProposalAction(places: Self.places)
            let unknown = ["role": "head", "registration": "abc", "answer": "grant"]
            let refused = try await browser.post(action, unknown, parts: part)
            #expect(refused.status == 422)
            let dismissal = unknown.merging(["answer": "dismiss"]) { $1 }
            _ = try await browser.post(action, dismissal, parts: part)
            let sent = ["role": "reader", "registration": "", "answer": "grant"]
            let given = try await browser.post(action, sent, parts: part)
            #expect(given.target == "/users/\(id.rawValue)")
            let after = try await browser.get(UserPage(places: Self.places), parts: part)
            #expect(!after.text.contains("Piedāvātās lomas"))
            let roles = try await world.operated.one(id).roles.map(\.role).sorted()
            #expect(roles == ["reader", "teacher"])
        }
    }
}
