import Frame
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
                return try ["mark_group", "mark_pupil", "mark_class"].map { table in
                    try connection.value("SELECT count(*) FROM \(try SQL.name(table))", Int.self)
                }
            }
            #expect(left == [0, 0, 0])
        }
    }
}
