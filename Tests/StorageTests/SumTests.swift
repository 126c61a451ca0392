import SekmeTesting
import Storage
import Testing

struct SumTests {
    @Test(
        arguments: Engine.available,
        [
            [1, 2, 3], [0], [-5, 2], [10_000], [9_999, 1], [100_000_000, 10_001], [-10_000, -1],
            [.max - 1, 1], [.max, 0], [.min + 5, -5], [1_000_000_000_000, 5], [.max, .min],
        ] as [[Int]]
    )
    func `a sum is exact`(_ engine: Engine, _ numbers: [Int]) async throws {
        let sum = try await sum(numbers, engine)
        #expect(sum == numbers.reduce(0, +))
    }

    @Test(arguments: Engine.available)
    func `a sum that does not fit is an error and not a wrong number`(_ engine: Engine) async throws {
        await #expect(throws: StorageError.self) { try await sum([.max, 1], engine) }
        await #expect(throws: StorageError.self) { try await sum([.min, -1], engine) }
    }

    @Test(arguments: Engine.available)
    func `the sum of nothing is NULL`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            let sum = try await database.data.read { try $0.value("SELECT sum(amount) FROM fact", Int?.self) }
            #expect(sum == .some(.none))
        }
    }

    private func sum(_ numbers: [Int], _ engine: Engine) async throws -> Int? {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for (slot, number) in numbers.enumerated() {
                    try connection.execute(
                        "INSERT INTO fact (tenant_id, id, slot, amount) VALUES (1, 1, \(slot), \(number))"
                    )
                }
                return try connection.value("SELECT sum(amount) FROM fact", Int.self)
            }
        }
    }
}
