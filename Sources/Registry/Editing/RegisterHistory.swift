import Access
import FoundationEssentials
package import Frame
package import Kernel
package import Storage

/// One change of a row that a person made by hand: what stood before and what stands since.
package struct RegisterChange: Sendable {
    /// Its number, rising with time.
    package let id: Int
    /// The version that the row has since.
    package let version: Int
    /// When.
    package let at: Instant
    /// Who; the name of the account, empty for the operator of the command line.
    package let by: String
    /// The answers before; empty where the row was added.
    package let before: EditTexts
    /// The answers since; empty where the row was withdrawn.
    package let after: EditTexts

    /// The names of the answers that differ, sorted.
    package var changed: [String] {
        Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}

/// A row that its latest change took out of its table.
package struct WithdrawnRow: Sendable {
    /// The table it stood in.
    package let table: String
    /// The name of the row: `7`, `7/2025`.
    package let row: String
    /// The answers that it held.
    package let before: EditTexts
}

/// What people changed by hand in registers, kept beside the rows so that it can be shown and taken back.
///
/// A change is written in the transaction of the row itself, and so is its record for the audit trail.
package enum RegisterHistory {
    /// The number of the latest change, 0 where there is none: another number for other rules, lists and scales.
    package static func mark(_ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value(
            "SELECT coalesce(max(id), 0) FROM register_change WHERE tenant_id = \(tenant)",
            Int.self
        ) ?? 0
    }

    /// Writes a change down.
    ///
    /// `row` names the row for people who read the audit trail: `unexcused-limit/2011-02-01`.
    package static func note(
        _ table: RegisterTable,
        _ row: String,
        version: Int,
        before: EditTexts,
        after: EditTexts,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "register_change", count: 1)
        try connection.execute(
            """
            INSERT INTO register_change
                (tenant_id, id, table_name, row_name, version, at, account_id, old_texts, new_texts)
            VALUES (\(desk.tenant), \(id.lowerBound), \(table.name.text), \(row), \(version),
                \(desk.clock().milliseconds), \(desk.asker.account), \(try json(before)), \(try json(after)))
            """
        )
        let change = RegisterChange(
            id: id.lowerBound,
            version: version,
            at: desk.clock(),
            by: "",
            before: before,
            after: after
        )
        try AuditTrail.queue(desk.event(.change, "\(table.name.text) \(row): \(words(change))"), connection)
    }

    /// The changes of a row, the latest first.
    package static func changes(
        _ table: RegisterTable,
        _ row: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [RegisterChange] {
        try connection.rows(
            """
            SELECT c.id, c.version, c.at, coalesce(a.name, ''), c.old_texts, c.new_texts
            FROM register_change c LEFT JOIN account a ON a.tenant_id = c.tenant_id AND a.id = c.account_id
            WHERE c.tenant_id = \(tenant) AND c.table_name = \(table.name.text) AND c.row_name = \(row)
            ORDER BY c.id DESC
            """,
            Int.self,
            Int.self,
            Int.self,
            String.self,
            String.self,
            String.self
        )
        .map {
            RegisterChange(
                id: $0.0,
                version: $0.1,
                at: Instant(milliseconds: $0.2),
                by: $0.3,
                before: try texts($0.4),
                after: try texts($0.5)
            )
        }
    }

    /// Who was the last to change one of some answers of a row; nil where nobody has.
    package static func lastEditor(
        of names: Set<String>,
        _ table: RegisterTable,
        _ row: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> AccountID? {
        let rows = try connection.rows(
            """
            SELECT account_id, old_texts, new_texts FROM register_change
            WHERE tenant_id = \(tenant) AND table_name = \(table.name.text) AND row_name = \(row)
            ORDER BY id DESC
            """,
            AccountID.self,
            String.self,
            String.self
        )
        return try rows.first { _, old, new in
            let (before, after) = (try texts(old), try texts(new))
            return names.contains { before[$0] != after[$0] }
        }?.0
    }

    /// The version that the latest change of a row left, 0 where there was none.
    package static func version(
        _ table: RegisterTable,
        _ row: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Int {
        try connection.value(
            """
            SELECT coalesce(max(version), 0) FROM register_change
            WHERE tenant_id = \(tenant) AND table_name = \(table.name.text) AND row_name = \(row)
            """,
            Int.self
        ) ?? 0
    }

    /// The rows of some tables that their latest change took out, the latest first.
    ///
    /// An import may have brought one of them again since: it keeps no history.
    package static func withdrawn(
        _ tables: [RegisterTable],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [WithdrawnRow] {
        try connection.rows(
            """
            SELECT c.table_name, c.row_name, c.old_texts FROM register_change c
            WHERE c.tenant_id = \(tenant) AND c.table_name IN (\(list: tables.map(\.name.text)))
                AND c.new_texts = \(try json([:]))
                AND NOT EXISTS (
                    SELECT 1 FROM register_change n
                    WHERE n.tenant_id = c.tenant_id AND n.table_name = c.table_name
                        AND n.row_name = c.row_name AND n.id > c.id
                )
            ORDER BY c.id DESC
            """,
            String.self,
            String.self,
            String.self
        )
        .map { WithdrawnRow(table: $0.0, row: $0.1, before: try texts($0.2)) }
    }

    /// What a row held before one of its changes, so that it can be put back.
    package static func before(
        _ change: Int,
        _ table: RegisterTable,
        _ row: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> EditTexts {
        let found = try changes(table, row, tenant, connection).first { $0.id == change }
        guard let found, !found.before.isEmpty else { throw Refusal.noSuchPage }
        return found.before
    }

    private static func words(_ change: RegisterChange) -> String {
        change.changed.map { name in
            "\(name) “\(change.before[name] ?? "")” → “\(change.after[name] ?? "")”"
        }
        .joined(separator: "; ")
    }

    private static func json(_ texts: EditTexts) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(texts), as: UTF8.self)
    }

    private static func texts(_ json: String) throws -> EditTexts {
        try JSONDecoder().decode(EditTexts.self, from: Data(json.utf8))
    }
}
