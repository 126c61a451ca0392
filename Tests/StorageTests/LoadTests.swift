import SekmeTesting
import Storage
import Testing

struct LoadTests {
    private static let columns = ["tenant_id", "id", "slot", "amount"]

    @Test(arguments: Engine.available)
    func `a hundred thousand facts are loaded and streamed`(_ engine: Engine) async throws {
        let count = 100_000
        try await withDatabase(engine, migrations: [things]) { database in
            let loaded = try await database.data.write { connection in
                try connection.load("fact", LoadTests.columns) { loader in
                    for id in 0..<Int64(count) {
                        [1, id, id % 7, -id].withUnsafeBufferPointer { loader.addInts($0) }
                    }
                }
            }
            #expect(loaded == count)
            let (rows, sum) = try await database.data.read { connection in
                var rows = 0
                var sum = 0
                try connection.each("SELECT id, slot, amount FROM fact ORDER BY tenant_id, id") { row in
                    let id: Int = try row.next()
                    let slot: Int = try row.next()
                    let amount: Int = try row.next()
                    guard id == rows, slot == id % 7 else { throw LoadTests.Wrong(id: id) }
                    rows += 1
                    sum += amount
                }
                return (rows, sum)
            }
            #expect(rows == count)
            #expect(sum == -(count * (count - 1) / 2))
            let stored = try await database.data.read {
                try $0.value("SELECT sum(amount) FROM fact", Int.self)
            }
            #expect(stored == sum)
        }
    }

    @Test(arguments: Engine.available)
    func `every kind of cell can be loaded`(_ engine: Engine) async throws {
        let samples = [
            Thing(number: .min, name: "", bytes: []),
            Thing(number: nil, name: nil, bytes: nil),
            Thing(number: .max, name: "Ķekava", bytes: [0, 1, 255]),
        ]
        try await withDatabase(engine, migrations: [things]) { database in
            let loaded = try await database.data.write { connection in
                try connection.load("thing", ["tenant_id", "id", "number", "name", "bytes"]) { loader in
                    for (id, sample) in samples.enumerated() {
                        loader.add(1)
                        loader.add(Int64(id))
                        loader.add(sample.number)
                        if let name = sample.name { loader.add(name) } else { loader.addNull() }
                        if let bytes = sample.bytes { loader.add(bytes) } else { loader.addNull() }
                        loader.endRow()
                    }
                }
            }
            #expect(loaded == 3)
            #expect(try await database.data.read(Thing.all) == samples)
        }
    }

    @Test(arguments: Engine.available)
    func `a load of nothing loads nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            let loaded = try await database.data.write { try $0.load("fact", LoadTests.columns) { _ in } }
            #expect(loaded == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a load that goes wrong leaves nothing behind`(_ engine: Engine) async throws {
        let feeds: [@Sendable (inout Loader) throws -> Void] = [
            { loader in  // The key twice.
                for _ in 0..<2 { [1, 1, 1, 1].withUnsafeBufferPointer { loader.addInts($0) } }
            },
            { loader in  // A row too short.
                loader.add(1)
                loader.endRow()
            },
            { loader in [1, 2, 3].withUnsafeBufferPointer { loader.addInts($0) } },
            { loader in  // A row without an end.
                [1, 1, 1, 1].withUnsafeBufferPointer { loader.addInts($0) }
                loader.add(1)
            },
        ]
        try await withDatabase(engine, migrations: [things]) { database in
            for feed in feeds {
                await #expect(throws: StorageError.self) {
                    try await database.data.write { try $0.load("fact", LoadTests.columns, feed) }
                }
            }
            let wrong = await #expect(throws: Wrong.self) {
                try await database.data.write { connection in
                    try connection.load("fact", LoadTests.columns) { loader in
                        [1, 1, 1, 1].withUnsafeBufferPointer { loader.addInts($0) }
                        throw Wrong(id: 5)
                    }
                }
            }
            #expect(wrong?.id == 5)
            let left = try await database.data.read { try $0.value("SELECT count(*) FROM fact", Int.self) }
            #expect(left == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a stream may ask other questions on its way, the same one too`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                try connection.load("fact", LoadTests.columns) { loader in
                    for id in 0..<50 { [1, Int64(id), 0, 2].withUnsafeBufferPointer { loader.addInts($0) } }
                }
                var pairs = 0
                var total = 0
                try connection.each("SELECT id FROM fact WHERE amount = \(2)") { outer in
                    let id: Int = try outer.next()
                    try connection.each("SELECT id FROM fact WHERE amount = \(2)") { _ in pairs += 1 }
                    total += try connection.value("SELECT amount FROM fact WHERE id = \(id)", Int.self) ?? 0
                    try connection.execute("UPDATE thing SET number = \(id) WHERE id = 1")
                }
                #expect(pairs == 2_500)
                #expect(total == 100)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a stream may be left early`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                try connection.load("fact", LoadTests.columns) { loader in
                    for id in 0..<5_000 {
                        [1, Int64(id), 0, 2].withUnsafeBufferPointer { loader.addInts($0) }
                    }
                }
                #expect(throws: Wrong.self) {
                    try connection.each("SELECT id FROM fact ORDER BY id") { row in
                        let id: Int = try row.next()
                        if id == 3_000 { throw Wrong(id: id) }
                    }
                }
                #expect(try connection.execute("DELETE FROM fact WHERE id < \(10)") == 10)
            }
            #expect(
                try await database.data.read { try $0.value("SELECT count(*) FROM fact", Int.self) } == 4_990
            )
        }
    }

    private struct Wrong: Error {
        let id: Int
    }
}
