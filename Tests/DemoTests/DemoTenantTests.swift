import Access
import Exchange
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Demo

@Suite struct DemoTenantTests {
    @Test(arguments: Engine.available)
    func `the registers and facts of the demo are those of its board`(engine: Engine) async throws {
        try await SmallDemo.with(engine) { database, demo in
            let sink = CountingSink()
            try Board(SmallDemo.plan).tell(sink)
            let counts = try await database.data.read { connection in
                try CountingSink.tables.map { try SmallDemo.count($0, demo.id, connection) }
            }
            #expect(counts == sink.counts)
            let states = try await database.data.read { try DemoTenantTests.states(demo.id, $0) }
            #expect(states == sink.states)
        }
    }

    @Test(arguments: Engine.available)
    func `every table stands in the history, and cells agree with facts`(engine: Engine) async throws {
        try await SmallDemo.with(engine) { database, demo in
            let desk = SmallDemo.desk(database, demo.id)
            let batches = try await Importer(desk).list()
            // Beside the board's tables two of past years and the state's list.
            #expect(batches.count == BoardTable.allCases.count + 3)
            #expect(try await Doctor(desk).run().isEmpty)
        }
    }

    @Test func `every subject of the demo has its learning area`() async throws {
        try await SmallDemo.with(.sqlite) { database, demo in
            let areas = try await database.data.read {
                try $0.rows(
                    "SELECT DISTINCT area FROM subject WHERE tenant_id = \(demo.id) ORDER BY area",
                    Int.self
                )
            }
            #expect(areas == Array(1...7))
        }
    }

    @Test func `the demo has times of keeping that say they are examples, and nothing of it ends by them`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let desk = SmallDemo.desk(database, demo.id)
            let record = try #require(try await RuleEditor(desk).records(RetentionRule.regulation).first)
            let texts = try record.texts
            for kind in RetentionKind.allCases {
                let time = try #require(texts[kind.rawValue].flatMap { Int($0) }, "\(kind.rawValue)")
                #expect(kind.isInDays || time > SmallDemo.plan.years, "\(kind.rawValue)")
            }
            #expect(record.rule.source.contains("Paraugs") && record.rule.words.en.contains("Examples"))
        }
    }

    @Test(arguments: Engine.available)
    func `a second demo in the same database is refused`(engine: Engine) async throws {
        try await SmallDemo.with(engine) { database, _ in
            await #expect(throws: Refusal.self) { try await SmallDemo.make(database) }
        }
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
}
