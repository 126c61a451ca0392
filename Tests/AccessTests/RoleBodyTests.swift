import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// Who works for another body says for which.
struct RoleBodyTests {
    private static let places = NumberedPlaces()

    @Test(arguments: Engine.available)
    func `a role of other bodies names one, and its grants carry it`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let role = NewRole("outside-worker", in: .tenant, body: .social)
            let id = try await world.add("soc", role)
            let asker = try #require(try await world.operated.asker(for: id))
            #expect(asker.bodies(.recordBodyEvents, on: world.today) == [.social])
            #expect(asker.may(.recordBodyEvents, in: Scope(owner: id), on: world.today))
            #expect(!asker.may(.recordBodyEvents, in: .tenant, on: world.today))
            #expect(!asker.may(.recordEvents, in: .tenant, on: world.today))
            let held = try #require(try await world.operated.one(id).roles.first)
            try await world.operated.endRole(held.id, of: id)
            let later = try #require(try await world.operated.asker(for: id))
            #expect(later.bodies(.recordBodyEvents, on: world.today).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `no such role without a body, and no body with another role`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let wrong = [
                NewRole("outside-worker", in: .tenant),
                NewRole("outside-worker", in: .tenant, body: .school),
                NewRole("reader", in: .tenant, body: .social),
            ]
            for (number, role) in wrong.enumerated() {
                await #expect(throws: Refusal.self) { try await world.add("kads\(number)", role) }
            }
            #expect(throws: Refusal.self) { _ = try CaseBody.typed("sociālais") }
            let (police, none) = (try CaseBody.typed("police"), try CaseBody.typed(""))
            #expect(police == .police && none == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `the body is asked with the role, shown, and changed later with a record`(
        engine: Engine
    ) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let id = try await world.add("jcentrs", NewRole("reader", in: .tenant))
            let part = ["account": String(id.rawValue)]
            let places = Self.places
            let sent = ["role": "outside-worker", "place": "tenant"]
            let without = try await browser.post(UserGrantAction(places: places), sent, parts: part)
            #expect(without.status == 422 && without.text.contains("jānorāda institūcija"))
            let given = try await browser.post(
                UserGrantAction(places: places),
                sent.merging(["body": "youth"]) { $1 },
                parts: part
            )
            #expect(given.target == "/users/\(id.rawValue)")
            #expect(
                try await browser.get(UserPage(places: places), parts: part).text.contains("jauniešu centrs")
            )
            let held = try #require(
                try await world.operated.one(id).roles.first { $0.role == "outside-worker" }
            )
            #expect(held.body == .youth)
            _ = try await browser.post(
                UserBodyAction(places: places),
                ["grant": String(held.id), "body": "police"],
                parts: part
            )
            let changed = try await world.operated.one(id).roles.first { $0.id == held.id }
            #expect(changed?.body == .police)
            let last = try await AuditTrail.list(world.tenant, AuditFilter(), world.database)
            #expect(last.contains { $0.what.hasSuffix("grant \(held.id) body police") })
            for body in ["school", "", "kāds"] {
                await #expect(throws: Refusal.self) {
                    _ = try await browser.post(
                        UserBodyAction(places: places),
                        ["grant": String(held.id), "body": body],
                        parts: part
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who holds a permission is told with the bodies that the roles name`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("soc", NewRole("outside-worker", in: .tenant, body: .social))
            try await world.operated.setRole(
                NewRole("outside-worker", in: .tenant, body: .youth),
                for: id
            )
            try await world.add("vad", NewRole("head", in: World.here))
            let (tenant, today) = (world.tenant, world.today)
            let held = try await world.database.data.read { connection in
                try Accounts.holders(of: .joinCases, covering: World.here, on: today, tenant, connection)
            }
            let bodies = Dictionary(uniqueKeysWithValues: held.map { ($0.account == id, $0.bodies) })
            #expect(bodies == [true: [.social, .youth], false: []])
        }
    }

    @Test(arguments: Engine.available)
    func `a head changes nobody's body`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let id = try await world.add("soc", NewRole("outside-worker", in: .tenant, body: .social))
            let held = try #require(try await world.operated.one(id).roles.first)
            let accounts = try await world.accounts(of: head)
            await #expect(throws: Refusal.self) {
                try await accounts.setBody(.police, ofRole: held.id, of: id)
            }
            #expect(try await world.operated.one(id).roles.first?.body == .social)
        }
    }

    @Test func `who works for another body registers events of it and has no other way into programmes`() {
        let book = HouseBook([accessRoom])
        let matrix = PermissionMatrix(book)
        for line in matrix.lines {
            let own = line.allowed[Permission.recordBodyEvents.name] ?? []
            #expect(own == (line.role.name == Role.outsideWorker.name ? [.own] : []), "\(line.role.name)")
        }
        for permission in [Permission.recordEvents, .editPlans, .publishPlans, .readFigures] {
            #expect(Role.outsideWorker.breadths(permission).isEmpty, "\(permission.name)")
        }
        #expect(Role.all.filter(\.namesBody).map(\.name) == [Role.outsideWorker.name])
    }
}
