import SekmeTesting
import Storage
import Testing

struct SealedRowsTests {
    private static let columns = ["tenant_id", "id", "slot", "amount"]

    private static func setting(_ connection: Connection) throws -> Int? {
        guard connection.dialect == .sqlite else { return nil }
        return try connection.value("PRAGMA secure_delete", Int.self)
    }

    @Test(arguments: Engine.available)
    func `sealed rows are removed, and whatever is removed later goes as before`(
        _ engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            let (before, after) = try await database.data.write { connection in
                try connection.load("fact", SealedRowsTests.columns) { loader in
                    for id in 0..<5_000 {
                        [1, Int64(id), 0, 2].withUnsafeBufferPointer { loader.addInts($0) }
                    }
                }
                let before = try SealedRowsTests.setting(connection)
                try connection.removingSealed {
                    try connection.execute("DELETE FROM fact WHERE tenant_id = \(1) AND id < \(4_000)")
                }
                return (before, try SealedRowsTests.setting(connection))
            }
            #expect(before == after)
            let left = try await database.data.read { try $0.value("SELECT count(*) FROM fact", Int.self) }
            #expect(left == 1_000)
        }
    }
}
