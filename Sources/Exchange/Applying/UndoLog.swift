import Frame
import Storage

/// Keeps what rows held before a batch, sealed, so that the batch can be taken back.
///
/// Added facts need no record: they carry the batch. Old facts are kept many to a record.
final class UndoLog {
    /// What a record of the log is about.
    enum Kind: Int, Sendable {
        /// Facts as they were before they were changed.
        case changedFacts = 1
        /// Facts as they were before they were removed.
        case removedFacts = 2
        /// A register row that was added.
        case addedRow = 3
        /// A register row as it was before it was changed.
        case changedRow = 4
    }

    private let tenant: TenantID
    private let batch: BatchID
    private let table: String
    private let connection: Connection
    private var number = 0

    /// Facts in a record.
    private static let block = 1_024

    init(_ tenant: TenantID, _ batch: BatchID, _ table: Name, _ connection: Connection) {
        self.tenant = tenant
        self.batch = batch
        self.table = table.text
        self.connection = connection
    }

    /// Keeps facts.
    func keep(_ kind: Kind, _ rows: FlatRows, keyCount: Int) throws {
        for start in stride(from: 0, to: rows.count, by: UndoLog.block) {
            let range = start..<min(rows.count, start + UndoLog.block)
            let key = rows.array(start).prefix(keyCount).map { Int($0) }
            try write([(kind, key, FlatCodec.encode(rows, range))])
        }
    }

    /// Keeps records of register rows.
    func write(_ records: [(kind: Kind, key: [Int], old: [UInt8])]) throws {
        guard !records.isEmpty else { return }
        let columns = ["tenant_id", "batch_id", "table_name", "row_no", "kind", "row_key", "old"]
        let first = number
        let sealed = try records.enumerated().map { index, record in
            try connection.sealer.seal(record.old, tenant: tenant.rawValue, bound: place(first + index + 1))
        }
        number += records.count
        _ = try connection.load("undo_row", columns) { loader in
            for (index, record) in records.enumerated() {
                var key = ByteWriter()
                key.put(record.key)
                loader.add(tenant.rawValue)
                loader.add(batch.rawValue)
                loader.add(table)
                loader.add(first + index + 1)
                loader.add(record.kind.rawValue)
                loader.add(key.bytes)
                loader.add(sealed[index])
                loader.endRow()
            }
        }
    }

    private func place(_ number: Int) -> SealedPlace {
        UndoLog.place(tenant, batch, table, number)
    }

    static func place(_ tenant: TenantID, _ batch: BatchID, _ table: String, _ number: Int) -> SealedPlace {
        SealedPlace(table: "undo_row", column: "old", key: tenant, batch, table, number)
    }
}
