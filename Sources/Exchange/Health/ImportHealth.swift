package import Frame
package import Kernel
package import Storage

/// How the last import of each source compares with those before it.
package struct ImportHealth: Sendable {
    /// The sources that something was imported from, by their stable names.
    package let sources: [SourceHealth]

    /// How many runs before the last one the usual is found from.
    static let memory = 12

    /// The sources whose last import is out of its usual bands.
    package var alarms: [SourceHealth] { sources.filter(\.isAlarming) }

    /// Loads the health of every source; batches that were taken back do not count.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> ImportHealth {
        var runs: [String: [SourceRun]] = [:]
        var formats: [String: String] = [:]
        var names: [String: String] = [:]
        try connection.each(
            """
            SELECT mapping, format, id, applied_at, lines, added, changed, unchanged, removed, rejected, unmatched
            FROM batch WHERE tenant_id = \(tenant) AND undone_at = 0 ORDER BY id DESC
            """
        ) { row in
            // A batch keeps its mapping whole; what was given for one file does not make another source.
            let text = try row.next(String.self)
            let mapping = try names[text] ?? (JSON.value(Array(text.utf8)) as Mapping).name
            names[text] = mapping
            let format = try row.next(String.self)
            let run = try SourceRun(&row)
            formats[mapping] = formats[mapping] ?? format
            guard runs[mapping, default: []].count <= memory else { return }
            runs[mapping, default: []].append(run)
        }
        return ImportHealth(
            sources: runs.sorted { $0.key < $1.key }.map { mapping, runs in
                SourceHealth(mapping: mapping, format: formats[mapping] ?? "", runs: runs)
            }
        )
    }

    /// The health of one source; nil where nothing was imported from it.
    package func source(_ mapping: String) -> SourceHealth? { sources.first { $0.mapping == mapping } }
}

/// One import of a source, as numbers.
package struct SourceRun: Sendable, Hashable {
    /// The batch.
    package let batch: BatchID
    /// When it was saved.
    package let savedAt: Instant
    /// Lines read.
    package let lines: Int
    /// Lines and values rejected.
    package let rejected: Int
    /// Persons, classes and institutions not matched.
    package let unmatched: Int
    /// Rows that were there and became others, or went.
    package let changed: Int
    /// Rows that were there and stayed.
    package let unchanged: Int

    init(_ row: inout Row) throws {
        batch = try row.next()
        savedAt = Instant(milliseconds: try row.next())
        lines = try row.next()
        _ = try row.next(Int.self)
        let altered = try row.next(Int.self)
        unchanged = try row.next()
        changed = altered + (try row.next(Int.self))
        rejected = try row.next()
        unmatched = try row.next()
    }

    init(batch: Int, lines: Int, rejected: Int = 0, unmatched: Int = 0, changed: Int = 0, unchanged: Int = 0)
    {
        self.batch = BatchID(rawValue: batch)
        savedAt = Instant(milliseconds: batch)
        self.lines = lines
        self.rejected = rejected
        self.unmatched = unmatched
        self.changed = changed
        self.unchanged = unchanged
    }
}
