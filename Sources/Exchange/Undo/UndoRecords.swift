import Frame
import Storage

/// Reads the undo log of a batch.
struct UndoRecords {
    let tenant: TenantID
    let batch: BatchID
    let table: String

    /// A record as kept.
    struct Record {
        let number: Int
        let kind: UndoLog.Kind
        let key: [Int]
        let old: [UInt8]
    }

    private static let page = 64

    /// Shows the records of some kinds in the order in which they were kept, which is that of the key.
    func each(
        _ kinds: [UndoLog.Kind],
        _ connection: Connection,
        _ body: (Record) throws -> Void
    ) throws {
        var last = 0
        while true {
            let records = try page(kinds, after: last, connection)
            for record in records { try body(record) }
            guard records.count == UndoRecords.page, let end = records.last else { return }
            last = end.number
        }
    }

    /// Forgets the log of a batch: it holds what was taken back.
    static func clear(_ tenant: TenantID, _ batch: BatchID, _ connection: Connection) throws {
        try connection.execute("DELETE FROM undo_row WHERE tenant_id = \(tenant) AND batch_id = \(batch)")
    }

    fileprivate func page(
        _ kinds: [UndoLog.Kind],
        after last: Int,
        _ connection: Connection
    ) throws -> [Record] {
        var out: [Record] = []
        try connection.each(
            """
            SELECT row_no, kind, row_key, old FROM undo_row
            WHERE tenant_id = \(tenant) AND batch_id = \(batch) AND table_name = \(table)
            AND row_no > \(last) AND kind IN (\(list: kinds.map(\.rawValue)))
            ORDER BY row_no LIMIT \(UndoRecords.page)
            """
        ) { row in
            let number = try row.next(Int.self)
            guard let kind = UndoLog.Kind(rawValue: try row.next()) else { throw StagingFault.damagedPiece }
            var key = ByteReader(try row.next([UInt8].self))
            let sealed = try row.next([UInt8].self)
            let place = UndoLog.place(tenant, batch, table, number)
            let old = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            out.append(Record(number: number, kind: kind, key: key.numbers() ?? [], old: old))
        }
        return out
    }
}

/// Old facts of a batch one after the other, in the order of their key.
///
/// Of pupils whose numbers lead elsewhere since, they come with the number that counts, in its place.
final class OldFacts {
    private let records: UndoRecords
    private let kind: UndoLog.Kind
    private let width: Int
    /// Columns that rows may lack which were kept before their table had them.
    private let late: Range<Int>
    private let connection: Connection
    private var rows: FlatRows
    private var at = 0
    private var last = 0
    private var waiting: [UndoRecords.Record] = []
    private var isDone = false
    private let merged: MergedNumbers
    private let pupil: Int?
    private let keyCount: Int
    /// Facts of numbers that lead elsewhere, with the number that counts; nil until they were looked for.
    private var led: FlatRows?
    private var ledAt = 0
    private var isLed = false

    init(
        _ records: UndoRecords,
        _ kind: UndoLog.Kind,
        of table: FactTable,
        _ merged: MergedNumbers,
        _ connection: Connection
    ) {
        self.records = records
        self.kind = kind
        self.connection = connection
        self.merged = merged
        width = table.columns.count
        late = table.lateColumns
        keyCount = table.key.count
        pupil = merged.isEmpty ? nil : table.key.firstIndex(of: Dimension.pupil.column)
        rows = FlatRows(width: width, capacity: 1)
    }

    /// The row that comes next, or nil at the end.
    func peek() throws -> UnsafeMutablePointer<Int64>? {
        let next = try peekKept()
        let led = try ledRows()
        isLed = false
        guard ledAt < led.count else { return next }
        if let next, order(next, led[ledAt], keyCount) < 0 { return next }
        isLed = true
        return led[ledAt]
    }

    /// The next row whose number is still its own.
    private func peekKept() throws -> UnsafeMutablePointer<Int64>? {
        while let row = try peekAny() {
            guard let pupil, merged.target(of: Int(row[pupil])) != nil else { return row }
            at += 1
        }
        return nil
    }

    /// The rows of numbers that lead elsewhere, in the order of the key that they have now.
    private func ledRows() throws -> FlatRows {
        if let led { return led }
        let found = FlatRows(width: width, capacity: 1)
        if let pupil {
            try records.each([kind], connection) { record in
                guard let decoded = FlatCodec.decode(record.old, width: width, late: late) else {
                    throw StagingFault.damagedPiece
                }
                for index in 0..<decoded.count {
                    guard let target = merged.target(of: Int(decoded[index][pupil])) else { continue }
                    decoded[index][pupil] = Int64(target)
                    found.append(decoded[index])
                }
            }
        }
        let sorted = found.sorted(byFirst: keyCount)
        led = sorted
        return sorted
    }

    private func peekAny() throws -> UnsafeMutablePointer<Int64>? {
        while at == rows.count {
            if waiting.isEmpty, !isDone {
                waiting = try records.page([kind], after: last, connection).reversed()
                isDone = waiting.isEmpty
            }
            guard let record = waiting.popLast() else { return nil }
            guard let decoded = FlatCodec.decode(record.old, width: width, late: late) else {
                throw StagingFault.damagedPiece
            }
            rows = decoded
            at = 0
            last = record.number
        }
        return rows[at]
    }

    /// Passes over the row that was shown.
    func advance() {
        if isLed { ledAt += 1 } else { at += 1 }
    }
}
