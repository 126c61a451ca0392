package import Frame
package import Kernel
package import Storage

/// How the last import of each source compares with those before it.
package struct ImportHealth: Sendable {
    /// The sources that something was imported from, by their stable names and institutions.
    package let sources: [SourceHealth]

    /// How many runs before the last one the usual is found from.
    static let memory = 12

    /// The sources whose last import is out of its usual bands.
    package var alarms: [SourceHealth] { sources.filter(\.isAlarming) }

    /// Loads the health of the sources that the asker may import from, with the names of their institutions.
    package static func load(_ desk: Desk) async throws -> ImportHealth {
        let (tenant, scope) = (desk.tenant, ImportScope(desk))
        let all = try await desk.database.data.read { try load(tenant, $0).sources }
        var sources = all.filter { scope.covers($0.owner.institution?.rawValue ?? 0) }
        let names = try await ImportPlaces.names(sources.compactMap(\.owner.institution), desk)
        for index in sources.indices {
            guard let institution = sources[index].owner.institution else { continue }
            sources[index].place = names[institution]
        }
        return ImportHealth(sources: sources)
    }

    /// Loads the health of every source; batches that were taken back do not count.
    ///
    /// Files of one institution are compared with its own: schools differ in size, and come in any order.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> ImportHealth {
        var runs: [SourceOwner: [SourceRun]] = [:]
        var formats: [SourceOwner: String] = [:]
        var mappings: [String: Mapping] = [:]
        try connection.each(
            """
            SELECT mapping, institution_id, format, id, applied_at, lines, added, changed, unchanged, removed,
            rejected, unmatched
            FROM batch WHERE tenant_id = \(tenant) AND undone_at = 0 ORDER BY id DESC
            """
        ) { row in
            // A batch keeps its mapping whole; of what was given for one file, the institution alone makes another source.
            let text = try row.next(String.self)
            let mapping = try mappings[text] ?? (JSON.value(text) as Mapping)
            mappings[text] = mapping
            let owner = SourceOwner(mapping, institution: try row.next())
            let format = try row.next(String.self)
            let run = try SourceRun(&row)
            formats[owner] = formats[owner] ?? format
            guard runs[owner, default: []].count <= memory else { return }
            runs[owner, default: []].append(run)
        }
        return ImportHealth(
            sources: runs.sorted { $0.key < $1.key }.map { owner, runs in
                SourceHealth(owner: owner, format: formats[owner] ?? "", runs: runs)
            }
        )
    }

    /// The health of one source; nil where nothing was imported from it that the reader is told of.
    package func source(_ owner: SourceOwner) -> SourceHealth? { sources.first { $0.owner == owner } }
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
