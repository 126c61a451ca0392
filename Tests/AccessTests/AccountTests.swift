import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct AccountTests {
    @Test(arguments: Engine.available)
    func `accounts are listed in Latvian order and found without marks`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            for (login, name) in [
                ("viens", "Čaks"), ("divi", "Cēsis"), ("tris", "Ādams"), ("cetri", "Cukurs"),
            ] {
                _ = try await world.operated.add(
                    NewAccount(login: login, name: name),
                    NewRole("reader", in: .tenant)
                )
            }
            let all = try await world.operated.list()
            #expect(all.map(\.account.name) == ["Ādams", "Cēsis", "Cukurs", "Čaks"])
            let found = try await world.operated.list(search: "cesi")
            #expect(found.map(\.account.login) == ["divi"])
            await #expect(throws: Refusal.loginTaken) {
                _ = try await world.operated.add(
                    NewAccount(login: "Viens", name: "Cits"),
                    NewRole("reader", in: .tenant)
                )
            }
        }
    }

    @Test(
        arguments: [
            NewRole("emperor", in: .tenant), NewRole("operator", in: .tenant), NewRole("head", in: .tenant),
            NewRole("reader", in: Scope(owner: AccountID(rawValue: 1))), NewRole("evaluator", in: World.here),
            NewRole("class-teacher", in: Scope(classGroup: ClassID(rawValue: 3))),
            NewRole("reader", in: .tenant, to: Day(number: 5)),
        ]
    )
    func `a role that does not fit is refused`(role: NewRole) async throws {
        try await withWorld(.sqlite) { world in
            await #expect(throws: Refusal.self) {
                _ = try await world.operated.add(NewAccount(login: "anna", name: "Anna"), role)
            }
            let none = try await world.operated.list()
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a role begins, counts and ends by days`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let today = world.today
            let id = try await world.add(
                "anna",
                NewRole("evaluator", in: World.here, from: today + 1, to: today + 2)
            )
            let asker = try #require(try await world.operated.asker(for: id))
            let allowed = (0...3).map { asker.may(.readFigures, in: World.here, on: today + $0) }
            #expect(allowed == [false, true, true, false])
            try await world.operated.setRole(NewRole("reader", in: .tenant), for: id)
            #expect(
                try await world.operated.asker(for: id)?.may(.readFigures, in: .tenant, on: today) == true
            )
            let listed = try await world.operated.one(id)
            let reader = try #require(listed.roles.first { $0.role == "reader" })
            try await world.operated.endRole(reader.id, of: id)
            #expect(
                try await world.operated.asker(for: id)?.may(.readFigures, in: .tenant, on: today) == false
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the head manages the accounts of one school and no other`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let teacher = try await world.add("ped", NewRole("teacher", in: World.here))
            let foreign = try await world.add("cits", NewRole("teacher", in: World.there))
            let admin = try await world.add("adm", NewRole("administrator", in: .tenant))
            // Also of this school, and of the board: not the head's.
            let both = try await world.add("abi", NewRole("teacher", in: World.here))
            try await world.operated.setRole(NewRole("board-specialist", in: .tenant), for: both)
            let heads = try await world.accounts(of: head)
            let listed = try await heads.list()
            #expect(Set(listed.map(\.account.id)) == [head, teacher])
            for other in [foreign, admin, both] {
                await #expect(throws: Refusal.noSuchAccount) { _ = try await heads.link(for: other) }
                await #expect(throws: Refusal.noSuchAccount) { try await heads.disable(other) }
                await #expect(throws: Refusal.noSuchAccount) {
                    try await heads.setRole(NewRole("teacher", in: World.here), for: other)
                }
            }
            for role in [
                NewRole("administrator", in: .tenant), NewRole("head", in: World.there),
                // A class that the head says is of the own school; nobody here knows that it is.
                NewRole(
                    "class-teacher",
                    in: Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 99))
                ),
            ] {
                await #expect(throws: Refusal.self) { try await heads.setRole(role, for: teacher) }
            }
            try await heads.setRole(NewRole("deputy", in: World.here), for: teacher)
            let teachers = try await world.accounts(of: teacher)
            await #expect(throws: Refusal.self) { _ = try await teachers.list() }
        }
    }

    @Test(arguments: Engine.available)
    func `tenants keep their accounts apart`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            let one = try await World(database)
            let all = try await database.data.read { try Tenants.all($0).map(\.id) }
            #expect(all == [one.tenant])
            let other = try await Tenants.create(
                "Cita pārvalde",
                host: "Cita.example.lv",
                at: World.start,
                database
            )
            try await one.add("anna", NewRole("reader", in: .tenant))
            try await database.data.read { connection in
                let named = try Tenants.byHost("cita.EXAMPLE.lv", connection)
                #expect(named?.id == other)
                let nameless = try Tenants.byHost("", connection)
                #expect(nameless == nil)
                let here = try Accounts.find(login: "anna", tenant: one.tenant, connection)
                #expect(here != nil)
                let there = try Accounts.find(login: "anna", tenant: other, connection)
                #expect(there == nil)
            }
            await #expect(throws: Refusal.hostTaken) {
                _ = try await Tenants.create("Trešā", host: "cita.example.lv", at: World.start, database)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `viewing as another needs leave, is recorded, and ends with the leave`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            let admin = try await world.add("adm", NewRole("administrator", in: .tenant))
            let head = try await world.add("vad", NewRole("head", in: World.here))
            let session = try #require(
                try await world.visited.signIn("adm", World.password, from: World.visitor).session
            )
            let heads = try await world.accounts(of: head)
            await #expect(throws: Refusal.self) { try await heads.view(as: admin, session) }
            try await world.accounts(of: admin).view(as: head, session)
            let viewing = try #require(try await world.visited.signedIn(session))
            #expect(viewing.asker.viewing == head)
            #expect(viewing.asker.account == admin)
            let may = { viewing.asker.may($0, in: World.here, on: world.today) }
            #expect(may(.readFigures))
            #expect(!may(.readPupils), "the administrator sees no pupils, through nobody's eyes")
            #expect(!viewing.asker.may(.readFigures, in: World.there, on: world.today))
            #expect(!viewing.asker.may(.ownAccount, in: Scope(owner: head), on: world.today))
            let records = try await AuditTrail.list(world.tenant, AuditFilter(), world.database)
            let record = try #require(records.first)
            #expect(record.kind == "view-as")
            #expect(record.account == admin)
            #expect(record.onBehalf == head)
            let role = try #require(try await world.operated.one(admin).roles.first)
            try await world.operated.endRole(role.id, of: admin)
            #expect(try await world.visited.signedIn(session) == nil)
        }
    }
}
