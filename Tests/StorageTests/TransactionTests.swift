import SekmeTesting
import Storage
import Testing

struct TransactionTests {
    private struct Stop: Error {}

    @Test(arguments: Engine.available)
    func `a body that throws changes nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: Stop.self) {
                try await database.data.write { connection in
                    try Thing(number: 1, name: "a", bytes: nil).insert(connection, id: 1)
                    throw Stop()
                }
            }
            let left = try await database.data.read(Thing.all)
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an error that was caught and forgotten is not committed`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.data.write { connection in
                    try Thing(number: 1, name: "a", bytes: nil).insert(connection, id: 1)
                    try? Thing(number: 2, name: "a", bytes: nil).insert(connection, id: 2)
                    #expect(throws: StorageError.self) { try connection.execute("DELETE FROM thing") }
                }
            }
            #expect(error?.code == .constraint("thing.tenant_id, thing.name"))
            let left = try await database.data.read(Thing.all)
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an error that a read caught and forgot is thrown at its end`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: StorageError.self) {
                try await database.data.read { connection in
                    _ = try? connection.value("SELECT number FROM nowhere", Int.self)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a savepoint takes back its own part alone`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                try Thing(number: 1, name: "a", bytes: nil).insert(connection, id: 1)
                // Not by `#expect(throws:)`: Swift 6.3.1 throws its error again out of the next savepoint.
                var rule: StorageError.Code?
                do {
                    try connection.savepoint {
                        try Thing(number: 2, name: "b", bytes: nil).insert(connection, id: 2)
                        try connection.savepoint {
                            try Thing(number: 3, name: "a", bytes: nil).insert(connection, id: 3)
                        }
                    }
                } catch let error as StorageError {
                    rule = error.code
                }
                #expect(rule == .constraint("thing.tenant_id, thing.name"))
                try connection.savepoint {
                    try Thing(number: 4, name: "d", bytes: nil).insert(connection, id: 4)
                }
            }
            #expect(try await database.data.read(Thing.all).map(\.number) == [1, 4])
        }
    }

    @Test(arguments: Engine.available)
    func `a rule that was broken is named alike, and no value with it`(_ engine: Engine) async throws {
        let broken: [(SQL, String)] = [
            ("INSERT INTO thing (tenant_id, id, name) VALUES (1, 1, 'b')", "thing.tenant_id, thing.id"),
            (
                "INSERT INTO thing (tenant_id, id, name) VALUES (1, 2, \("secret-1"))",
                "thing.tenant_id, thing.name"
            ),
            ("INSERT INTO thing (tenant_id, id, version) VALUES (1, 3, NULL)", "thing.version"),
            (
                "INSERT INTO thing (tenant_id, id, number) VALUES (1, 4, \(9_000_000_000_000_000_001))",
                "thing_number_small"
            ),
            ("INSERT INTO part (tenant_id, thing_id) VALUES (1, 77)", "foreign key"),
        ]
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write {
                try Thing(number: 1, name: "secret-1", bytes: nil).insert($0, id: 1)
            }
            for (sql, rule) in broken {
                let error = await #expect(throws: StorageError.self) {
                    try await database.data.write { connection in try connection.execute(sql) }
                }
                #expect(error?.code == .constraint(rule))
                #expect(error?.debugDescription.contains("secret-1") == false)
                #expect(error?.description == "A rule of the database forbids the change.")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a number of changed rows is told, and 0 where none can change`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for id in 1...3 {
                    try Thing(number: id, name: "n\(id)", bytes: nil).insert(connection, id: id)
                }
                #expect(try connection.execute("UPDATE thing SET number = 0 WHERE id >= \(2)") == 2)
                #expect(try connection.execute("SELECT id FROM thing") == 0)
                #expect(try connection.execute("UPDATE thing SET number = 0 WHERE id = \(9)") == 0)
                #expect(try connection.execute("DELETE FROM thing") == 3)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an update of a row that somebody else changed is a conflict`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { try Thing(number: 1, name: "a", bytes: nil).insert($0, id: 7) }
            let save: @Sendable (Connection) throws -> Void = { connection in
                try connection.update(
                    "thing",
                    id: 7,
                    "UPDATE thing SET version = version + 1 WHERE tenant_id = 1 AND id = 7 AND version = \(1)"
                )
            }
            try await database.data.write(save)
            let conflict = await #expect(throws: Conflict.self) { try await database.data.write(save) }
            #expect(conflict == Conflict(table: "thing", id: 7))
        }
    }

    @Test(arguments: Engine.available)
    func `a read changes nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: StorageError.self) {
                try await database.data.read { connection in
                    try Thing(number: 1, name: "a", bytes: nil).insert(connection, id: 1)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `two writers take turns and lose nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { try Thing(number: 0, name: "a", bytes: nil).insert($0, id: 1) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.data.write { connection in
                            try connection.lock(tenant: 1)
                            let number = try connection.value(
                                "SELECT number FROM thing WHERE id = 1",
                                Int.self
                            )
                            try connection.execute(
                                "UPDATE thing SET number = \((number ?? 0) + 1) WHERE id = 1"
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.data.read(Thing.all).map(\.number) == [20])
        }
    }

    @Test(arguments: Engine.available)
    func `ids start at 1, rise, and are given once`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let first = try await database.data.write { try $0.takeIds(tenant: 1, kind: "pupil", count: 3) }
            #expect(first == 1..<4)
            let other = try await database.data.write { connection in
                [
                    try connection.takeIds(tenant: 2, kind: "pupil", count: 1),
                    try connection.takeIds(tenant: 1, kind: "class", count: 2),
                    try connection.takeIds(tenant: 1, kind: "pupil", count: 0),
                ]
            }
            #expect(other == [1..<2, 1..<3, 4..<4])
            let blocks = try await withThrowingTaskGroup(of: Range<Int>.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        try await database.data.write { try $0.takeIds(tenant: 1, kind: "pupil", count: 7) }
                    }
                }
                return try await group.reduce(into: [Int]()) { $0 += Array($1) }
            }
            #expect(blocks.sorted() == Array(4..<74))
        }
    }

    @Test(arguments: Engine.available)
    func `the stores know nothing of each other`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            await #expect(throws: StorageError.self) {
                try await database.state.read { try $0.value("SELECT count(*) FROM thing", Int.self) }
            }
            let staged = try await database.state.read {
                try $0.value("SELECT count(*) FROM staged", Int.self)
            }
            #expect(staged == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a plan names the index that is used`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                try connection.load("thing", ["tenant_id", "id", "name"]) { loader in
                    for id in 0..<2_000 {
                        loader.add(1)
                        loader.add(id)
                        loader.add("name \(id)")
                        loader.endRow()
                    }
                }
                if connection.dialect == .postgres { try connection.execute("ANALYZE thing") }
                let plan = try connection.plan(
                    "SELECT id FROM thing WHERE tenant_id = \(1) AND name = \("a")"
                )
                #expect(plan.contains("thing_by_name"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a database that is closed says so`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.checkpoint()
            await database.close()
            let error = await #expect(throws: StorageError.self) { try await database.data.read(Thing.all) }
            #expect(error?.code == .unavailable)
        }
    }
}
