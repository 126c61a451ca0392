internal import Kernel
internal import Synchronization

/// A database of three stores, on either engine.
///
/// ```swift
/// let count = try await database.data.read { connection in
///     try connection.value("SELECT count(*) FROM pupil WHERE tenant_id = \(tenant)", Int.self)
/// }
/// ```
public final class Database: Sendable {
    /// Registers, facts, cells, plans.
    public let data: Store
    /// The append-only trail.
    public let audit: Store
    /// Sessions, throttling, jobs, staging.
    public let state: Store
    /// Where it is.
    public let address: DatabaseAddress
    /// The keys that seal values.
    public let sealer: Sealer
    /// The file of the master key.
    let keyPath: String
    /// The tables with sealed columns, by store.
    let sealedTables: [StoreName: [TableNote]]
    /// The migrations of all rooms, those of this target first.
    let rooms: [RoomMigrations]
    /// Who else has it open.
    let presence: any Presence

    private static let openings = Atomic(0)

    private init(
        _ address: DatabaseAddress,
        _ pools: [StoreName: any Pool],
        _ presence: any Presence,
        _ sealer: Sealer,
        _ keyPath: String,
        _ rooms: [RoomMigrations]
    ) throws {
        self.address = address
        self.sealer = sealer
        self.keyPath = keyPath
        self.rooms = rooms
        self.presence = presence
        let opening = Database.openings.add(1, ordering: .relaxed).newValue
        data = Store(.data, try pools.pool(.data), sealer: sealer, opening: opening)
        audit = Store(.audit, try pools.pool(.audit), sealer: sealer, opening: opening)
        state = Store(.state, try pools.pool(.state), sealer: sealer, opening: opening)
        sealedTables = Database.sealedTables(rooms)
    }

    /// Opens a database, makes it where there is none, and brings it to the schema of the program.
    ///
    /// Throws a `Refusal` where a person must mend something first: the schema has drifted, the key file is
    /// missing, wrong or readable by others, or there is no database and `create` is false.
    public static func open(
        _ address: DatabaseAddress,
        migrations: [RoomMigrations],
        key: KeySource = .besideTheFolder,
        create: Bool = true
    ) async throws -> Database {
        guard let keyPath = key.path(for: address) else { throw Refusal.noKeyPath }
        let turn = try await turn(address, create: create)
        defer { turn?.end() }
        let (pools, presence) = try await pools(address, create: create)
        do {
            let rooms = [RoomMigrations.storage] + migrations
            for name in StoreName.allCases {
                try await Migrator(Store(name, try pools.pool(name), sealer: nil), rooms).run()
            }
            let pool = try pools.pool(.data)
            let master = try await KeyFile(path: keyPath).masterKey(of: Store(.data, pool, sealer: nil))
            return try Database(address, pools, presence, Sealer(master, data: pool), keyPath, rooms)
        } catch {
            for pool in pools.values { await pool.close() }
            throw error
        }
    }

    /// Gives everything back.
    ///
    /// What is under way ends first or fails.
    public func close() async {
        for store in stores { await store.pool.close() }
        presence.end()
    }

    /// All three stores.
    var stores: [Store] { [data, audit, state] }

    /// A server has locks of its own for those who open it at once.
    private static func turn(_ address: DatabaseAddress, create: Bool) async throws -> FileLock? {
        guard case .sqlite(let folder) = address else { return nil }
        return try await SQLiteFolder(path: folder).turn(create: create)
    }

    private static func pools(
        _ address: DatabaseAddress,
        create: Bool
    ) async throws -> ([StoreName: any Pool], any Presence) {
        switch address {
        case .sqlite(let folder):
            let pools = try SQLiteFolder(path: folder).open(create: create)
            return (pools, FolderPresence(folder: folder))
        case .postgres(let url):
            let server = PGServer(address: try PGAddress(url))
            let pools = try await server.open(create: create)
            return (pools, server.presence(try pools.pool(.data)))
        }
    }

    /// A later note about the same table takes the place of the earlier one.
    private static func sealedTables(_ rooms: [RoomMigrations]) -> [StoreName: [TableNote]] {
        var notes: [StoreName: [String: TableNote]] = [:]
        for migration in rooms.flatMap(\.migrations) {
            for note in migration.tables { notes[migration.store, default: [:]][note.name] = note }
        }
        return notes.mapValues { tables in
            tables.values.filter { !$0.sealed.isEmpty }.sorted { $0.name < $1.name }
        }
    }
}

extension [StoreName: any Pool] {
    fileprivate func pool(_ name: StoreName) throws -> any Pool {
        guard let pool = self[name] else {
            throw StorageError(.other, details: "the store \(name.rawValue) is not open")
        }
        return pool
    }
}
