import Exchange
import Foundation
import Frame
import House
import Kernel
import Storage
import Synchronization

/// A whole import of the file of `attendance_bench.py`: checked, staged, planned, applied with its batch, undo log
/// and cells, in a new database.
struct ImportBench {
    let file: String
    let database: String

    func run() async throws -> [String: Figure] {
        let board = try await Board(database)
        let planning = Mutex(0.0)
        let watch = Stopwatch()
        let staged = try await board.importer.stage(
            ImportRequest(files: [file], mapping: "attendance-bench"),
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
        let facts = plan.tables.first { $0.table == "lesson_record" }?.added ?? 0
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
