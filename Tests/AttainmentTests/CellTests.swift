import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attainment

struct CellTests {
    @Test(arguments: Engine.available)
    func `cells equal sums over the facts`(_ engine: Engine) async throws {
        try await World.run(engine) { world in
            try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            let facts = try await sums(
                world,
                "mark",
                """
                sum(CASE standing WHEN 1 THEN 1 ELSE 0 END), sum(CASE standing WHEN 1 THEN hundredths ELSE 0 END),
                sum(CASE standing WHEN 1 THEN hundredths * hundredths ELSE 0 END),
                sum(CASE level WHEN 1 THEN 1 ELSE 0 END), sum(CASE level WHEN 4 THEN 1 ELSE 0 END),
                sum(CASE WHEN level > 0 THEN 1 ELSE 0 END), sum(CASE standing WHEN 2 THEN 1 ELSE 0 END),
                sum(CASE standing WHEN 3 THEN 0 ELSE 1 END)
                """
            )
            let columns: SQL =
                "sum(n), sum(sum), sum(squares), sum(l1), sum(l4), sum(levelled), sum(nv), sum(entries)"
            #expect(facts.count == 9)
            #expect(try await sums(world, "mark_group", columns) == facts)
            #expect(try await sums(world, "mark_pupil", columns) == facts)
            #expect(try await sums(world, "mark_class", columns) == facts)
        }
    }

    private func sums(_ world: World, _ table: String, _ columns: SQL) async throws -> [[Int]] {
        try await world.database.data.read { connection in
            var rows: [[Int]] = []
            let query: SQL = """
                SELECT year, term, kind, class_id, \(columns) FROM \(try SQL.name(table))
                WHERE tenant_id = \(World.tenant) GROUP BY year, term, kind, class_id
                ORDER BY year, term, kind, class_id
                """
            try connection.each(query) { row in rows.append(try (0..<12).map { _ in try row.next(Int.self) })
            }
            return rows
        }
    }

    @Test(arguments: Engine.available)
    func `marks that are taken back leave no cell`(_ engine: Engine) async throws {
        try await World.run(engine) { world in
            let reading = try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            let left = try await world.database.data.write { connection in
                for rule in FactTable.marks.cells {
                    let cells = CellAccumulator(rule.cube)
                    cells.sign = -1
                    for mark in reading.marks {
                        (mark + [0, 0]).map(Int64.init).withUnsafeBufferPointer { buffer in
                            guard let base = buffer.baseAddress else { return }
                            rule.contribute(FactRow(base: base), cells)
                        }
                    }
                    try cells.flush(tenant: World.tenant, connection)
                }
                return try ["mark_group", "mark_pupil", "mark_class", "mark_month"].map { table in
                    try connection.value("SELECT count(*) FROM \(try SQL.name(table))", Int.self)
                }
            }
            #expect(left == [0, 0, 0, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `months of marks that were there before are those of their days`(_ engine: Engine) async throws {
        let old = attainmentRoom.migrations.filter { $0.id != Migration.markMonths.id }
        // Days at both ends of months, of a leap day too; a mark of a term has no day, one who is exempt no mark.
        let days = [(2024, 2, 29), (2024, 3, 1), (2025, 2, 28), (2025, 12, 31), (2026, 1, 1), (1970, 1, 31)]
            .compactMap { Day($0.0, $0.1, $0.2) }
        try await withPlace(engine) { place in
            let database = try await place.open([RoomMigrations(room: "attainment", migrations: old)])
            try await database.data.write { connection in
                let marks = days.map { ($0.number, 1) } + [(days[0].number, 1), (0, 1), (days[0].number, 3)]
                for (ordinal, mark) in marks.enumerated() {
                    let (day, standing) = mark
                    try connection.execute(
                        """
                        INSERT INTO mark VALUES
                            (1, 1, 1, 2024, 0, 1, \(day), \(ordinal), 700, 1, 3, 1, 1, 1, 7, 0, 0, \(standing), 1, 0)
                        """
                    )
                }
            }
            await database.close()
            let now = [RoomMigrations(room: "attainment", migrations: attainmentRoom.migrations)]
            let mended = try await place.open(now)
            let months = try await mended.data.read { connection in
                try connection.rows(
                    "SELECT month, entries FROM mark_month ORDER BY month",
                    Int.self,
                    Int.self
                ).map { [$0.0, $0.1] }
            }
            let expected = Dictionary(days.map { ($0.month.number, 1) }, uniquingKeysWith: +)
                .merging([days[0].month.number: 1], uniquingKeysWith: +)
            #expect(months == expected.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
            await mended.close()
        }
    }
}
