import Frame
import Storage

/// Writes what a batch changes in one register, with what undoing needs.
final class RegisterApplier {
    private let table: RegisterTable
    private let tenant: TenantID
    private let connection: Connection
    private let rows: RegisterRows
    private let undo: UndoLog
    private let notice: NoticeTaker

    init(
        _ table: RegisterTable,
        _ tenant: TenantID,
        _ batch: BatchID,
        _ notice: NoticeTaker,
        _ connection: Connection
    ) {
        self.table = table
        self.notice = notice
        self.tenant = tenant
        self.connection = connection
        rows = RegisterRows(table: table, tenant: tenant)
        undo = UndoLog(tenant, batch, table.name, connection)
    }

    /// Writes some rows.
    func take(_ changes: [RegisterChange]) throws {
        try undo.write(changes.map { ($0.old == nil ? .addedRow : .changedRow, $0.staged.key, old($0)) })
        for change in changes {
            if let old = change.old { try update(change, old) } else { try insert(change) }
            notice.take(change.staged.key, of: table)
        }
    }

    /// The version a row has behind the change, then each changed column with what it held, as stored; at the end the
    /// place in the files: rows of registers do not keep their own.
    private func old(_ change: RegisterChange) -> [UInt8] {
        var writer = ByteWriter()
        writer.put((change.old?.version ?? 0) + 1)
        if let old = change.old {
            writer.put(change.columns.count)
            for column in change.columns {
                writer.put(column)
                writer.put(old.values[column])
            }
        }
        writer.put(change.staged.source)
        return writer.bytes
    }

    private func insert(_ change: RegisterChange) throws {
        let names = table.key.map(\.sql) + change.columns.map { table.columns[$0].sql }
        let keys = change.staged.key.map { Value.integer(Int64($0)) }
        let values = keys + (try change.columns.map { try stored($0, change.staged) })
        // General: the table is any register, and its columns are joined.
        try connection.execute(
            """
            INSERT INTO \(table.name.sql) (tenant_id, \(SQL.joined(names, by: ", ")), version)
            VALUES (\(tenant), \(list: values), 1)
            """
        )
    }

    private func update(_ change: RegisterChange, _ old: PresentRow) throws {
        let parts = try change.columns.map { column -> SQL in
            "\(table.columns[column].sql) = \(try stored(column, change.staged))"
        }
        try connection.update(
            table.name.text,
            id: change.staged.key.first ?? 0,
            """
            UPDATE \(table.name.sql) SET \(SQL.joined(parts, by: ", ")), version = version + 1
            WHERE \(rows.same(change.staged.key)) AND version = \(old.version)
            """
        )
    }

    private func stored(_ column: Int, _ row: StagedRow) throws -> Value {
        let value = row.values[column] ?? .null
        let name = table.columns[column]
        guard table.sealed.contains(name), case .text(let plain) = value else { return value }
        let place = rows.place(name, row.key)
        return .blob(try connection.sealer.seal(Array(plain.utf8), tenant: tenant.rawValue, bound: place))
    }
}
