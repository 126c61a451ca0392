internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Tells others that a database is open here, and whether others have it open: other processes, or this one twice.
///
/// It ends with the process, however that ends.
protocol Presence: Sendable {
    /// Whether somebody else has the database open.
    func hasOthers() async throws -> Bool

    /// The database is closed here.
    func end()
}

/// A lock on a file in the folder of a SQLite database, shared by all that have it open.
final class FolderPresence: Presence {
    /// The open file, or less than 0 where none can be made or the database is closed; then nobody knows.
    private let file: Mutex<Int32>

    init(folder: String) {
        let opened = open("\(folder)/open.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if opened >= 0 { _ = flock(opened, LOCK_SH | LOCK_NB) }
        file = Mutex(opened)
    }

    deinit { end() }

    func end() {
        file.withLock { file in
            if file >= 0 { close(file) }
            file = -1
        }
    }

    /// Whoever can have the lock alone is alone.
    func hasOthers() async throws -> Bool {
        file.withLock { file in
            guard file >= 0 else { return false }
            defer { _ = flock(file, LOCK_SH | LOCK_NB) }
            return flock(file, LOCK_EX | LOCK_NB) != 0
        }
    }
}

/// The names that connections to a server have: one for each opening of a database.
struct ServerPresence: Presence {
    let pool: any Pool
    let schemas: [String]
    let mark: String

    /// The connections end with their pools.
    func end() {}

    /// A name for an opening of a database.
    static func newMark() -> String {
        hexadecimal((0..<4).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// The name of a connection to a schema; the server keeps 63 bytes of it.
    static func name(_ mark: String, _ schema: String) -> String { "sekme \(mark) \(schema)" }

    func hasOthers() async throws -> Bool {
        let names = try await pool.read(Connection.Context(store: .data, sealer: nil)) { connection in
            // PostgreSQL alone: a folder of SQLite has a lock of the system instead.
            try connection.rows(
                """
                SELECT DISTINCT application_name FROM pg_catalog.pg_stat_activity
                WHERE datname = current_database() AND application_name IS NOT NULL ORDER BY application_name
                """,
                String.self
            )
        }
        let own = Set(schemas.map { ServerPresence.name(mark, $0) })
        return names.contains { name in
            let words = name.split(separator: " ", maxSplits: 2).map(String.init)
            return words.count == 3 && words[0] == "sekme" && schemas.contains(words[2])
                && !own.contains(name)
        }
    }
}
