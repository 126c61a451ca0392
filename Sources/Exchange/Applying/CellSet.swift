import Dispatch
import Frame
import Storage
import Synchronization

/// The cells that the facts of one table touch, summed while the facts are written and written at the end.
///
/// Summing goes on beside the database's own work: facts that were handed over are never changed again. Sums of
/// which there are too many to hold are packed as a sorted run, so that each cell is written once, in the order of
/// its key.
final class CellSet: @unchecked Sendable {
    // Belongs to `worker`; whoever else looks at it waits for the worker first.
    private let rules: [(rule: CellRule, sums: CellRuns)]
    private let writer: CellWriter
    private let worker = DispatchQueue(label: "sekme.cells", qos: .userInitiated)
    private let waiting = DispatchSemaphore(value: 0)

    init(_ table: FactTable, _ tenant: TenantID, _ connection: Connection) {
        rules = table.cells.map { ($0, CellRuns($0.cube)) }
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

    /// Writes everything.
    func flush() throws {
        worker.sync {}
        for (_, sums) in rules { try sums.write(writer) }
    }

    private func sum(_ rows: FlatRows, _ sign: Int64) {
        for (rule, runs) in rules {
            let sums = runs.sums
            sums.sign = sign
            for row in 0..<rows.count { rule.contribute(FactRow(base: UnsafePointer(rows[row])), sums) }
            runs.packFull()
        }
    }
}
