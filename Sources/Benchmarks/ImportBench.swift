import Exchange
import Foundation
import Frame
import House
import Kernel
import Storage
import Synchronization

/// A whole import of a file: checked, staged, planned, applied with its batch, undo log and cells, in a database that
/// has none of its rows; a new one where there is none.
struct ImportBench {
    let file: String
    let database: String
    /// The mapping, such as that of the file of `attendance_bench.py`; nil for a file of Sekme's own tables.
    let mapping: String?

    func run() async throws -> [String: Figure] {
        let board = try await Board(database)
        let planning = Mutex(0.0)
        let watch = Stopwatch()
        let staged = try await board.importer.stage(
            ImportRequest(files: [file], mapping: mapping),
            progress: { progress in
                if progress.phase == .planning { planning.withLock { $0 = watch.seconds } }
            }
        )
        let read = planning.withLock { $0 }
        let planned = watch.seconds
        let plannedWork = watch.processorSeconds
        let report = try await board.importer.apply(staged)
        let seconds = watch.seconds
        let plan = report.plan
        guard plan.rejected == 0, plan.unmatched == 0 else { throw Untaken(plan: plan) }
        let facts = plan.tables.map(\.added).max() ?? 0
        await board.close()
        return [
            "rows": .whole(facts),
            "seconds": .decimal(seconds),
            "rows_per_s": .whole(Int(Double(facts) / seconds)),
            "read_s": .decimal(read),
            "plan_s": .decimal(planned - read),
            "apply_s": .decimal(seconds - planned),
            "staged_processor_s": .decimal(plannedWork),
            "processor_s": .decimal(watch.processorSeconds),
            "peak_MiB": .whole(peakMemory()),
        ]
    }
}
