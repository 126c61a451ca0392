import Kernel
import SekmeTesting
import Storage
import Testing

struct ValueTests {
    @Test(.enabled(if: Engine.available.contains(.postgres), Engine.withoutPostgres))
    func `the tests of this target run on PostgreSQL too`() async throws {
        try await withDatabase(.postgres) { database in
            let dialect = try await database.data.read { $0.dialect }
            #expect(dialect == .postgres)
        }
    }

    @Test(arguments: Engine.available)
    func `what goes in comes out`(_ engine: Engine) async throws {
        let samples = [
            Thing(number: 0, name: "", bytes: []),
            Thing(number: -1, name: "Ģertrūdes iela 7 — “ok” 🧮", bytes: [0, 255, 0]),
            Thing(number: .max, name: "a'b\"c\\d\n", bytes: Array(0...255)),
            Thing(number: .min, name: nil, bytes: nil),
            Thing(number: nil, name: String(repeating: "ā", count: 100_000), bytes: [7]),
        ]
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for (index, sample) in samples.enumerated() { try sample.insert(connection, id: index) }
            }
            #expect(try await database.data.read(Thing.all) == samples)
        }
    }

    @Test(arguments: Engine.available)
    func `NULL is kept apart from nothing and from zero`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { try Thing(number: nil, name: "x", bytes: nil).insert($0, id: 1) }
            try await database.data.read { connection in
                let number: Int?? = try connection.value("SELECT number FROM thing", Int?.self)
                #expect(number == .some(.none))
                #expect(try connection.value("SELECT number FROM thing WHERE id = 2", Int.self) == nil)
            }
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.value("SELECT number FROM thing", Int.self) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nothing is converted on the way`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            for sql: SQL in ["SELECT \("7")", "SELECT \([7] as [UInt8])"] {
                await #expect(throws: StorageError.self) {
                    try await database.data.read { try $0.value(sql, Int.self) }
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.value("SELECT \(7)", String.self) }
            }
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.value("SELECT \(2)", Bool.self) }
            }
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.rows("SELECT \(2)", Int.self, Int?.self).count }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `typed ids, days and enumerations are values`(_ engine: Engine) async throws {
        let day = try #require(Day(2025, 9, 1))
        try await withDatabase(engine) { database in
            let row = try await database.data.read { connection in
                try connection.rows(
                    "SELECT \(ThingID(rawValue: 5)), \(day), \(day.month), \(Kind.second), \(Word.yes), \(true)",
                    ThingID.self,
                    Day.self,
                    Month.self,
                    Kind.self,
                    Word.self,
                    Bool.self
                )
            }
            #expect(row.count == 1)
            #expect(row.first?.0 == ThingID(rawValue: 5))
            #expect(row.first?.1 == day)
            #expect(row.first?.2 == Month(2025, 9))
            #expect(row.first?.3 == .second)
            #expect(row.first?.4 == .yes)
            #expect(row.first?.5 == true)
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.value("SELECT \(9)", Kind.self) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a comparison reads as a truth value`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let row = try await database.data.read { connection in
                try connection.rows("SELECT \(1) = \(1), \(1) = \(2)", Bool.self, Bool.self)
            }
            #expect(row.first?.0 == true)
            #expect(row.first?.1 == false)
        }
    }

    @Test(arguments: Engine.available)
    func `a list binds each of its members`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for id in 1...5 {
                    try Thing(number: id, name: "n\(id)", bytes: nil).insert(connection, id: id)
                }
            }
            try await database.data.read { connection in
                let some = try connection.rows(
                    "SELECT id FROM thing WHERE name IN (\(list: ["n2", "n4", "x"])) ORDER BY id",
                    Int.self
                )
                #expect(some == [2, 4])
                let none = try connection.rows(
                    "SELECT id FROM thing WHERE id IN (\(list: [Int]()))",
                    Int.self
                )
                #expect(none.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `text and bytes are ordered byte by byte`(_ engine: Engine) async throws {
        let names = ["a", "B", "ā", "Z", "_", "z z", "zz", "10", "9", "", "Ž", "a b", "a-b"]
        try await withDatabase(engine, migrations: [things]) { database in
            try await database.data.write { connection in
                for (index, name) in names.enumerated() {
                    try Thing(number: nil, name: name, bytes: Array(name.utf8)).insert(connection, id: index)
                }
            }
            let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            try await database.data.read { connection in
                let byName = try connection.rows("SELECT name FROM thing ORDER BY name", String.self)
                #expect(byName == sorted)
                let byBytes = try connection.rows("SELECT name FROM thing ORDER BY bytes", String.self)
                #expect(byBytes == sorted)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a NUL in a text is refused and not cut off`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StorageError.self) {
                try await database.data.read { try $0.value("SELECT \("a\u{0}b")", String.self) }
            }
        }
    }
}

private struct ThingID: IntegerID {
    let rawValue: Int
}

private enum Kind: Int, SQLValue, SQLReadable, Sendable {
    case first = 1
    case second = 2
}

private enum Word: String, SQLValue, SQLReadable, Sendable {
    case yes, no
}
