import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct StaffLinkTests {
    private static let entry = StaffID(rawValue: 17)

    @Test(arguments: Engine.available)
    func `a linked account asks as its entry of the staff register`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let id = try await world.add("skol", NewRole("teacher", in: World.here))
            #expect(try await world.operated.asker(for: id)?.staff == nil)
            try await world.operated.link(id, to: Self.entry)
            #expect(try await world.operated.asker(for: id)?.staff == Self.entry)
            #expect(try await world.operated.asker(login: "skol").staff == Self.entry)
            let outcome = try await world.visited.signIn("skol", World.password, from: World.visitor)
            let session = try #require(outcome.session)
            #expect(try await world.visited.signedIn(session)?.asker.staff == Self.entry)
            let last = try await AuditTrail.list(world.tenant, AuditFilter(), world.database)
            #expect(last.contains { $0.what == "account \(id.rawValue) staff 17" })
            try await world.operated.link(id, to: nil)
            #expect(try await world.visited.signedIn(session)?.asker.staff == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an entry belongs to one open account`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            var new = NewAccount(login: "pirma", name: "Pirmā")
            new.staff = Self.entry
            let first = try await world.operated.add(new, NewRole("teacher", in: World.here)).id
            let second = try await world.add("otra", NewRole("teacher", in: World.here))
            await #expect(throws: Refusal.self) { try await world.operated.link(second, to: Self.entry) }
            new.login = "tresa"
            await #expect(throws: Refusal.self) {
                _ = try await world.operated.add(new, NewRole("teacher", in: World.here))
            }
            try await world.operated.disable(first)
            try await world.operated.link(second, to: Self.entry)
            #expect(try await world.operated.one(second).account.staff == Self.entry)
        }
    }

    @Test(arguments: Engine.available)
    func `a head links nobody who is not known to work at the institution`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let teacher = try await world.add("skol", NewRole("teacher", in: World.here))
            let accounts = try await world.accounts(of: head)
            await #expect(throws: Refusal.self) { try await accounts.link(teacher, to: Self.entry) }
            #expect(try await world.operated.one(teacher).account.staff == nil)
            // Another change leaves a link that the administrator made.
            try await world.operated.link(teacher, to: Self.entry)
            let account = try await accounts.one(teacher).account
            var change = AccountChange(account)
            change.name = "Jauns Vārds"
            try await accounts.change(teacher, version: account.version, change)
            #expect(try await world.operated.one(teacher).account.staff == Self.entry)
        }
    }

    /// The administrator alone sees no figures about teachers, so neither through a teacher's eyes.
    @Test(arguments: Engine.available)
    func `through a teacher's eyes one sees their own figures where one may oneself`(
        engine: Engine
    ) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let teacher = try await world.add("skol", NewRole("teacher", in: World.here))
            try await world.operated.link(teacher, to: Self.entry)
            let viewer = try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let session = try #require(outcome.session)
            try await world.accounts(of: viewer).view(as: teacher, session)
            let plain = try #require(try await world.visited.signedIn(session)?.asker)
            #expect(plain.viewing == teacher && plain.staff == nil)
            try await world.operated.setRole(NewRole("board-specialist", in: .tenant), for: viewer)
            #expect(try await world.visited.signedIn(session)?.asker.staff == Self.entry)
        }
    }

    @Test func `pages ask for the entry and keep what was typed`() async throws {
        try await withWorld(.sqlite, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let places = NumberedPlaces()
            let wrong = try await browser.post(
                UserNewAction(places: places),
                ["login": "skol", "name": "Anna", "role": "teacher", "place": "1", "staff": "nav tāda"]
            )
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"nav tāda\""))
            _ = try await browser.post(
                UserNewAction(places: places),
                ["login": "skol", "name": "Anna", "role": "teacher", "place": "1", "staff": "17"]
            )
            let id = try await world.operated.named("skol").id
            let part = ["account": String(id.rawValue)]
            let page = try await browser.get(UserPage(places: places), parts: part)
            #expect(page.text.contains("Ieraksts darbinieku reģistrā"))
            let version = String(try await world.operated.one(id).account.version)
            let saved = try await browser.post(
                UserEditAction(places: places),
                ["version": version, "name": "Anna", "staff": ""],
                parts: part
            )
            #expect(saved.target == "/users/\(id.rawValue)")
            #expect(try await world.operated.one(id).account.staff == nil)
        }
    }
}
