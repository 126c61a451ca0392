import Frame
import Storage

/// Writes what a batch changes in one fact table, with its cells and what undoing needs.
final class FactApplier {
    private let table: FactTable
    private let flat: IntegerTable
    private let tenant: TenantID
    private let connection: Connection
    private let cells: CellSet
    private let undo: UndoLog
    private let notice: NoticeTaker
    private let noticed: NoticeTaker.Columns?
    private(set) var spans = Spans()

    init(
        _ table: FactTable,
        _ tenant: TenantID,
        _ batch: BatchID,
        _ notice: NoticeTaker,
        _ connection: Connection
    ) {
        self.table = table
        self.notice = notice
        noticed = NoticeTaker.Columns(table)
        flat = IntegerTable(table)
        self.tenant = tenant
        self.connection = connection
        cells = CellSet(table, tenant, connection)
        undo = UndoLog(tenant, batch, table.name, connection)
    }

    /// Writes a block.
    func take(_ changes: FactChanges) throws {
        try flat.load(changes.added, tenant, connection)
        cells.add(changes.added, sign: 1)
        touch(changes.added)
        try change(changes)
        try remove(changes.removed)
    }

    /// Writes the cells that are still held.
    func finish() throws {
        try cells.flush()
    }

    private func change(_ changes: FactChanges) throws {
        guard changes.new.count > 0 else { return }
        try undo.keep(.changedFacts, changes.old, keyCount: table.key.count)
        for row in 0..<changes.new.count {
            try connection.execute(flat.update(tenant, changes.new.array(row)))
        }
        cells.add(changes.old, sign: -1)
        cells.add(changes.new, sign: 1)
        notice.take(changes.old, noticed)
        touch(changes.new)
    }

    private func remove(_ rows: FlatRows) throws {
        guard rows.count > 0 else { return }
        try undo.keep(.removedFacts, rows, keyCount: table.key.count)
        for row in 0..<rows.count { try connection.execute(flat.delete(tenant, rows.array(row))) }
        cells.add(rows, sign: -1)
        notice.take(rows, noticed)
    }

    private func touch(_ rows: FlatRows) {
        notice.take(rows, noticed)
        for row in 0..<rows.count where row == 0 || rows[row][0] != rows[row - 1][0] {
            spans.insert(Int(rows[row][0]))
        }
    }
}
