import SekmeTesting
import Storage
import Testing

struct RowLoadTests {
    private static let columns = ["tenant_id", "id", "slot", "amount"]

    @Test(arguments: Engine.available)
    func `rows that lie in memory are loaded as they are`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for part in 0..<3 {
                    let rows = (0..<1_000).flatMap { id -> [Int64] in
                        [Int64(part * 1_000 + id), Int64(id % 7), id == 0 ? .min : Int64(-id)]
                    }
                    try rows.withUnsafeBufferPointer {
                        try connection.load("fact", RowLoadTests.columns, first: 4, $0)
                    }
                }
                let none: [Int64] = []
                try none.withUnsafeBufferPointer {
                    try connection.load("fact", RowLoadTests.columns, first: 4, $0)
                }
            }
            let rows = try await database.data.read { connection in
                try connection.rows(
                    "SELECT tenant_id, id, slot, amount FROM fact ORDER BY id",
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self
                )
            }
            #expect(rows.count == 3_000)
            #expect(
                rows.enumerated().allSatisfy { at, row in
                    row.0 == 4 && row.1 == at && row.2 == at % 1_000 % 7
                        && row.3 == (at % 1_000 == 0 ? .min : -(at % 1_000))
                }
            )
        }
    }

    @Test(arguments: Engine.available)
    func `columns that are the same in many rows are loaded as any other`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for part in 0..<2 {
                    let rows = (0..<1_500).flatMap { id -> [Int64] in
                        [Int64(part * 1_500 + id), Int64(3 + part), Int64.max]
                    }
                    try rows.withUnsafeBufferPointer {
                        try connection.load("fact", RowLoadTests.columns, first: 4, $0)
                    }
                }
            }
            let rows = try await database.data.read { connection in
                try connection.rows(
                    "SELECT id, slot, amount FROM fact ORDER BY id",
                    Int.self,
                    Int.self,
                    Int.self
                )
            }
            #expect(rows.count == 3_000)
            #expect(
                rows.enumerated().allSatisfy { at, row in
                    row.0 == at && row.1 == (at < 1_500 ? 3 : 4) && row.2 == Int.max
                }
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a key that is there already stops the load and the transaction`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: StorageError.self) {
                try await database.data.write { connection in
                    let rows: [Int64] = [1, 1, 1, 2, 1, 1, 1, 1, 5]
                    try rows.withUnsafeBufferPointer {
                        try connection.load("fact", RowLoadTests.columns, first: 1, $0)
                    }
                }
            }
            let left = try await database.data.read { try $0.value("SELECT count(*) FROM fact", Int.self) }
            #expect(left == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `numbers that do not make whole rows are refused`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: StorageError.self) {
                try await database.data.write { connection in
                    let rows: [Int64] = [1, 1, 1, 2]
                    try rows.withUnsafeBufferPointer {
                        try connection.load("fact", RowLoadTests.columns, first: 1, $0)
                    }
                }
            }
        }
    }
}
