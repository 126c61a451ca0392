internal import CPostgres

/// One connection to a server.
///
/// Used by one thread at a time; see ``PGWorker``.
final class PGSession {
    let connection: OpaquePointer
    private var statements: [Statement: String] = [:]

    /// A text is prepared anew for other types of values: NULL has none.
    private struct Statement: Hashable {
        let text: String
        let types: [UInt32]
    }

    /// Texts that are kept prepared; more than the program has, so the limit guards against lists of all lengths.
    private static let kept = 400

    /// Connects and looks into one schema only.
    init(url: String, schema: String, mark: String) throws {
        let keywords = ["connect_timeout", "application_name", "dbname", "client_encoding"]
        let values = ["10", ServerPresence.name(mark, schema), url, "UTF8"]
        guard let connection = PGSession.connect(keywords, values) else {
            throw StorageError(.unavailable, details: "PostgreSQL: out of memory")
        }
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else {
            throw StorageError(connection: connection, doing: "connecting")
        }
        _ = PQsetNoticeProcessor(connection, { _, _ in }, nil)
        // Cursors are read to their end, so they are planned for all rows and not for the first ones.
        try simple("SET search_path TO \(try quoted(schema)); SET cursor_tuple_fraction TO 1")
    }

    deinit {
        PQfinish(connection)
    }

    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

    /// Whether a statement of the transaction failed, so that a COMMIT would be a rollback without a word.
    var isFailed: Bool { PQtransactionStatus(connection) == PQTRANS_INERROR }

    /// Runs statements of this target that take no values.
    @discardableResult
    func simple(_ text: String) throws -> PGResult {
        try check(PQexec(connection, text), text)
    }

    /// Runs one statement with its values, prepared on first use.
    func run(_ text: String, _ values: [Value]) throws -> PGResult {
        let parameters = try PGParameters(values)
        let name = try prepare(text, parameters.types)
        let result = parameters.withPointers { pointers, lengths, formats in
            PQexecPrepared(connection, name, parameters.count, pointers, lengths, formats, 1)
        }
        return try check(result, text)
    }

    /// Runs one statement with its values, without keeping it prepared.
    func runOnce(_ text: String, _ values: [Value]) throws -> PGResult {
        let parameters = try PGParameters(values)
        let result = parameters.withPointers { pointers, lengths, formats in
            PQexecParams(
                connection,
                text,
                parameters.count,
                parameters.types,
                pointers,
                lengths,
                formats,
                1
            )
        }
        return try check(result, text)
    }

    /// Turns a failed answer into an error.
    func check(_ result: OpaquePointer?, _ sql: String) throws -> PGResult {
        guard let result else { throw StorageError(connection: connection, doing: "running a statement") }
        let owned = PGResult(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return owned
        default:
            // Without a code it is libpq that speaks: the connection is gone.
            guard PGField.state.read(result) != nil else {
                throw StorageError(connection: connection, doing: "running a statement")
            }
            throw StorageError(result: result, sql: sql)
        }
    }

    private func prepare(_ text: String, _ types: [UInt32]) throws -> String {
        let statement = Statement(text: text, types: types)
        if let name = statements[statement] { return name }
        if statements.count >= PGSession.kept {
            try simple("DEALLOCATE ALL")
            statements = [:]
        }
        let name = "s\(statements.count)"
        _ = try check(PQprepare(connection, name, text, Int32(types.count), types), text)
        statements[statement] = name
        return name
    }

    private static func connect(_ keywords: [String], _ values: [String]) -> OpaquePointer? {
        withCStrings(keywords) { keywords in
            withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
        }
    }
}

/// The rows of an answer, given back when nobody needs them any more.
final class PGResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var count: Int32 { PQntuples(pointer) }
    var width: Int { Int(PQnfields(pointer)) }

    /// How many rows an INSERT, UPDATE or DELETE changed; 0 for everything else.
    var changed: Int {
        let tag = PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
        guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: tag.hasPrefix) else { return 0 }
        return tag.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }
}

/// Runs the body with C strings, ended by nil.
private func withCStrings<T>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T
) -> T {
    let storage = texts.map { Array($0.utf8CString) }
    let joined = Array(storage.joined())
    return joined.withUnsafeBufferPointer { memory in
        var pointers: [UnsafePointer<CChar>?] = []
        var start = 0
        for text in storage {
            pointers.append(memory.baseAddress?.advanced(by: start))
            start += text.count
        }
        return body(pointers + [nil])
    }
}
