import Frame
import Storage

/// One thing that a joining of two pupils changed, as it was and as it became.
struct MergeEntry {
    /// What was done.
    enum Kind: Int {
        /// A row got a key with the other number: `old` and `new` are the rows.
        case moved = 1
        /// A row was taken out, as the other pupil has one that tells of the same: `old` is the row.
        case aside = 2
        /// A row was given to the other number where it stands: `old` is the row.
        case given = 3
        /// A row of the register of pupils: number, then the columns.
        case pupil = 4
        /// The stretches of a batch: batch, table, stretches.
        case spans = 5
    }

    let kind: Kind
    let table: String
    private(set) var old: [Value]
    private(set) var new: [Value] = []

    init(kind: Kind, table: String, old: [Value], new: [Value] = []) {
        self.kind = kind
        self.table = table
        self.old = old
        self.new = new
    }

    /// The same with the values that a table of facts got since it was kept, which hold 0.
    func widened(_ table: FactTable?) -> MergeEntry {
        guard let table, table.lateValues > 0 else { return self }
        var entry = self
        entry.old = MergeEntry.widened(old, table)
        entry.new = MergeEntry.widened(new, table)
        return entry
    }

    private static func widened(_ row: [Value], _ table: FactTable) -> [Value] {
        let missing = table.columns.count - row.count
        guard !row.isEmpty, (1...table.lateValues).contains(missing) else { return row }
        var row = row
        let zeros = Array(repeating: Value.integer(0), count: missing)
        row.insert(contentsOf: zeros, at: table.lateColumns.upperBound - missing)
        return row
    }
}

/// What a joining changed, kept sealed so that it can be taken back.
struct MergeRecord {
    let tenant: TenantID
    let merge: Int
    let connection: Connection

    /// Entries in a row: an entry is a few dozen numbers.
    private static let block = 200

    func write(_ entries: [MergeEntry]) throws {
        for (number, start) in stride(from: 0, to: entries.count, by: MergeRecord.block).enumerated() {
            var writer = ByteWriter()
            for entry in entries[start..<min(entries.count, start + MergeRecord.block)] {
                writer.put(entry.kind.rawValue)
                writer.put(entry.table)
                for values in [entry.old, entry.new] {
                    writer.put(values.count)
                    for value in values { writer.put(value) }
                }
            }
            let sealed = try connection.sealer.seal(
                writer.bytes,
                tenant: tenant.rawValue,
                bound: place(number + 1)
            )
            try connection.execute(
                """
                INSERT INTO pupil_merge_row (tenant_id, merge_id, row_no, old)
                VALUES (\(tenant), \(merge), \(number + 1), \(sealed))
                """
            )
        }
    }

    /// The entries in the order in which they were done.
    func read() throws -> [MergeEntry] {
        let rows = try connection.rows(
            """
            SELECT row_no, old FROM pupil_merge_row
            WHERE tenant_id = \(tenant) AND merge_id = \(merge) ORDER BY row_no
            """,
            Int.self,
            [UInt8].self
        )
        return try rows.flatMap { number, sealed -> [MergeEntry] in
            let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place(number))
            return try MergeRecord.entries(bytes)
        }
    }

    /// Forgets what was kept.
    func clear() throws {
        try connection.execute(
            "DELETE FROM pupil_merge_row WHERE tenant_id = \(tenant) AND merge_id = \(merge)"
        )
    }

    private static func entries(_ bytes: [UInt8]) throws -> [MergeEntry] {
        var reader = ByteReader(bytes)
        func values() throws -> [Value] {
            guard let count = reader.number() else { throw StagingFault.damagedPiece }
            return try (0..<count).map { _ in
                guard let value = reader.value() else { throw StagingFault.damagedPiece }
                return value
            }
        }
        var entries: [MergeEntry] = []
        while !reader.isAtEnd {
            guard let kind = reader.number().flatMap({ MergeEntry.Kind(rawValue: $0) }),
                let table = reader.text()
            else { throw StagingFault.damagedPiece }
            entries.append(MergeEntry(kind: kind, table: table, old: try values(), new: try values()))
        }
        return entries
    }

    private func place(_ number: Int) -> SealedPlace {
        SealedPlace(table: "pupil_merge_row", column: "old", key: tenant, merge, number)
    }
}
