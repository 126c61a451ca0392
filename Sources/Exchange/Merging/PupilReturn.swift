import Frame
import Kernel
import Registry
import Storage

/// Gives back what was moved from one pupil to another, within a transaction.
final class PupilReturn {
    private let desk: Desk
    private let connection: Connection
    private let survivor: PupilID
    private let other: PupilID
    let notice = NoticeTaker()
    private var conflicts: [UndoConflict] = []
    private var changes: [String: FactChange] = [:]
    private var undone: [Int: Bool] = [:]
    /// Rows to be taken away, and those to be written afterwards.
    private var gone: [(MergedTable, [Value])] = []
    private var come: [(MergedTable, [Value])] = []

    /// Conflicts listed at most; one is enough to refuse.
    private static let limit = 100

    init(_ desk: Desk, _ survivor: PupilID, _ other: PupilID, _ connection: Connection) {
        self.desk = desk
        self.survivor = survivor
        self.other = other
        self.connection = connection
    }

    /// Puts everything back, or refuses with what stands in the way.
    func run(_ entries: [MergeEntry]) throws {
        let tables = Dictionary(
            try MergedTable.load(desk.house, connection).map { ($0.name, $0) }
        ) { first, _ in first }
        for entry in entries {
            guard let table = tables[entry.table] else { continue }
            let entry = entry.widened(table.fact)
            switch entry.kind {
            case .moved: try takeBack(entry, table)
            case .aside: come.append((table, entry.old))
            case .given: _ = try rows(table).give(entry.old, from: survivor, to: other)
            case .pupil, .spans: break
            }
        }
        try refuse()
        for (table, row) in gone {
            try rows(table).delete(row)
            change(table)?.remove(row)
        }
        for (table, row) in come { try restore(row, table) }
        try refuse()
        for name in changes.keys.sorted() { try changes[name]?.finish(notice) }
        for entry in entries where entry.kind == .spans { try narrow(entry) }
        for entry in entries.reversed() where entry.kind == .pupil { try restorePupil(entry) }
    }

    /// Finds a moved row where it is now.
    ///
    /// A batch that was undone meanwhile took its rows away, or put them back as they were before it.
    private func takeBack(_ entry: MergeEntry, _ table: MergedTable) throws {
        let rows = rows(table)
        guard let now = try rows.row(like: entry.new) else {
            // A row of a register goes only with the import that brought it.
            guard table.fact != nil, try !isUndone(table.number("batch_id", entry.new)) else { return }
            return conflict(table, entry.new, batch: nil)
        }
        if now == entry.new {
            gone.append((table, now))
            come.append((table, entry.old))
        } else if try wasUndone(entry.new, now, table) {
            gone.append((table, now))
            come.append((table, try rows.row(now, with: rows.key(entry.old))))
        } else {
            let batch = table.fact == nil ? 0 : table.number("batch_id", now)
            conflict(table, now, batch: batch > 0 ? BatchID(rawValue: batch) : nil)
        }
    }

    /// Whether a row is another one because an import from before was undone.
    private func wasUndone(_ moved: [Value], _ now: [Value], _ table: MergedTable) throws -> Bool {
        guard table.fact == nil else { return try isUndone(table.number("batch_id", moved)) }
        return table.number("version", now) < table.number("version", moved)
    }

    private func isUndone(_ batch: Int) throws -> Bool {
        if let known = undone[batch] { return known }
        let at = try connection.value(
            "SELECT undone_at FROM batch WHERE tenant_id = \(desk.tenant) AND id = \(batch)",
            Int.self
        )
        let isUndone = (at ?? 0) > 0
        undone[batch] = isUndone
        return isUndone
    }

    private func restore(_ row: [Value], _ table: MergedTable) throws {
        if let there = try rows(table).row(like: row) {
            return conflict(table, there, batch: nil)
        }
        try rows(table).insert(row)
        change(table)?.add(row)
    }

    /// A batch's stretches become what they were, where nothing widened them since.
    private func narrow(_ entry: MergeEntry) throws {
        guard entry.old.count == 3, entry.new.count == 3 else { throw StagingFault.damagedPiece }
        try connection.execute(
            """
            UPDATE batch_table SET spans = \(entry.old[2])
            WHERE tenant_id = \(desk.tenant) AND batch_id = \(entry.old[0]) AND table_name = \(entry.old[1])
                AND spans = \(entry.new[2])
            """
        )
    }

    /// What was filled in goes back; what the register has learned since stays.
    private func restorePupil(_ entry: MergeEntry) throws {
        guard let old = PupilRow(stored: entry.old), let new = PupilRow(stored: entry.new) else {
            throw StagingFault.damagedPiece
        }
        guard var now = try PupilRow.find(old.id, desk.tenant, connection) else { return }
        for (column, value) in old.values where now.values[column] == new.values[column] {
            now.values[column] = value
        }
        try now.write(desk.tenant, connection)
    }

    private func rows(_ table: MergedTable) -> MergedRows {
        MergedRows(table: table, tenant: desk.tenant, connection: connection)
    }

    private func change(_ table: MergedTable) -> FactChange? {
        guard let fact = table.fact else { return nil }
        if let known = changes[table.name] { return known }
        let change = FactChange(fact, desk.tenant, connection)
        changes[table.name] = change
        return change
    }

    private func conflict(_ table: MergedTable, _ row: [Value], batch: BatchID?) {
        guard conflicts.count < PupilReturn.limit else { return }
        let key = table.key.map { table.number($0, row) }
        conflicts.append(UndoConflict(kind: .changed, table: table.name, key: key, batch: batch))
    }

    private func refuse() throws(Refusal) {
        guard !conflicts.isEmpty else { return }
        throw Refusal.parting(conflicts, desk.house)
    }
}
