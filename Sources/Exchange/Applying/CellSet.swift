import Frame
import Storage

/// The cells that the facts of one table touch, summed until there are many and then written.
final class CellSet {
    private let rules: [(rule: CellRule, sums: CellAccumulator)]
    private let writer: CellWriter

    /// Cells held before they are written.
    private static let limit = 200_000

    init(_ table: FactTable, _ tenant: TenantID, _ connection: Connection) {
        rules = table.cells.map { ($0, CellAccumulator($0.cube)) }
        writer = CellWriter(tenant: tenant, connection: connection)
    }

    /// Takes facts in (+1) or out (-1).
    func add(_ rows: FlatRows, sign: Int64) {
        for (rule, sums) in rules {
            sums.sign = sign
            for row in 0..<rows.count { rule.contribute(FactRow(base: UnsafePointer(rows[row])), sums) }
        }
    }

    /// Writes sums of which there are too many to hold.
    func flushFull() throws {
        for (_, sums) in rules where sums.cellCount > CellSet.limit { try writer.flush(sums) }
    }

    /// Writes everything.
    func flush() throws {
        for (_, sums) in rules { try writer.flush(sums) }
    }
}
