import SekmeTesting
import Storage
import Testing

struct RotationTests {
    /// More than a page of the rotation, so that it has to turn one.
    private static let count = 1_203

    @Test(arguments: Engine.available)
    func `a rotation seals everything anew, and everything still opens`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await RotationTests.fill(database)
            let index = try await RotationTests.index(database)
            let before = try await RotationTests.secrets(database)
            let staged = RotationTests.count / 3
            let resealed = try await database.rotateKeys(tenant: 1)
            #expect(resealed == RotationTests.count - 1 + staged)
            let after = try await RotationTests.secrets(database)
            #expect(after.count == before.count)
            #expect(zip(before, after).allSatisfy { $0.1 != $1.1 })
            try await RotationTests.checkAllOpens(database)
            #expect(try await RotationTests.index(database) == index)
        }
    }

    @Test(arguments: Engine.available)
    func `old keys go, except the first and the last before the new`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await RotationTests.fill(database)
            for _ in 0..<4 { try await database.rotateKeys(tenant: 1) }
            let keys = try await database.data.read { connection in
                try connection.rows(
                    "SELECT key_id FROM sealing_key WHERE tenant_id = 1 ORDER BY key_id",
                    Int.self
                )
            }
            #expect(keys == [1, 4, 5])
            try await RotationTests.checkAllOpens(database)
        }
    }

    @Test(arguments: Engine.available)
    func `a value that does not open stops the rotation and stays`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await RotationTests.fill(database)
            try await database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE thing SET secret = (SELECT t.secret FROM thing t WHERE t.id = 5 AND t.tenant_id = 1)
                    WHERE id = 6 AND tenant_id = 1
                    """
                )
            }
            let before = try await RotationTests.secrets(database)
            await #expect(throws: SealingError.tampered) { try await database.rotateKeys(tenant: 1) }
            let after = try await RotationTests.secrets(database)
            #expect(zip(before, after).allSatisfy { $0.1 == $1.1 })
        }
    }

    private static func fill(_ database: Database) async throws {
        try await database.data.write { connection in
            for id in 1...count {
                let place = SealedPlace(table: "thing", column: "secret", key: 1, id)
                // One row has no secret.
                let secret =
                    id == 3 ? nil : try connection.sealer.seal(Array("s\(id)".utf8), tenant: 1, bound: place)
                try connection.execute(
                    "INSERT INTO thing (tenant_id, id, secret) VALUES (1, \(id), \(secret))"
                )
            }
            // Another tenant's values are left alone.
            let place = SealedPlace(table: "thing", column: "secret", key: 2, 1)
            let other = try connection.sealer.seal([1], tenant: 2, bound: place)
            try connection.execute("INSERT INTO thing (tenant_id, id, secret) VALUES (2, 1, \(other))")
        }
        try await database.state.write { connection in
            for id in 1...count / 3 {
                let place = SealedPlace(table: "staged", column: "line", key: 1, "code \(id)")
                let line = try connection.sealer.seal([UInt8(id % 256)], tenant: 1, bound: place)
                try connection.execute(
                    "INSERT INTO staged (tenant_id, code, line) VALUES (1, \("code \(id)"), \(line))"
                )
            }
        }
    }

    private static func secrets(_ database: Database) async throws -> [(Int, [UInt8])] {
        try await database.data.read { connection in
            try connection.rows(
                "SELECT id, secret FROM thing WHERE tenant_id = 1 AND secret IS NOT NULL ORDER BY id",
                Int.self,
                [UInt8].self
            )
        }
    }

    private static func index(_ database: Database) async throws -> [UInt8] {
        try await database.data.read { try $0.sealer.blindIndex("a", tenant: 1, purpose: "code") }
    }

    private static func checkAllOpens(_ database: Database) async throws {
        try await database.data.read { connection in
            try connection.each("SELECT tenant_id, id, secret FROM thing WHERE secret IS NOT NULL") { row in
                let tenant: Int = try row.next()
                let id: Int = try row.next()
                let place = SealedPlace(table: "thing", column: "secret", key: tenant, id)
                let plain = try connection.sealer.open(row.next(), tenant: tenant, bound: place)
                #expect(plain == (tenant == 2 ? [1] : Array("s\(id)".utf8)))
            }
        }
        try await database.state.read { connection in
            try connection.each("SELECT code, line FROM staged") { row in
                let place = SealedPlace(table: "staged", column: "line", key: 1, try row.next(String.self))
                #expect(try connection.sealer.open(row.next(), tenant: 1, bound: place).count == 1)
            }
        }
    }
}
