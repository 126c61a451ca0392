package import Frame
package import Kernel
import Storage

/// Batches in the `data` store.
struct BatchStore: Sendable {
    let tenant: TenantID

    /// The batch that an import became.
    func batch(of id: ImportID, _ connection: Connection) throws -> BatchID? {
        try connection.value(
            "SELECT id FROM batch WHERE tenant_id = \(tenant) AND import_id = \(id)",
            BatchID.self
        )
    }

    /// All batches, the newest first.
    func list(_ connection: Connection) throws -> [BatchSummary] {
        try summaries("1 = 1", connection)
    }

    func find(_ id: BatchID, _ connection: Connection) throws -> BatchSummary? {
        try summaries("id = \(id)", connection).first
    }

    /// What a batch did to each table.
    func parts(_ id: BatchID, _ connection: Connection) throws -> [BatchPart] {
        var out: [BatchPart] = []
        try connection.each(
            """
            SELECT table_name, added, changed, unchanged, removed, spans FROM batch_table
            WHERE tenant_id = \(tenant) AND batch_id = \(id) ORDER BY table_name
            """
        ) { row in
            let table = try row.next(String.self)
            var counts = FactCounts()
            counts.added = try row.next()
            counts.changed = try row.next()
            counts.unchanged = try row.next()
            counts.removed = try row.next()
            out.append(BatchPart(table: table, counts: counts, spans: Spans(try row.next([UInt8].self))))
        }
        return out
    }

    private func summaries(_ condition: SQL, _ connection: Connection) throws -> [BatchSummary] {
        var names: [BatchID: [FileMark]] = [:]
        try connection.each(
            """
            SELECT batch_id, name, sha256, bytes FROM batch_file
            WHERE tenant_id = \(tenant) ORDER BY batch_id, file_no
            """
        ) { row in
            let batch = try row.next(BatchID.self)
            let mark = FileMark(name: try row.next(), sha256: try row.next(), bytes: try row.next())
            names[batch, default: []].append(mark)
        }
        var out: [BatchSummary] = []
        try connection.each(
            """
            SELECT id, import_id, format, year, term, account, applied_at, undone_at, undo_ended_on, lines, added,
            changed, unchanged, removed, rejected, unmatched, institution_id
            FROM batch WHERE tenant_id = \(tenant) AND \(condition) ORDER BY id DESC
            """
        ) { row in
            var summary = try BatchSummary(&row)
            summary.files = names[summary.id] ?? []
            out.append(summary)
        }
        return out
    }
}

/// A batch as lists show it.
package struct BatchSummary: Sendable, Hashable {
    /// Its number.
    package let id: BatchID
    /// The import it came from.
    package let importID: ImportID
    /// The format.
    package let format: String
    /// The school year that was given, or nothing.
    package let year: String
    /// The term that was given, or 0.
    package let term: Int
    /// Who applied it.
    package let account: String
    /// When.
    package let appliedAt: Instant
    /// When it was taken back, or nil.
    package let undoneAt: Instant?
    /// The day since which it cannot be undone, as what it replaced is not kept any more; nil while it is.
    package let undoEnded: Day?
    /// Lines read.
    package let lines: Int
    /// Rows added.
    package let added: Int
    /// Rows changed.
    package let changed: Int
    /// Rows that stayed.
    package let unchanged: Int
    /// Rows removed.
    package let removed: Int
    /// Values and lines rejected.
    package let rejected: Int
    /// Persons, classes and institutions not matched.
    package let unmatched: Int
    /// The institution whose data it is; nil is the whole board.
    package let institution: InstitutionID?
    /// Its files.
    package var files: [FileMark] = []

    /// Whether it can still be asked to be undone; later changes of its rows may stand in the way yet.
    package var canBeUndone: Bool { undoneAt == nil && undoEnded == nil }
    /// How much of the files was not taken over: what was rejected, and what is not in the registers.
    package var notTaken: Int { rejected + unmatched }

    init(_ row: inout Row) throws {
        id = try row.next()
        importID = try row.next()
        format = try row.next()
        year = try row.next()
        term = try row.next()
        account = try row.next()
        appliedAt = Instant(milliseconds: try row.next())
        let undone = try row.next(Int.self)
        undoneAt = undone > 0 ? Instant(milliseconds: undone) : nil
        let ended = try row.next(Int.self)
        undoEnded = ended > 0 ? Day(number: ended) : nil
        lines = try row.next()
        added = try row.next()
        changed = try row.next()
        unchanged = try row.next()
        removed = try row.next()
        rejected = try row.next()
        unmatched = try row.next()
        let institution = try row.next(Int.self)
        self.institution = institution > 0 ? InstitutionID(rawValue: institution) : nil
    }
}
