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
func withPersons(
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

/// The day of the tests: 24 November 2026.
let today = Day(number: 20_781)

extension BoardWorld {
    func pupil(_ code: String) async throws -> PupilID {
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

    func request(_ kind: RequestKind, _ code: String) async throws -> PrivacyRequest {
        let id = try await RequestWork(desk: desk)
            .register(kind, code: code, asker: .parent, on: desk.today, "Lūdz māte; pase pārbaudīta.")
        let tenant = desk.tenant
        return try #require(
            await desk.database.data.read { try PrivacyRequest.find(id, tenant, $0) }
        )
    }

    func beginDay() async throws { try await desk.beginDay() }

    /// The same desk on another day, at noon.
    func desk(on day: Day) -> Desk {
        Desk(
            database: desk.database,
            tenant: desk.tenant,
            asker: desk.asker,
            house: desk.house,
            clock: { Instant(milliseconds: day.number * 86_400_000 + 43_200_000) },
            fixedToday: day
        )
    }

    /// The board says how long it keeps data, by the names of the rule's numbers.
    func keep(_ numbers: [String: Int]) async throws {
        let json = "{" + numbers.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        let tenant = desk.tenant
        try await desk.database.data.write { connection in
            try connection.execute(
                """
                UPDATE regulation SET parameters = \(json), version = version + 1
                WHERE tenant_id = \(tenant) AND name = \(RetentionRule.regulation)
                """
            )
        }
    }

    /// One column of a table in the order of another.
    func column<Cell: SQLReadable & Sendable>(
        _ column: SQL,
        of table: SQL,
        by order: SQL = "id",
        _ type: Cell.Type
    ) async throws -> [Cell] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try connection.rows(
                "SELECT \(column) FROM \(table) WHERE tenant_id = \(tenant) ORDER BY \(order)",
                type
            )
        }
    }

    /// What the trail's queue and chain say was done to what, in order.
    func trail() async throws -> [String] {
        try await AuditTrail.move(desk.tenant, desk.database)
        var filter = AuditFilter()
        filter.kind = .change
        return try await AuditTrail.list(desk.tenant, filter, desk.database).reversed().map(\.what)
    }
}

extension Desk {
    /// Where keeping ended, the latest first.
    func ended() async throws -> [EndedKeeping] {
        let (house, tenant) = (house, tenant)
        return try await database.data.read { try EndedKeeping.last(house, tenant, $0) }
    }
}

/// What other rooms write by their pages, which are not theirs to show here.
enum Fixture {
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
