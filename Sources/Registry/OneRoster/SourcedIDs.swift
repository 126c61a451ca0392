package import Frame
import Kernel
package import Storage

/// What the rows of the registers are called by other systems, as they were before a run.
package struct KnownSourcedIDs: Sendable {
    struct Key: Hashable, Sendable {
        let kind: Int
        let source: String
        /// Folded: systems write the same GUID in either case.
        let text: String
    }

    struct Entry: Hashable, Sendable {
        let id: Int
        let entity: Int
    }

    var entries: [Key: Entry] = [:]
    /// The last number of each kind of row that was there.
    var last: [SourcedKind: Int] = [:]

    /// Loads all of a tenant.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> KnownSourcedIDs {
        var known = KnownSourcedIDs()
        try connection.each(
            """
            SELECT id, kind, source, sourced_id, entity_id FROM sourced_id
            WHERE tenant_id = \(tenant) ORDER BY id
            """
        ) { row in
            let id: Int = try row.next()
            let key = Key(
                kind: try row.next(),
                source: try row.next(),
                text: RosterRow.key(try row.next(String.self))
            )
            known.entries[key] = Entry(id: id, entity: try row.next())
        }
        for (kind, table) in SourcedKind.tables {
            known.last[kind] = try connection.value(
                "SELECT coalesce(max(id), 0) FROM \(table.name.sql) WHERE tenant_id = \(tenant)",
                Int.self
            )
        }
        return known
    }
}

/// Finds rows by what a source calls them, and keeps what it calls new ones.
package final class SourcedIDs {
    private var known: KnownSourcedIDs
    private let run: ImportRun
    /// The system that the identifiers are of.
    package var source: String

    init(_ known: KnownSourcedIDs, _ run: ImportRun) {
        self.known = known
        self.run = run
        source = run.mapping.name
    }

    /// The number that an identifier stood for, or nil.
    package func find(_ kind: SourcedKind, _ text: String) -> Int? { known.entries[key(kind, text)]?.entity }

    /// Keeps what a row is called; only a master source changes it.
    package func keep(
        _ kind: SourcedKind,
        _ text: String,
        is entity: Int,
        of institution: InstitutionID?,
        at place: SourcePlace
    ) throws {
        let key = key(kind, text)
        let present = known.entries[key]
        guard run.mapping.isMaster, present?.entity != entity, !isOwn(kind, text, entity) else { return }
        let id = try present?.id ?? run.staging.newID("sourced_id")
        var columns: [(Name, Value)] = [("entity_id", .integer(Int64(entity)))]
        if present == nil {
            columns += [
                ("institution_id", (institution?.rawValue ?? 0).sqlValue), ("kind", kind.rawValue.sqlValue),
                ("source", .text(source)), ("sourced_id", .text(text)),
            ]
        }
        try run.staging.register(.sourcedIDs, key: [id], columns, at: place)
        known.entries[key] = KnownSourcedIDs.Entry(id: id, entity: entity)
    }

    /// Whether the identifier is what Sekme itself calls a row that was there: it would be written so anyway.
    private func isOwn(_ kind: SourcedKind, _ text: String, _ entity: Int) -> Bool {
        guard source == RosterRun.own, text == SekmeNumber(run.tenant, kind, entity).text else {
            return false
        }
        return kind == .session || entity <= known.last[kind] ?? 0
    }

    private func key(_ kind: SourcedKind, _ text: String) -> KnownSourcedIDs.Key {
        KnownSourcedIDs.Key(kind: kind.rawValue, source: source, text: RosterRow.key(text))
    }
}
