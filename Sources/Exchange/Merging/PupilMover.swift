import Frame
import Kernel
import Registry
import Storage

/// Moves everything that is kept of one pupil to the number of another, within a transaction, and takes down what it did.
final class PupilMover {
    private let desk: Desk
    private let connection: Connection
    private let survivor: PupilID
    private let other: PupilID
    private(set) var entries: [MergeEntry] = []
    /// Rows that were moved.
    private(set) var moved = 0
    /// Rows that were put aside.
    private(set) var aside = 0
    let notice = NoticeTaker()
    /// The batches of facts that moved, by table.
    private var batches: [String: Set<Int>] = [:]

    init(_ desk: Desk, _ survivor: PupilID, _ other: PupilID, _ connection: Connection) {
        self.desk = desk
        self.survivor = survivor
        self.other = other
        self.connection = connection
    }

    /// Moves the rows of all tables; `keep` says by table what becomes of those that contradict each other.
    func move(_ tables: [MergedTable], keep: [String: MergeKeep]) throws {
        for family in MergeFamily.all(tables) { try move(family, keep[family.name]) }
        for table in tables where !table.isKeyed { try give(table) }
        try widenBatches()
    }

    private func move(_ family: MergeFamily, _ keep: MergeKeep?) throws {
        let groups = try MergeGroup.all(family, survivor, other, desk.tenant, connection)
        guard !groups.isEmpty else { return }
        let changes = family.tables.map { table in
            table.fact.map { FactChange($0, desk.tenant, connection) }
        }
        for group in groups {
            switch group.state {
            case .free: try move(group, changes)
            case .same: try putAside(group.others, family, changes)
            case .differs:
                guard let keep else { throw Refusal.undecided(desk.house.words(family.name)) }
                switch keep {
                case .survivor: try putAside(group.others, family, changes)
                case .other:
                    try putAside(group.own, family, changes)
                    try move(group, changes)
                case .both: try stand(group, changes)
                }
            }
        }
        for change in changes { try change?.finish(notice) }
    }

    /// Moves rows beside those that are there, behind them where they are numbered.
    private func stand(_ group: MergeGroup, _ changes: [FactChange?]) throws {
        guard !group.family.hasOrdinal else { return try move(group, changes, by: group.shift) }
        for (index, table) in group.family.tables.enumerated() {
            let taken = Set(group.own[index].map { row in table.key.map { table.value($0, row) } })
            for row in group.others[index] {
                let key = table.key.map { $0 == table.column ? survivor.sqlValue : table.value($0, row) }
                if taken.contains(key) {
                    try putAside(row, table, changes[index])
                } else {
                    try move(row, table, changes[index], by: 0)
                }
            }
        }
    }

    private func move(_ group: MergeGroup, _ changes: [FactChange?], by shift: Int = 0) throws {
        for (index, table) in group.family.tables.enumerated() {
            for row in group.others[index] { try move(row, table, changes[index], by: shift) }
        }
    }

    private func move(
        _ row: [Value],
        _ table: MergedTable,
        _ change: FactChange?,
        by shift: Int
    ) throws {
        let rows = MergedRows(table: table, tenant: desk.tenant, connection: connection)
        var key = [table.column: survivor.sqlValue]
        if shift > 0 { key["ordinal"] = (table.number("ordinal", row) + shift).sqlValue }
        let new = try rows.row(row, with: key)
        try rows.delete(row)
        try rows.insert(new)
        change?.remove(row)
        change?.add(new)
        if table.fact?.key.first?.text == table.column {
            batches[table.name, default: []].insert(table.number("batch_id", row))
        }
        entries.append(MergeEntry(kind: .moved, table: table.name, old: row, new: new))
        moved += 1
    }

    private func putAside(
        _ rows: [[[Value]]],
        _ family: MergeFamily,
        _ changes: [FactChange?]
    ) throws {
        for (index, table) in family.tables.enumerated() {
            for row in rows[index] { try putAside(row, table, changes[index]) }
        }
    }

    private func putAside(_ row: [Value], _ table: MergedTable, _ change: FactChange?) throws {
        try MergedRows(table: table, tenant: desk.tenant, connection: connection).delete(row)
        change?.remove(row)
        entries.append(MergeEntry(kind: .aside, table: table.name, old: row))
        aside += 1
    }

    /// Gives rows that stand by a number of their own to the other pupil; what a rule of the schema forbids stays, and
    /// the old number leads on.
    private func give(_ table: MergedTable) throws {
        let rows = MergedRows(table: table, tenant: desk.tenant, connection: connection)
        for row in try rows.of(other) {
            do {
                try connection.savepoint { _ = try rows.give(row, from: other, to: survivor) }
                entries.append(MergeEntry(kind: .given, table: table.name, old: row))
                moved += 1
            } catch let fault as StorageError {
                guard case .constraint = fault.code else { throw fault }
                guard !MergedTable.mustMove.contains(table.name) else { throw Refusal.workOfTwo }
            }
        }
    }

    /// Lets an undo of a batch find the facts where they are now.
    private func widenBatches() throws {
        for (table, batches) in batches.sorted(by: { $0.key < $1.key }) {
            for batch in batches.sorted() where batch > 0 {
                let row: SQL = "tenant_id = \(desk.tenant) AND batch_id = \(batch) AND table_name = \(table)"
                let bytes = try connection.value("SELECT spans FROM batch_table WHERE \(row)", [UInt8].self)
                guard let bytes else { continue }
                var spans = Spans(bytes)
                guard !spans.joined.contains(where: { $0.contains(survivor.rawValue) }) else { continue }
                spans.insert(survivor.rawValue)
                let new = spans.bytes
                try connection.execute("UPDATE batch_table SET spans = \(new) WHERE \(row)")
                let key: [Value] = [batch.sqlValue, table.sqlValue]
                entries.append(
                    MergeEntry(
                        kind: .spans,
                        table: "batch_table",
                        old: key + [.blob(bytes)],
                        new: key + [.blob(new)]
                    )
                )
            }
        }
    }

    /// Fills what the register does not know of the pupil whose number counts from the other one's row.
    func fill() throws {
        let (before, after) = try PupilRow.joined(survivor, other, desk.tenant, connection)
        // The other one's first: a code belongs to one row only.
        for index in before.indices.reversed() where before[index] != after[index] {
            try after[index].write(desk.tenant, connection)
            entries.append(
                MergeEntry(
                    kind: .pupil,
                    table: "pupil",
                    old: before[index].stored,
                    new: after[index].stored
                )
            )
        }
    }
}
