import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct SessionTests {
    private func signIn(_ world: World, _ login: String = "anna") async throws -> Secret {
        try #require(try await world.visited.signIn(login, World.password, from: World.visitor).session)
    }

    @Test(arguments: Engine.available)
    func `a session ends after idle minutes, sooner for those who see pupils`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("anna", NewRole("reader", in: .tenant))
            try await world.add("ilze", NewRole("social-pedagogue", in: World.here))
            let reader = try await signIn(world)
            let pedagogue = try await signIn(world, "ilze")
            world.pass(.seconds(29 * 60))
            #expect(try await world.visited.signedIn(reader) != nil)
            #expect(try await world.visited.signedIn(pedagogue) != nil)
            world.pass(.seconds(30 * 60))
            #expect(try await world.visited.signedIn(reader) != nil)
            #expect(try await world.visited.signedIn(pedagogue) == nil)
            world.pass(.seconds(120 * 60))
            #expect(try await world.visited.signedIn(reader) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `however busy, a session ends after twelve hours`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await world.add("anna", NewRole("reader", in: .tenant))
            let secret = try await signIn(world)
            for _ in 0..<11 {
                world.pass(.seconds(3_600))
                #expect(try await world.visited.signedIn(secret) != nil)
            }
            world.pass(.seconds(3_600))
            #expect(try await world.visited.signedIn(secret) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `one's own sessions are listed and ended, others' are not`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let anna = try await world.add("anna", NewRole("reader", in: .tenant))
            let ilze = try await world.add("ilze", NewRole("reader", in: .tenant))
            let first = try await signIn(world)
            let second = try await signIn(world)
            #expect(first != second, "each sign-in has a session of its own")
            let sessions = Sessions(world.visited.desk)
            #expect(try await sessions.list(of: anna).count == 2)
            try await sessions.end(first.hash, of: ilze)
            #expect(try await world.visited.signedIn(first) != nil)
            try await sessions.end(first.hash, of: anna)
            #expect(try await world.visited.signedIn(first) == nil)
            #expect(try await sessions.list(of: anna).map(\.hash) == [second.hash])
            try await world.visited.signOut(second)
            #expect(try await world.visited.signedIn(second) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `the secret of a session is not in the database`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await world.add("anna", NewRole("reader", in: .tenant))
            let secret = try await signIn(world)
            let hashes = try await world.database.state.read {
                try $0.rows("SELECT id_hash FROM session", [UInt8].self)
            }
            #expect(hashes == [secret.hash])
            #expect(secret.hash != Array(secret.text.utf8))
        }
    }

    @Test(arguments: Engine.available)
    func `a new password ends the other sessions`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let here = try await signIn(world)
            let there = try await signIn(world)
            let own = try await world.accounts(of: id)
            await #expect(throws: Refusal.self) {
                try await own.changePassword(from: "nepareiza", to: "cita laba parole", keeping: here)
            }
            await #expect(throws: Refusal.self) {
                try await own.changePassword(from: World.password, to: "īsa", keeping: here)
            }
            try await own.changePassword(from: World.password, to: "lapsa dejo tango", keeping: here)
            #expect(try await world.visited.signedIn(here) != nil)
            #expect(try await world.visited.signedIn(there) == nil)
            #expect(try await world.visited.signIn("anna", World.password, from: World.visitor).isRefused)
            let outcome = try await world.visited.signIn("anna", "lapsa dejo tango", from: World.visitor)
            #expect(outcome.session != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a password that somebody else chose must be changed first`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            var new = NewAccount(login: "anna", name: "Anna Paraudziņa")
            new.password = World.password
            new.mustChange = true
            let id = try await world.operated.add(new, NewRole("reader", in: .tenant)).id
            let session = try await signIn(world)
            let signedIn = try #require(try await world.visited.signedIn(session))
            #expect(signedIn.duty == .changePassword)
            #expect(!signedIn.asker.may(.readFigures, in: .tenant, on: world.today))
            let own = try await world.accounts(of: id)
            try await own.changePassword(from: World.password, to: "lapsa dejo tango", keeping: session)
            #expect(try await world.visited.signedIn(session)?.duty == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a form's token is good for its session alone`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let tokens = try await FormTokens.of(world.tenant, at: World.start, world.database)
            let again = try await FormTokens.of(world.tenant, at: World.start, world.database)
            let (mine, yours) = (Secret(), Secret())
            #expect(again.accepts(tokens.token(for: mine), for: mine), "another server has the same key")
            #expect(!tokens.accepts(tokens.token(for: yours), for: mine))
            #expect(!tokens.accepts("", for: mine))
            #expect(!tokens.accepts(mine.text, for: mine))
        }
    }

    @Test(arguments: Engine.available)
    func `a link sets the password once and in time`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let added = try await world.operated.add(
                NewAccount(login: "anna", name: "Anna Paraudziņa"),
                NewRole("reader", in: .tenant)
            )
            let invitation = try #require(added.invitation)
            #expect(try await world.visited.owner(of: invitation).purpose == .invitation)
            await #expect(throws: Refusal.self) {
                _ = try await world.visited.accept(invitation, password: "Anna Paraudziņa")
            }
            #expect(try await world.visited.accept(invitation, password: World.password).id == added.id)
            await #expect(throws: Refusal.deadLink) {
                _ = try await world.visited.accept(invitation, password: World.password)
            }
            let session = try await signIn(world)
            let reset = try await world.operated.link(for: added.id)
            let newer = try await world.operated.link(for: added.id)
            await #expect(throws: Refusal.deadLink, "a newer link replaces the older") {
                _ = try await world.visited.owner(of: reset)
            }
            #expect(try await world.visited.owner(of: newer).purpose == .reset)
            _ = try await world.visited.accept(newer, password: "lapsa dejo tango")
            #expect(try await world.visited.signedIn(session) == nil)
            let late = try await world.operated.link(for: added.id)
            world.pass(.seconds(86_400))
            await #expect(throws: Refusal.deadLink) { _ = try await world.visited.owner(of: late) }
        }
    }
}
