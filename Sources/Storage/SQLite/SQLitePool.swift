internal import Dispatch
internal import GRDB
internal import GRDBSQLite

/// One file of a SQLite folder: one writer and several readers (WAL).
final class SQLitePool: Pool {
    let pool: DatabasePool

    /// Opens the file.
    ///
    /// `durable` waits for the disk at each commit; without it a power cut may lose the last commits, but
    /// never tears the file.
    init(path: String, durable: Bool) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.label = "sekme.sqlite"
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA cache_size = -16000;
                    PRAGMA mmap_size = 268435456;
                    PRAGMA journal_size_limit = 67108864;
                    PRAGMA trusted_schema = OFF;
                    """
            )
            guard let connection = database.sqliteConnection, SQLiteRows.register(connection) == SQLITE_OK
            else { throw StorageError(.unavailable, details: "the table of rows cannot be made") }
        }
        pool = try mappingErrors { try DatabasePool(path: path, configuration: configuration) }
        try mappingErrors {
            try pool.writeWithoutTransaction { database in
                // Each connection maps the file for itself and counts as the program's memory: a writer that passes
                // through a large file would hold all of its map.
                try database.execute(sql: "PRAGMA mmap_size = 33554432")
                if durable { try database.execute(sql: "PRAGMA synchronous = FULL") }
            }
        }
    }

    func read<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await mappingErrors { [pool] in
            try await pool.read { try SQLitePool.run($0, context, body) }
        }
    }

    func write<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await mappingErrors { [pool] in
            try await pool.write { try SQLitePool.run($0, context, body) }
        }
    }

    func readNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T {
        try mappingErrors { try pool.read { try SQLitePool.run($0, context, body) } }
    }

    func writeNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T {
        try mappingErrors { try pool.write { try SQLitePool.run($0, context, body) } }
    }

    /// Reads at once on the thread that asks, inside a transaction of another database.
    func readHere<T>(_ context: Connection.Context, _ body: (Connection) throws -> T) throws -> T {
        try mappingErrors { try pool.read { try SQLitePool.run($0, context, body) } }
    }

    /// Writes at once on the thread that asks, inside a transaction of another database.
    func writeHere<T>(_ context: Connection.Context, _ body: (Connection) throws -> T) throws -> T {
        try mappingErrors { try pool.write { try SQLitePool.run($0, context, body) } }
    }

    func checkpoint() async throws {
        try await mappingErrors { [pool] in
            try await pool.writeWithoutTransaction { database in
                // A reader at work must not hold the writer for ten seconds: then the file just stays longer.
                try database.execute(sql: "PRAGMA busy_timeout = 0")
                defer { try? database.execute(sql: "PRAGMA busy_timeout = 10000") }
                do {
                    try database.checkpoint(.truncate)
                } catch DatabaseError.SQLITE_BUSY, DatabaseError.SQLITE_LOCKED {
                    try database.checkpoint(.passive)
                }
            }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [pool] in
                // What still runs keeps its file; the rest is closed.
                try? pool.close()
                continuation.resume()
            }
        }
    }

    private static func run<T>(
        _ database: GRDB.Database,
        _ context: Connection.Context,
        _ body: (Connection) throws -> T
    ) throws -> T {
        let connection = Connection(SQLiteBackend(database), context)
        let result = try body(connection)
        try connection.finish()
        return result
    }
}
