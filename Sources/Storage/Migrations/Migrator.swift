internal import Crypto
internal import Kernel
internal import Logging

/// Brings one store to the schema of the program, forward only, and refuses a store that has drifted from it.
struct Migrator {
    private let store: Store
    private let steps: [Step]
    private let log = Logger(label: "sekme.storage")

    /// A migration with its name in the record.
    private struct Step: Sendable {
        let room: String
        let migration: Migration
        let checksum: String

        var name: String { "\(room)/\(migration.id)" }

        init(room: String, migration: Migration) {
            self.room = room
            self.migration = migration
            checksum = hexadecimal(SHA256.hash(data: Array(migration.text.utf8)))
        }
    }

    init(_ store: Store, _ rooms: [RoomMigrations]) {
        self.store = store
        steps = rooms.flatMap { room in
            room.migrations.filter { $0.store == store.name }.map { Step(room: room.room, migration: $0) }
        }
    }

    /// Applies what is not applied, each migration in its own transaction.
    func run() async throws {
        try checkNames()
        let recorded = try await recorded()
        try check(recorded)
        // The first start of a database is no news; a change to one that holds data is.
        let level: Logger.Level = recorded.isEmpty ? .debug : .notice
        var changed = false
        for step in steps where recorded[step.name] == nil {
            guard try await apply(step) else { continue }
            changed = true
            log.log(level: level, "Migration \(step.name) applied to \(store.name.rawValue)")
        }
        try await count(changed: changed)
    }

    /// Sees to it that SQLite chooses its indexes well; PostgreSQL counts for itself.
    private func count(changed: Bool) async throws {
        let isWanted = try await store.read { connection in
            try connection.dialect == .sqlite && (changed || !SQLiteCounts.areThere(connection))
        }
        guard isWanted else { return }
        try await store.write { connection in
            try connection.lock(tenant: 0)
            try SQLiteCounts.write(connection)
        }
    }

    private func checkNames() throws {
        var seen: Set<String> = []
        for step in steps {
            guard seen.insert(step.name).inserted else {
                throw StorageError(.other, details: "two migrations are called \(step.name)")
            }
            for table in step.migration.tables where !table.sealed.isEmpty {
                guard table.key.first == "tenant_id" else {
                    throw StorageError(.other, details: "the key of \(table.name) lacks tenant_id")
                }
            }
        }
    }

    /// The checksums of all applied migrations by name.
    ///
    /// Makes the table that records them.
    private func recorded() async throws -> [String: String] {
        if try await !store.read({ try $0.tables().contains("migration") }) {
            try await store.write { connection in
                try connection.lock(tenant: 0)
                for statement in MigrationText.statements(Migrator.table, for: connection.dialect) {
                    try connection.backend.script(statement)
                }
            }
        }
        let rows = try await store.read { connection in
            try connection.rows(
                "SELECT room, id, checksum FROM migration",
                String.self,
                String.self,
                String.self
            )
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ("\($0.0)/\($0.1)", $0.2) })
    }

    private func check(_ recorded: [String: String]) throws(Refusal) {
        let known = Set(steps.map(\.name))
        if let unknown = recorded.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownMigration(unknown)
        }
        var missing: [String: String] = [:]
        for step in steps {
            guard let checksum = recorded[step.name] else {
                missing[step.room] = missing[step.room] ?? step.name
                continue
            }
            if checksum != step.checksum { throw .changedMigration(step.name) }
            if let late = missing[step.room] { throw .lateMigration(late) }
        }
    }

    /// Applies one migration and records it; false where that was done meanwhile.
    private func apply(_ step: Step) async throws -> Bool {
        let now = now()
        return try await store.write { connection in
            try connection.lock(tenant: 0)
            // Another server may have been faster.
            let checksum = try connection.value(
                "SELECT checksum FROM migration WHERE room = \(step.room) AND id = \(step.migration.id)",
                String.self
            )
            if let checksum {
                guard checksum == step.checksum else { throw Refusal.changedMigration(step.name) }
                return false
            }
            for text in MigrationText.statements(step.migration.sql, for: connection.dialect) {
                try connection.backend.script(text)
            }
            for fill in step.migration.fills { try fill.run(connection) }
            try connection.execute(
                """
                INSERT INTO migration (room, id, checksum, applied_at)
                VALUES (\(step.room), \(step.migration.id), \(step.checksum), \(now))
                """
            )
            return true
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS migration (
            room TEXT NOT NULL,
            id TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at INTEGER NOT NULL,
            PRIMARY KEY (room, id)
        ) {register};
        """
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return bytes.reduce(into: "") { out, byte in
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
    }
}
