import Access
import Assessments
import Attainment
import Attendance
import Behaviour
import Cases
import Evidence
import Exchange
import Frame
import Kernel
import Planning
import Prevention
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Demo

@Suite struct DemoTenantTests {
    static let plan = BoardPlan(
        seed: 5,
        today: BoardPlan.usual.today,
        pupils: 460,
        years: 2,
        presence: .lastDays(10)
    )
    private static let house = HouseBook(
        [
            accessRoom, evidenceRoom, registryRoom, exchangeRoom, attainmentRoom, attendanceRoom,
            assessmentsRoom, behaviourRoom, preventionRoom.with(wing: casesWing), planningRoom,
        ]
    )

    @Test(arguments: Engine.available)
    func `the registers and facts of the demo are those of its board`(engine: Engine) async throws {
        try await demo(engine) { database, demo in
            let sink = CountingSink()
            try Board(DemoTenantTests.plan).tell(sink)
            let counts = try await database.data.read { connection in
                try CountingSink.tables.map { try DemoTenantTests.count($0, demo.id, connection) }
            }
            #expect(counts == sink.counts)
            let states = try await database.data.read { try DemoTenantTests.states(demo.id, $0) }
            #expect(states == sink.states)
        }
    }

    @Test(arguments: Engine.available)
    func `every table stands in the history, and cells agree with facts`(engine: Engine) async throws {
        try await demo(engine) { database, demo in
            let desk = DemoTenantTests.desk(database, demo.id)
            let batches = try await Importer(desk).list()
            // Beside the board's tables two of past years and the state's list.
            #expect(batches.count == BoardTable.allCases.count + 3)
            #expect(try await Doctor(desk).run().isEmpty)
        }
    }

    @Test func `every subject of the demo has its learning area`() async throws {
        try await demo(.sqlite) { database, demo in
            let areas = try await database.data.read {
                try $0.rows(
                    "SELECT DISTINCT area FROM subject WHERE tenant_id = \(demo.id) ORDER BY area",
                    Int.self
                )
            }
            #expect(areas == Array(1...7))
        }
    }

    @Test(arguments: Engine.available)
    func `every role has an account with a scope of its level`(engine: Engine) async throws {
        try await demo(engine) { database, demo in
            #expect(
                Set(demo.accounts.map(\.role)) == Set(Role.all.map(\.name)).subtracting([Role.operator.name])
            )
            #expect(Set(demo.accounts.map(\.password)).count == demo.accounts.count)
            let accounts = Accounts(DemoTenantTests.desk(database, demo.id))
            for account in demo.accounts {
                let asker = try await accounts.asker(login: account.login)
                #expect(asker.grants.contains { $0.role == account.role }, "\(account.role)")
            }
            let teacher = try await accounts.asker(login: Role.classTeacher.name)
            let reach = teacher.reach(.readPupils, on: DemoTenantTests.plan.today)
            #expect(reach.classes.count == 1 && reach.institutions.isEmpty && !reach.everything)
            for role in [Role.head, .deputy, .socialPedagogue, .supportSpecialist, .classTeacher, .teacher] {
                let asker = try await accounts.asker(login: role.name)
                let staff = try #require(asker.staff, "\(role.name)")
                let entry = try await database.data.read {
                    try RegistryPlaces().staff(staff, tenant: demo.id, $0)
                }
                #expect(entry?.name == asker.name, "an account is called as its entry of the register")
            }
        }
    }

    @Test func `the demo has times of keeping that say they are examples, and nothing of it ends by them`()
        async throws
    {
        try await demo(.sqlite) { database, demo in
            let desk = DemoTenantTests.desk(database, demo.id)
            let record = try #require(try await RuleEditor(desk).records(RetentionRule.regulation).first)
            let texts = try record.texts
            for kind in RetentionKind.allCases {
                let time = try #require(texts[kind.rawValue].flatMap { Int($0) }, "\(kind.rawValue)")
                #expect(kind.isInDays || time > DemoTenantTests.plan.years, "\(kind.rawValue)")
            }
            #expect(record.rule.source.contains("Paraugs") && record.rule.words.en.contains("Examples"))
        }
    }

    @Test func `somebody noticed something, set levels, and not every case is as far as the others`()
        async throws
    {
        try await demo(.sqlite) { database, demo in
            let (seen, levels, states) = try await database.data.read { connection in
                (
                    try DemoTenantTests.count("risk_observation", demo.id, connection),
                    try DemoTenantTests.count("prevention_level", demo.id, connection),
                    try connection.rows(
                        "SELECT DISTINCT state FROM prevention_case WHERE tenant_id = \(demo.id) ORDER BY state",
                        Int.self
                    )
                )
            }
            #expect(seen == 3 && levels == 4)
            #expect(states.count >= 3 && states.contains { $0 < 3 }, "\(states)")
        }
    }

    @Test func `the demo has individual plans of every kind, and those of education for several groups`()
        async throws
    {
        try await demo(.sqlite) { database, demo in
            let rows = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT DISTINCT kind, ground FROM support_plan WHERE tenant_id = \(demo.id)
                    ORDER BY kind, ground
                    """,
                    Int.self,
                    Int.self
                )
            }
            #expect(Set(rows.map(\.0)) == [1, 2, 3, 4])
            #expect(rows.count { $0.0 == 2 && $0.1 > 0 } >= 3)
        }
    }

    @Test func `signs are dated as they would have come, and each case is younger than its sign`()
        async throws
    {
        try await demo(.sqlite) { database, demo in
            let (days, cases) = try await database.data.read { connection in
                let days = try connection.rows(
                    "SELECT DISTINCT noted_on FROM risk_signal WHERE tenant_id = \(demo.id) ORDER BY noted_on",
                    Day.self
                )
                let cases = try connection.rows(
                    """
                    SELECT c.opened_on, s.noted_on FROM prevention_case c
                    JOIN risk_signal s ON s.tenant_id = c.tenant_id AND s.id = c.signal_id
                    WHERE c.tenant_id = \(demo.id) ORDER BY c.id
                    """,
                    Day.self,
                    Day.self
                )
                return (days, cases)
            }
            #expect(days.count >= 4)
            #expect(days.allSatisfy { $0 == DemoTenantTests.plan.today || $0 == $0.month.last })
            #expect(!cases.isEmpty && cases.allSatisfy { $0.0 > $0.1 })
        }
    }

    @Test func `the class teacher takes part in a case that is worked on, and has a task in it`() async throws
    {
        try await demo(.sqlite) { database, demo in
            let desk = DemoTenantTests.desk(database, demo.id)
            let teacher = try await Accounts(desk).asker(login: Role.classTeacher.name)
            let (shared, tasks) = try await database.data.read { connection in
                let shared = try connection.value(
                    """
                    SELECT count(*) FROM case_member m
                    JOIN prevention_case c ON c.tenant_id = m.tenant_id AND c.id = m.case_id
                    WHERE m.tenant_id = \(demo.id) AND m.account_id = \(teacher.account) AND m.state = 2
                        AND c.closed_on = 0
                    """,
                    Int.self
                )
                let tasks = try connection.value(
                    """
                    SELECT count(*) FROM case_task
                    WHERE tenant_id = \(demo.id) AND owner_id = \(teacher.account) AND done_on = 0
                    """,
                    Int.self
                )
                return (shared, tasks)
            }
            #expect(shared == 1 && tasks == 1)
        }
    }

    @Test func `the programme is whole, and there are three terms of events, signs, cases and plans`()
        async throws
    {
        try await demo(.sqlite) { database, demo in
            let parts: [Name] = ["plan_indicator", "plan_activity", "plan_task", "plan_resource"]
            let (counts, days) = try await database.data.read { connection in
                let counts = try parts.map { try DemoTenantTests.count($0, demo.id, connection) }
                let days = try [
                    connection.rows(
                        "SELECT day FROM plan_event WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT noted_on FROM risk_signal WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT opened_on FROM prevention_case WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT made_on FROM support_plan WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                ]
                return (counts, days)
            }
            #expect(counts == [12, 14, 44, 13])
            // Of the terms since the first of two years began; a case comes after its sign, in the second term at the latest.
            let year = SchoolYear(containing: DemoTenantTests.plan.today)
            let terms = ["\(year.previous.start)/1", "\(year.previous.start)/2", "\(year.start)/1"]
            for (name, days) in zip(["events", "signs", "cases", "plans"], days) {
                let found = Set(days.map { CaseTerm($0).code })
                let wanted = terms.dropFirst(["events", "signs"].contains(name) ? 0 : 1)
                #expect(found.isSuperset(of: wanted), "\(name): \(found.sorted())")
                #expect(days.allSatisfy { $0 <= DemoTenantTests.plan.today }, "\(name)")
            }
        }
    }

    @Test func `a case that is over came to what its plan came to`() async throws {
        try await demo(.sqlite) { database, demo in
            let ended = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT c.outcome, s.result FROM prevention_case c
                    JOIN support_plan s ON s.tenant_id = c.tenant_id AND s.case_id = c.id AND s.kind = 1
                    WHERE c.tenant_id = \(demo.id) AND c.closed_on > 0 ORDER BY c.id
                    """,
                    Int.self,
                    Int.self
                )
            }
            // Reduced by both, or unchanged by both.
            #expect(
                !ended.isEmpty && ended.allSatisfy { ($0.0 == 1 && $0.1 == 1) || ($0.0 == 3 && $0.1 == 2) }
            )
        }
    }

    @Test func `there are consultations of the year that the annual report tells of`() async throws {
        let small = BoardPlan(
            seed: 5,
            today: DemoTenantTests.plan.today,
            pupils: 160,
            presence: .lastDays(5)
        )
        try await demo(.sqlite, small) { database, demo in
            let year = small.reported.start
            let days = try await database.data.read { connection in
                try connection.rows(
                    "SELECT day FROM consultation WHERE tenant_id = \(demo.id) AND year = \(year) ORDER BY id",
                    Day.self
                )
            }
            #expect(days.count >= 10)
            #expect(days.allSatisfy { $0.weekday <= 5 && small.reported.contains($0) })
        }
    }

    @Test(arguments: Engine.available)
    func `a second demo in the same database is refused`(engine: Engine) async throws {
        try await demo(engine) { database, _ in
            await #expect(throws: Refusal.self) { try await DemoTenantTests.make(database) }
        }
    }

    func demo(
        _ engine: Engine,
        _ plan: BoardPlan = DemoTenantTests.plan,
        _ body: (Database, DemoTenant) async throws -> Void
    ) async throws {
        let migrations = DemoTenantTests.house.rooms.map {
            RoomMigrations(room: $0.name, migrations: $0.migrations)
        }
        try await withDatabase(engine, migrations: migrations) { database in
            try await body(database, DemoTenantTests.make(database, plan))
        }
    }

    @discardableResult
    private static func make(
        _ database: Database,
        _ plan: BoardPlan = DemoTenantTests.plan
    ) async throws -> DemoTenant {
        try await DemoTenant.make(
            plan,
            database,
            house,
            clock: { Instant(milliseconds: 1_795_000_000_000) },
            cost: ScryptCost(logN: 4, r: 8, p: 1)
        )
    }

    private static func desk(_ database: Database, _ tenant: TenantID) -> Desk {
        Desk(
            database: database,
            tenant: tenant,
            asker: Operator.asker(house),
            house: house,
            clock: { Instant(milliseconds: 1_795_000_000_000) },
            fixedToday: plan.today
        )
    }

    /// Lessons by what the journal said, from the facts: kinds of absence, 0 for present, 5 for late.
    private static func states(_ tenant: TenantID, _ connection: Connection) throws -> [UInt8: Int] {
        let rows = try connection.rows(
            """
            SELECT CASE state WHEN 2 THEN kind WHEN 3 THEN 5 ELSE 0 END, count(*) FROM lesson_record
            WHERE tenant_id = \(tenant) GROUP BY CASE state WHEN 2 THEN kind WHEN 3 THEN 5 ELSE 0 END ORDER BY 1
            """,
            Int.self,
            Int.self
        )
        return Dictionary(rows.map { (UInt8($0.0), $0.1) }) { first, _ in first }
    }

    private static func count(_ table: Name, _ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM \(table.sql) WHERE tenant_id = \(tenant)", Int.self) ?? 0
    }
}

/// Counts what a board should be in the registers and facts.
private final class CountingSink: BoardSink {
    static let tables: [Name] = [
        "institution", "programme", "class_group", "pupil", "enrolment", "lesson_record", "mark",
        "assessment",
        "assessment_result", "behaviour_entry", "behaviour_text", "lesson_held",
    ]
    private var pupils: Set<Int> = []
    private(set) var states: [UInt8: Int] = [:]
    private var rows = [Int](repeating: 0, count: CountingSink.tables.count)

    var counts: [Int] {
        var counts = rows
        counts[3] = pupils.count
        return counts
    }

    func institution(_ institution: BoardInstitution) { rows[0] += 1 }
    func programme(_ programme: ProgrammeKind, of institution: BoardInstitution) { rows[1] += 1 }
    func classGroup(_ group: BoardClass) { rows[2] += 1 }

    func stay(_ stay: BoardStay) {
        pupils.insert(stay.pupil.number)
        rows[4] += 1
    }

    func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) {
        rows[5] += lessons.count
        for lesson in lessons { states[lesson.state.rawValue, default: 0] += 1 }
    }
    func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) { rows[6] += marks.count }
    func assessment(_ assessment: BoardAssessment) { rows[7] += 1 }
    func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) {
        rows[8] += results.count
    }
    func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) {
        rows[9] += entries.count
        rows[10] += entries.count
    }
    func held(_ held: [BoardHeld], _ book: ClassBook) { rows[11] += held.count }
}
