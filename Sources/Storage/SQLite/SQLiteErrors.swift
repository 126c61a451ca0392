internal import GRDB
internal import GRDBSQLite

/// What SQLite last said on a connection; a cancelled task is a `CancellationError`.
func sqliteError(_ connection: OpaquePointer, _ sql: String) -> any Error {
    let code = sqlite3_extended_errcode(connection)
    return translate(code, String(cString: sqlite3_errmsg(connection)), sql)
}

/// Runs the body with GRDB's errors as ``StorageError``.
func mappingErrors<T>(_ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw translate(error.extendedResultCode.rawValue, error.message ?? "", error.sql ?? "")
    }
}

/// Runs the body with GRDB's errors as ``StorageError``.
func mappingErrors<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let error as DatabaseError {
        throw translate(error.extendedResultCode.rawValue, error.message ?? "", error.sql ?? "")
    }
}

private func translate(_ extended: Int32, _ message: String, _ sql: String) -> any Error {
    let details = "SQLite \(extended): \(message)\(sql.isEmpty ? "" : " in: \(sql)")"
    return switch extended & 0xff {
    case SQLITE_CONSTRAINT: StorageError(.constraint(constraint(message)), details: details)
    case SQLITE_BUSY, SQLITE_LOCKED: StorageError(.busy, details: details)
    case SQLITE_INTERRUPT, SQLITE_ABORT: CancellationError()
    case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_READONLY, SQLITE_CORRUPT, SQLITE_NOTADB,
        SQLITE_MISUSE:
        StorageError(.unavailable, details: details)
    default: StorageError(.other, details: details)
    }
}

/// The rule that SQLite names after the colon: `UNIQUE constraint failed: pupil.tenant_id, pupil.id`.
private func constraint(_ message: String) -> String {
    guard !message.hasPrefix("FOREIGN KEY") else { return "foreign key" }
    guard let colon = message.firstIndex(of: ":") else { return message }
    return String(message[message.index(after: colon)...].drop { $0 == " " })
}
