internal import CPostgres

/// One transaction on a PostgreSQL schema.
final class PGBackend: Backend {
    private let session: PGSession
    private var cursors = 0

    /// Rows fetched at a time where they are streamed.
    private static let chunk = 2_000

    init(_ session: PGSession) {
        self.session = session
    }

    var dialect: Dialect { .postgres }

    func execute(_ sql: SQL) throws -> Int {
        try session.run(sql.text(for: .postgres), sql.values).changed
    }

    func query(_ sql: SQL, streaming: Bool, _ body: (inout Row) throws -> Bool) throws {
        if streaming { return try stream(sql, body) }
        let result = try session.run(sql.text(for: .postgres), sql.values)
        _ = try show(result, body)
    }

    func script(_ text: String) throws {
        try session.simple(text)
    }

    func sink(_ table: String, _ columns: [String]) throws -> any LoaderSink {
        let names = try columns.map(quoted).joined(separator: ", ")
        let text = "COPY \(try quoted(table)) (\(names)) FROM STDIN (FORMAT binary)"
        try session.simple(text)
        return PGSink(session, width: columns.count, sql: text)
    }

    /// Reads by a cursor of the server, so that the body may run other statements meanwhile.
    private func stream(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let name = "cursor_\(cursors)"
        cursors += 1
        defer { cursors -= 1 }
        let text = "DECLARE \(name) NO SCROLL CURSOR FOR \(sql.text(for: .postgres))"
        _ = try session.runOnce(text, sql.values)
        do {
            while true {
                let result = try session.runOnce("FETCH \(PGBackend.chunk) FROM \(name)", [])
                guard try show(result, body), Int(result.count) == PGBackend.chunk else { break }
            }
        } catch {
            // In a failed transaction the cursor is gone with it.
            if !session.isFailed { try session.simple("CLOSE \(name)") }
            throw error
        }
        try session.simple("CLOSE \(name)")
    }

    /// Whether the body wants more.
    private func show(_ result: PGResult, _ body: (inout Row) throws -> Bool) throws -> Bool {
        try withExtendedLifetime(result) {
            for index in 0..<result.count {
                var row = Row(cursor: .postgres(result.pointer, row: index), width: result.width)
                guard try body(&row) else { return false }
            }
            return true
        }
    }
}
