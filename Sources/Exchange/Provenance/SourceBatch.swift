import Access
package import Frame
package import Kernel
package import Storage

/// An import behind a figure, as everybody may know of it who sees the figure: what kind of file, when, by whose role.
package struct SourceBatch: Sendable {
    /// Its number.
    package let id: BatchID
    /// The kind of file.
    package let kind: Text
    /// When it was saved.
    package let appliedAt: Instant
    /// The roles by which whoever saved it was let import.
    package let roles: [Text]
    /// Whether the reader may open it.
    package let mayOpen: Bool
    private let files: [String]
    private let sheets: [[Int]: String]

    /// A place in its files; nil where a row has none.
    package func place(_ source: SourcePlace) -> Kernel.Place? {
        guard source != .none else { return nil }
        let file = files.indices.contains(source.file) ? files[source.file] : ""
        return Kernel.Place(file: file, sheet: sheets[[source.file, source.sheet]], line: source.line)
    }

    /// Some imports, the newest first.
    package static func find(
        _ ids: Set<BatchID>,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [SourceBatch] {
        guard !ids.isEmpty else { return [] }
        let (tenant, scope, numbers) = (desk.tenant, ImportScope(desk), ids.sorted())
        var files: [BatchID: [String]] = [:]
        try connection.each(
            """
            SELECT batch_id, name FROM batch_file
            WHERE tenant_id = \(tenant) AND batch_id IN (\(list: numbers)) ORDER BY batch_id, file_no
            """
        ) { row in
            let batch = try row.next(BatchID.self)
            files[batch, default: []].append(try row.next())
        }
        var sheets: [BatchID: [[Int]: String]] = [:]
        try connection.each(
            """
            SELECT batch_id, file_no, sheet_no, name FROM batch_sheet
            WHERE tenant_id = \(tenant) AND batch_id IN (\(list: numbers)) ORDER BY batch_id, file_no, sheet_no
            """
        ) { row in
            let batch = try row.next(BatchID.self)
            let place = [try row.next(Int.self), try row.next(Int.self)]
            sheets[batch, default: [:]][place] = try row.next(String.self)
        }
        let rows = try connection.rows(
            """
            SELECT id, format, account_id, applied_at, institution_id FROM batch
            WHERE tenant_id = \(tenant) AND id IN (\(list: numbers)) ORDER BY id DESC
            """,
            BatchID.self,
            String.self,
            AccountID.self,
            Int.self,
            Int.self
        )
        return try rows.map { id, format, account, moment, institution in
            let appliedAt = Instant(milliseconds: moment)
            return SourceBatch(
                id: id,
                kind: desk.house.title(ofFormat: format),
                appliedAt: appliedAt,
                roles: try roles(account, on: appliedAt.day, tenant, connection),
                mayOpen: scope.covers(institution),
                files: files[id] ?? [],
                sheets: sheets[id] ?? [:]
            )
        }
    }

    /// The imports that changed some tables for a year, at most so many, the newest first: where a figure rests on more rows
    /// than are looked at.
    package static func changing(
        _ tables: Set<String>,
        _ selection: Selection,
        _ tenant: TenantID,
        limit: Int,
        _ connection: Connection
    ) throws -> Set<BatchID> {
        let own: SQL =
            selection.institution.map { "AND b.institution_id IN (0, \($0))" } ?? ""
        let found = try connection.rows(
            """
            SELECT DISTINCT b.id, b.year FROM batch b
            JOIN batch_table t ON t.tenant_id = b.tenant_id AND t.batch_id = b.id
            WHERE b.tenant_id = \(tenant) AND b.undone_at = 0 AND t.table_name IN (\(list: tables.sorted()))
                AND t.added + t.changed + t.removed > 0 \(own)
            ORDER BY b.id DESC
            """,
            BatchID.self,
            String.self
        )
        let ofYear = found.filter { $0.1.isEmpty || SchoolYear($0.1) == selection.year }
        return Set(ofYear.prefix(limit).map { $0.0 })
    }

    /// Those of an account's roles by which it may import; who has none now had the one of the system.
    private static func roles(
        _ account: AccountID,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Text] {
        guard account.rawValue > 0 else { return [Role.operator.words] }
        let held = try Accounts.roles(account, tenant: tenant, connection).filter { $0.holds(on: day) }
        var names: [Text] = []
        for role in held.compactMap({ Role.named($0.role) }) where !role.breadths(.importData).isEmpty {
            if !names.contains(role.words) { names.append(role.words) }
        }
        return names
    }
}
