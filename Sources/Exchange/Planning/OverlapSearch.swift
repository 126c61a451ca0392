import Frame
import Kernel
import Storage

/// Looks for facts that a file of another kind has brought of what an import adds.
///
/// It asks for the pairs of the file alone, by the beginning of the table's key, some hundred in one question.
struct OverlapSearch {
    private let table: FactTable
    private let overlap: FactOverlap
    private let tenant: TenantID
    /// The pair of the last row: rows come in the order of the key, so that it is asked for once.
    private var last: Asked?
    /// What was found, by the number of the file.
    private(set) var found: [Int: OverlapFound] = [:]

    /// Pairs in one question, with a part of it for each first value; SQLite joins no more than 500 parts.
    private static let batch = 256

    /// A search; nil where the rows of a table have no other kind.
    init?(_ table: FactTable, _ tenant: TenantID) {
        guard let overlap = table.overlap, table.key.count == 3 else { return nil }
        self.table = table
        self.overlap = overlap
        self.tenant = tenant
    }

    /// The first two columns of a key.
    private struct Pair: Hashable {
        let first: Int64
        let second: Int64
    }

    /// A pair of the file, and on which side of the border its third column is.
    private struct Asked: Hashable {
        let pair: Pair
        let isBelow: Bool
    }

    /// Looks for what a block adds.
    mutating func take(_ added: FlatRows, _ connection: Connection) throws {
        var below: [Pair: Int64] = [:]
        var above: [Pair: Int64] = [:]
        for index in 0..<added.count {
            let row = added[index]
            let asked = Asked(
                pair: Pair(first: row[0], second: row[1]),
                isBelow: row[2] < Int64(overlap.border)
            )
            guard asked != last else { continue }
            last = asked
            let source = row[table.columns.count - 1]
            if asked.isBelow { below[asked.pair] = source } else { above[asked.pair] = source }
            if below.count == OverlapSearch.batch { try ask(&below, isBelow: true, connection) }
            if above.count == OverlapSearch.batch { try ask(&above, isBelow: false, connection) }
        }
        try ask(&below, isBelow: true, connection)
        try ask(&above, isBelow: false, connection)
    }

    /// Asks which pairs the table has on the other side, and keeps what it finds.
    private mutating func ask(
        _ sources: inout [Pair: Int64],
        isBelow: Bool,
        _ connection: Connection
    ) throws {
        guard !sources.isEmpty else { return }
        let (first, second, third) = (table.key[0].sql, table.key[1].sql, table.key[2].sql)
        let side: SQL = isBelow ? "\(third) >= \(overlap.border)" : "\(third) < \(overlap.border)"
        let parts = Dictionary(grouping: sources.keys, by: \.first).map { whose, pairs -> SQL in
            """
            SELECT DISTINCT \(first), \(second), batch_id FROM \(table.name.sql)
            WHERE tenant_id = \(tenant) AND \(first) = \(whose) AND \(second) IN (\(list: pairs.map(\.second)))
            AND \(side)
            """
        }
        let rows = try connection.rows(
            SQL.joined(parts, by: " UNION ALL "),
            Int64.self,
            Int64.self,
            Int.self
        )
        var batches: [Pair: Set<BatchID>] = [:]
        for row in rows {
            batches[Pair(first: row.0, second: row.1), default: []].insert(BatchID(rawValue: row.2))
        }
        for (pair, batches) in batches {
            guard let source = sources[pair] else { continue }
            keep(SourcePlace(packed: Int(source)), batches)
        }
        sources = [:]
    }

    private mutating func keep(_ source: SourcePlace, _ batches: Set<BatchID>) {
        var found = found[source.file] ?? OverlapFound(overlap: overlap, source: source)
        found.pairs += 1
        found.batches.formUnion(batches)
        if source.packed < found.source.packed { found.source = source }
        self.found[source.file] = found
    }
}

/// What one file tells and a file of another kind has told.
struct OverlapFound: Sendable {
    let overlap: FactOverlap
    /// The first place of the file that tells it.
    var source: SourcePlace
    /// Pairs of the first two columns of the key.
    var pairs = 0
    /// The imports that are there.
    var batches: Set<BatchID> = []

    init(overlap: FactOverlap, source: SourcePlace) {
        self.overlap = overlap
        self.source = source
    }

    /// The finding, without a place.
    var problem: Problem { overlap.problem(pairs, batches.filter { $0.rawValue > 0 }.sorted()) }
}
