import Access
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// Requests of staff about themselves go through the same register as those of pupils.
struct StaffRequestTests {
    /// One who left long ago and has figures of a pupil, and one who works.
    private func withStaff(
        _ engine: Engine,
        _ body: @escaping @Sendable (BoardWorld) async throws -> Void
    ) async throws {
        try await withPersons(engine) { world in
            try await world.take(
                """
                institution,external_code,surname,forename,role,from,to
                Pirmā pamatskola,S1,Liepa,Ilze,skolotājs,01.09.2010,31.08.2012
                Pirmā pamatskola,S2,Kalns,Juris,skolotājs,01.09.2010,

                """,
                "staff"
            )
            try await body(world)
        }
    }

    private func request(
        _ kind: RequestKind,
        _ code: String,
        _ world: BoardWorld
    ) async throws -> PrivacyRequest {
        let (desk, tenant) = (world.desk, world.desk.tenant)
        let id = try await RequestWork(desk: desk)
            .register(kind, of: .staff, code: code, asker: .pupil, on: desk.today, "Lūdz darbiniece")
        return try #require(await desk.database.data.read { try PrivacyRequest.find(id, tenant, $0) })
    }

    private func staff(_ request: PrivacyRequest) throws -> StaffID {
        try #require(request.subject.staff.first)
    }

    @Test(arguments: Engine.available)
    func `a member of staff is found by the code of the staff register alone`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            let found = try await request(.access, "S2", world)
            #expect(found.subject.pupils.isEmpty)
            #expect(found.due == today.adding(months: 1))
            await #expect(throws: FieldErrors.self) { _ = try await request(.access, "J1", world) }
            await #expect(throws: FieldErrors.self) { _ = try await world.request(.access, "S2") }
        }
    }

    @Test(arguments: Engine.available)
    func `a member of staff is found by a personal code, which is nobody's in the other register`(
        _ engine: Engine
    ) async throws {
        try await withStaff(engine) { world in
            try await world.take(
                """
                institution,personal_code,external_code,surname,forename,role,from,to
                Pirmā pamatskola,329999-00001,S3,Bērzs,Jānis,skolotājs,01.09.2010,

                """,
                "staff"
            )
            let named = try staff(try await request(.access, "S3", world))
            let coded = try staff(try await request(.access, "329999-00001", world))
            #expect(coded == named)
            await #expect(throws: FieldErrors.self) { _ = try await world.request(.access, "329999-00001") }
            // The personal code of a pupil is no code of the staff register.
            await #expect(throws: FieldErrors.self) { _ = try await request(.access, "010113-20004", world) }
        }
    }

    @Test(arguments: Engine.available)
    func `everything of a member of staff is shown, and nothing of another`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            let id = try staff(try await request(.access, "S2", world))
            let account = try await Accounts(world.desk)
                .add(NewAccount(login: "juris.kalns", name: "Juris Kalns"), NewRole("reader", in: .tenant)).id
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE account SET staff_id = \(id) WHERE tenant_id = \(tenant) AND id = \(account)"
                )
            }
            let records = try #require(try await StaffRecords.load(id, world.desk))
            let names = Set(records.sections.map(\.name))
            #expect(
                names.isSuperset(of: ["staff", "staff_post", "account", "grant_role", "privacy_request"])
            )
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Kalns"))
            #expect(words.contains("juris.kalns"))
            #expect(!words.contains("Liepa"))
            let columns = records.sections.flatMap(\.columns).map(\.name)
            #expect(!columns.contains("password"))
            #expect(!columns.contains("totp"))
            // Marks name the teacher and are of pupils.
            #expect(records.withheld.map(\.reason.en).allSatisfy { $0.contains("15(4)") })
            #expect(!names.contains("mark"))
        }
    }

    @Test(arguments: Engine.available)
    func `who looked at a member of staff is told, and whom else they saw is not`(
        _ engine: Engine
    ) async throws {
        try await withStaff(engine) { world in
            let id = try staff(try await request(.access, "S2", world))
            let accounts = Accounts(world.desk)
            let role = NewRole("reader", in: .tenant)
            let head = try await accounts.add(NewAccount(login: "vita.ozola", name: "Vita Ozola"), role).id
            var new = NewAccount(login: "juris.kalns", name: "Juris Kalns")
            new.staff = id
            let own = try await accounts.add(new, role).id
            func read(_ account: AccountID, _ what: String) -> AuditEvent {
                AuditEvent(world.desk.tenant, at: world.desk.clock(), .read, account: account, what: what)
            }
            let others = "\(id.rawValue + 987_600),\(id.rawValue),\(id.rawValue + 987_601)"
            try await AuditTrail(world.desk.database).record([
                read(head, "/teachers/:teacher staff \(id.rawValue)"),
                read(head, "/search staff \(others)"),
                read(head, "/search staff \(id.rawValue + 987_600)"),
                read(own, "/classes/:class staff \(others)"),
                AuditEvent(
                    world.desk.tenant,
                    at: world.desk.clock(),
                    .export,
                    account: head,
                    what: "/privacy/requests/:request/file staff \(id.rawValue)"
                ),
            ])
            let records = try #require(try await StaffRecords.load(id, world.desk))
            let file = "/privacy/requests/:request/file"
            #expect(records.looks.map(\.record.place) == [file, "/search", "/teachers/:teacher"])
            #expect(Set(records.looks.map(\.who)) == ["Vita Ozola"])
            #expect(records.deeds.contains { $0.record.place == "/classes/:class" })
            let page = PersonView(records: records, language: .lv, today: today).html.string
            #expect(page.contains("Kas skatīja datus") && page.contains("Vita Ozola"))
            #expect(!page.contains(String(id.rawValue + 987_600)))
        }
    }

    @Test(arguments: Engine.available)
    func `who has left is erased on request, and who works is not`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            let (left, works) = (
                try await request(.erasure, "S1", world), try await request(.erasure, "S2", world)
            )
            try await RequestWork(desk: world.desk).erase(left.id, "Nestrādā", version: 1)
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk: world.desk).erase(works.id, "Lūdz", version: 1)
            }
            #expect(try await world.column("surname", of: "staff", String.self) == ["", "Kalns"])
            #expect(try await world.count("erased_staff") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody of the staff is taken away while a request is open`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            try await world.keep(["staff": 10, "requests": 1])
            let open = try await request(.access, "S1", world)
            try await world.beginDay()
            #expect(try await world.count("erased_staff") == 0)
            try await RequestWork(desk: world.desk).decide(open.id, .fulfilled, "Nosūtīts", version: 1)
            try await world.desk(on: today + 1).beginDay()
            #expect(try await world.count("erased_staff") == 1)
            try await world.desk(on: today.adding(years: 1) + 1).beginDay()
            #expect(try await world.count("privacy_request") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `the pages of a request of staff say what is kept`(_ engine: Engine) async throws {
        try await withStaff(engine) { world in
            let found = try await request(.access, "S2", world)
            let asked = PageRequest(parts: ["request": String(found.id)])
            guard case .page(let content) = try await PersonPage().answer(asked, world.desk) else {
                throw Refusal.noSuchPage
            }
            #expect(content.body.string.contains("Kalns"))
            #expect(content.body.string.contains("Ko persona darījusi sistēmā"))
            #expect(content.body.string.contains("Kas skatīja datus"))
            #expect(content.persons.isEmpty)
            #expect(content.staff == found.subject.staff)
            guard case .file(let file) = try await PersonFilePage().answer(asked, world.desk) else {
                throw Refusal.noSuchPage
            }
            #expect(file.persons.isEmpty)
            #expect(file.staff == found.subject.staff, "the file is recorded with whom it is about")
        }
    }
}
