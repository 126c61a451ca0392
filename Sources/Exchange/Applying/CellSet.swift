import Dispatch
import Frame
import Storage
import Synchronization

/// The cells that the facts of one table touch, summed until there are many and then written.
///
/// Summing goes on beside the database's own work: facts that were handed over are never changed again.
final class CellSet: @unchecked Sendable {
    // Belongs to `worker`; whoever else looks at it waits for the worker first.
    private let rules: [(rule: CellRule, sums: CellAccumulator)]
    private let writer: CellWriter
    private let worker = DispatchQueue(label: "sekme.cells", qos: .userInitiated)
    private let waiting = DispatchSemaphore(value: 0)
    private let isFull = Mutex(false)

    /// Cells held before they are written.
    private static let limit = 200_000

    init(_ table: FactTable, _ tenant: TenantID, _ connection: Connection) {
        rules = table.cells.map { ($0, CellAccumulator($0.cube)) }
        writer = CellWriter(tenant: tenant, connection: connection)
        for _ in 0..<4 { waiting.signal() }
    }

    /// Takes facts in (+1) or out (-1).
    func add(_ rows: FlatRows, sign: Int64) {
        guard rows.count > 0, !rules.isEmpty else { return }
        waiting.wait()
        worker.async { [self] in
            sum(rows, sign)
            waiting.signal()
        }
    }

    /// Writes sums of which there are too many to hold.
    func flushFull() throws {
        guard isFull.withLock({ $0 }) else { return }
        worker.sync {}
        for (_, sums) in rules where sums.cellCount > CellSet.limit { try writer.flush(sums) }
        isFull.withLock { $0 = false }
    }

    /// Writes everything.
    func flush() throws {
        worker.sync {}
        for (_, sums) in rules { try writer.flush(sums) }
    }

    private func sum(_ rows: FlatRows, _ sign: Int64) {
        for (rule, sums) in rules {
            sums.sign = sign
            for row in 0..<rows.count { rule.contribute(FactRow(base: UnsafePointer(rows[row])), sums) }
            if sums.cellCount > CellSet.limit { isFull.withLock { $0 = true } }
        }
    }
}
