import Access
import Assessments
import Attainment
import Attendance
import Behaviour
import Cases
import Exchange
import Frame
import Kernel
import Meetings
import Planning
import Prevention
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// A board with one pupil in class, one who left long ago, and their facts.
private func withPersons(
    _ engine: Engine,
    _ body: @Sendable (BoardWorld) async throws -> Void
) async throws {
    let rooms = [
        attainmentRoom, attendanceRoom, assessmentsRoom, behaviourRoom,
        preventionRoom.with(wing: casesWing).with(wing: meetingsWing), planningRoom, privacyRoom,
    ]
    try await BoardWorld.with(engine, rooms, today: today) { world in
        try await world.take(
            "name,reg_no,kind,type\nPirmā pamatskola,4100000001,general,pamatskola\n",
            "institutions"
        )
        try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
        try await world.take(
            "institution,year,class,grade\nPirmā pamatskola,2026/2027,7.a,7\nPirmā pamatskola,2014/2015,9.a,9\n",
            "classes"
        )
        try await world.take(
            """
            institution,personal_code,external_code,surname,forename,year,class,from,to
            Pirmā pamatskola,010113-20004,J1,Ozols,Jānis,2026/2027,7.a,01.09.2026,
            Pirmā pamatskola,,J2,Bērziņa,Anna,2014/2015,9.a,01.09.2014,12.06.2015

            """,
            "pupils"
        )
        try await world.take(
            """
            institution,class,pupil_code,subject,mark,kind,year,term
            Pirmā pamatskola,7.a,J1,Matemātika,3,term,2026/2027,1
            Pirmā pamatskola,9.a,J2,Matemātika,8,year,2014/2015,

            """,
            "marks"
        )
        let marks = try await world.count("mark")
        #expect(marks == 2)
        try await body(world)
    }
}

private let today = Day(number: 20_781)

extension BoardWorld {
    fileprivate func pupil(_ code: String) async throws -> PupilID {
        let tenant = desk.tenant
        return try #require(
            await desk.database.data.read { connection in
                try connection.value(
                    "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND external_code = \(code)",
                    PupilID.self
                )
            }
        )
    }

    fileprivate func request(_ kind: RequestKind, _ code: String) async throws -> PrivacyRequest {
        let id = try await RequestWork(desk: desk)
            .register(kind, code: code, asker: .parent, on: desk.today, "Lūdz māte; pase pārbaudīta.")
        let tenant = desk.tenant
        return try #require(
            await desk.database.data.read { try PrivacyRequest.find(id, tenant, $0) }
        )
    }

    fileprivate func beginDay() async throws { try await desk.beginDay() }

    /// The board says how long it keeps data of pupils.
    fileprivate func keep(years: Int) async throws {
        let tenant = desk.tenant
        try await desk.database.data.write { connection in
            try connection.execute(
                """
                UPDATE regulation SET parameters = \("{\"schooling\":\(years)}"), version = version + 1
                WHERE tenant_id = \(tenant) AND name = \(RetentionRule.regulation)
                """
            )
        }
    }
}

struct PersonTests {
    @Test(arguments: Engine.available)
    func `everything of a person is shown, and nothing of another`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let marks = try #require(records.sections.first { $0.name == "marks" })
            #expect(marks.rows.count == 1)
            #expect(marks.rows[0].map(\.plain).contains("3"))
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Ozols"))
            #expect(!words.contains("Bērziņa"))
            #expect(!words.contains("J2"))
            // The personal code is sealed where it is kept, and told to its owner.
            #expect(words.contains { $0.contains("010113") })
        }
    }

    @Test(arguments: Engine.available)
    func `an observation is opened for the person, and only by permission`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            let all = try #require(try await PersonRecords.load(pupil, world.desk))
            let words = all.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(words.contains("Bieži viens"))
            let other = world.desk.seated(BoardWorld.asker([.readPupils, .readSignals]))
            let without = try #require(try await PersonRecords.load(pupil, other))
            let fewer = without.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(!fewer.contains("Bieži viens"))
        }
    }

    @Test func `every table with pupils' data says whose a row is, and every column has words`() async throws
    {
        try await withPersons(.sqlite) { world in
            let tables = try await world.desk.database.data.read {
                try PersonTables.load(world.desk.house, $0).all
            }
            let reading = tables.first { $0.note.name == "risk_reading" }
            #expect(reading?.wholes.map(\.name) == ["risk_signal"])
            for table in tables where !OwnFormats.covered.contains(table.note.name) {
                for column in table.columns where !ColumnWords.technical.contains(column) {
                    #expect(ColumnWords.all[column] != nil, "\(table.note.name).\(column)")
                }
            }
            let cases = Set(casesWing.migrations.flatMap(\.tables).filter { !$0.sealed.isEmpty }.map(\.name))
            #expect(cases == PersonTables.heldBack)
        }
    }

    @Test(arguments: Engine.available)
    func `the file has a table for each kind of data`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let bytes = try PersonFile(records: records).bytes()
            #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
            #expect(bytes.count > 400)
        }
    }
}

struct RequestTests {
    @Test(arguments: Engine.available)
    func `an answer is due in a month, can be put off once, and is decided once`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let request = try await world.request(.access, "010113-20004")
            #expect(request.asked == today)
            #expect(request.due == today.adding(months: 1))
            let work = RequestWork(desk: world.desk)
            try await work.decide(request.id, .extended, "Daudz datu", version: 1)
            await #expect(throws: Refusal.self) {
                try await work.decide(request.id, .extended, "Vēlreiz", version: 2)
            }
            await #expect(throws: Conflict.self) {
                try await work.decide(request.id, .fulfilled, "Nosūtīts", version: 1)
            }
            try await work.decide(request.id, .fulfilled, "Nosūtīts", version: 2)
            let (tenant, desk) = (world.desk.tenant, world.desk)
            let (decided, text) = try await desk.database.data.read { connection in
                (
                    try PrivacyRequest.find(request.id, tenant, connection),
                    try RequestText.decision.opened(request.id, desk, connection)
                )
            }
            #expect(decided?.state == .fulfilled)
            #expect(decided?.due == today.adding(months: 3))
            #expect(text == "Nosūtīts")
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may not handle personal data gets nothing done`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let other = world.desk.seated(BoardWorld.asker([.readPupils, .administer]))
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk: other)
                    .register(.erasure, code: "J1", asker: .parent, on: today, "Dzēst")
            }
            let count = try await world.count("privacy_request")
            #expect(count == 0)
        }
    }

    @Test func `a month ends with its last day`() throws {
        let january = try #require(Day(2027, 1, 31))
        #expect(january.adding(months: 1) == Day(2027, 2, 28))
        #expect(january.adding(years: -3) == Day(2024, 1, 31))
    }
}

struct ErasureTests {
    @Test(arguments: Engine.available)
    func `an erased person leaves numbers and no word`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            let before = try await world.vector("attainment/mark", Selection(year: SchoolYear(2026)))
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            #expect(try await world.vector("attainment/mark", Selection(year: SchoolYear(2026))) == before)
            #expect(try await world.count("risk_observation") == 0)
            #expect(try await world.count("risk_signal") == 0)
            #expect(try await world.count("risk_step") == 0)
            let tenant = world.desk.tenant
            let left = try await world.desk.database.data.read { connection in
                try connection.rows(
                    """
                    SELECT surname, forename, external_code, birth_day IS NULL AND code_sealed IS NULL
                        AND code_index IS NULL FROM pupil WHERE tenant_id = \(tenant) AND id = \(pupil)
                    """,
                    String.self,
                    String.self,
                    String.self,
                    Bool.self
                )
            }
            #expect(left.map { "\($0.0)\($0.1)\($0.2)" } == [""])
            #expect(left.map(\.3) == [true])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the day after the time of keeping takes away who left, and nobody else`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.keep(years: 10)
            try await world.beginDay()
            let tenant = world.desk.tenant
            let names = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT surname FROM pupil WHERE tenant_id = \(tenant) ORDER BY id",
                    String.self
                )
            }
            #expect(names == ["Ozols", ""])
            let buried = try await world.desk.database.data.read { try ErasedPupils.load(tenant, $0).pupils }
            #expect(buried.count == 1)
            // A second time there is nothing to do.
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is taken away before the board has said how long it keeps data`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is taken away while a request is open`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.keep(years: 10)
            _ = try await world.request(.access, "J2")
            try await world.beginDay()
            #expect(try await world.count("erased_pupil") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `an import of an erased pupil is not taken back over the tombstone`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let batch = try await world.take(
                """
                institution,external_code,surname,forename,year,class,from
                Pirmā pamatskola,J9,Liepa,Ilze,2026/2027,7.a,01.09.2026

                """,
                "pupils"
            )
            let request = try await world.request(.erasure, "J9")
            try await RequestWork(desk: world.desk).erase(request.id, "Kļūda", version: 1)
            let id = try #require(batch.batch)
            await #expect(throws: (any Error).self) { try await world.undo(id) }
            #expect(try await world.count("erased_pupil") == 1)
        }
    }
}

/// What other rooms write by their pages, which are not theirs to show here.
private enum Fixture {
    static func observe(_ pupil: PupilID, _ text: String, _ desk: Desk, _ connection: Connection) throws {
        let place = SealedPlace(
            table: "risk_observation",
            column: "text_sealed",
            row: "\(desk.tenant.rawValue)/\(pupil.rawValue)/1"
        )
        let sealed = try connection.sealer.seal(
            Array(text.utf8),
            tenant: desk.tenant.rawValue,
            bound: place
        )
        try connection.execute(
            """
            INSERT INTO risk_observation
                (tenant_id, pupil_id, id, signal_id, day, factor, text_sealed, account_id, account_name, at, version)
            VALUES (\(desk.tenant), \(pupil), 1, 1, \(desk.today), '1-low-marks', \(sealed), 7, 'Test', 0, 1)
            """
        )
    }
}
