import Frame
import Kernel
import Storage

/// Does what a job asks for.
///
/// The permission was asked when the job was put in.
struct JobWork: Sendable {
    let desk: Desk
    let job: Job

    /// The argument of a job that reads the files of its import once more.
    static let again = "again"

    func run(_ progress: @escaping Importer.Progress) async throws {
        switch job.kind {
        case .stage: try await stage(progress)
        case .apply: try await apply(progress)
        case .undo: try await undo(progress)
        }
    }

    /// A job that was cut off goes on with the import that it had begun.
    private func stage(_ progress: @escaping Importer.Progress) async throws {
        guard job.subject > 0 else {
            let run = try await StageRun.begin(try JSON.value(job.argument), desk, progress)
            let (jobs, job) = (JobStore(tenant: desk.tenant), job)
            try await desk.database.state.write { try jobs.name(job.id, subject: run.id.rawValue, $0) }
            _ = try await run.run()
            return
        }
        if job.argument == JobWork.again, job.attempts == 1 {
            let (imports, id, now) = (
                ImportStore(tenant: desk.tenant), ImportID(rawValue: job.subject), desk.clock()
            )
            let store = StagedStore(database: desk.database, tenant: desk.tenant, importID: job.subject)
            try await desk.database.state.write { connection in
                // What was read is compared with other data now: nothing of it is gone on with.
                guard try imports.move(id, from: [.planned], to: .staging, now, connection) else { return }
                try store.clear(connection)
            }
        }
        guard let record = try await record(), record.state == .staging else { return }
        guard try await Importer(desk).readAgain(record, progress) != nil else { throw Refusal.noSuchImport }
    }

    private func apply(_ progress: @escaping Importer.Progress) async throws {
        guard let record = try await record() else { throw Refusal.noSuchImport }
        if record.state == .applying {
            // Another job may be at it; this one may take it up only after it was cut off itself.
            guard job.attempts > 1 else { throw Refusal.importIsBusy }
            try await Importer(desk).settle(record)
        }
        let run = ApplyRun(desk: desk, id: record.id, progress: progress)
        _ = try await run.run(acceptRemovals: job.argument == "removals")
    }

    private func undo(_ progress: @escaping Importer.Progress) async throws {
        let batch = BatchID(rawValue: job.subject)
        let batches = BatchStore(tenant: desk.tenant)
        let summary = try await desk.database.data.read { try batches.find(batch, $0) }
        if job.attempts > 1, summary?.undoneAt != nil { return }
        progress(ImportProgress(phase: .undoing, doneBytes: 0, allBytes: 0, lines: summary?.lines ?? 0))
        try await UndoRun(desk: desk, batch: batch).run()
    }

    private func record() async throws -> ImportRecord? {
        let (imports, id) = (ImportStore(tenant: desk.tenant), ImportID(rawValue: job.subject))
        return try await desk.database.state.read { try imports.find(id, $0) }
    }
}
