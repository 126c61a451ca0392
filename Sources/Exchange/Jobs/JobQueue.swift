package import Frame
import Kernel
import Storage

/// The jobs of a tenant: pages put them in and look how they are.
package struct JobQueue: Sendable {
    private let desk: Desk

    /// The jobs of the desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Asks for files to be read and planned, and gives the job's number.
    package func stage(_ request: ImportRequest) async throws -> Int {
        let request = try await ImportScope(desk).settled(request)
        try await Uploads(desk).requireOwn(request.uploads)
        return try await add(.stage, subject: 0, argument: JSON.text(request))
    }

    /// Asks for the files of a planned import to be read and planned again, because the data have changed.
    package func again(_ id: ImportID) async throws -> Int {
        _ = try await Importer(desk).own(id)
        return try await add(.stage, subject: id.rawValue, argument: JobWork.again)
    }

    /// Asks for a plan to be applied.
    package func apply(_ id: ImportID, acceptRemovals: Bool) async throws -> Int {
        _ = try await Importer(desk).own(id)
        return try await add(.apply, subject: id.rawValue, argument: acceptRemovals ? "removals" : "")
    }

    /// Asks for a batch to be taken back.
    package func undo(_ batch: BatchID) async throws -> Int {
        _ = try await Importer(desk).batch(batch)
        return try await add(.undo, subject: batch.rawValue, argument: "")
    }

    /// A job by its number; refuses where there is none, or none that is the asker's own.
    package func find(_ id: Int) async throws -> Job {
        let scope = ImportScope(desk)
        try scope.requireAny()
        let jobs = JobStore(tenant: desk.tenant)
        let job = try await desk.database.state.read { try jobs.find(id, $0) }
        guard let job, scope.isWhole || job.account == desk.asker.account else { throw Refusal.noSuchPage }
        return job
    }

    private func add(_ kind: Job.Kind, subject: Int, argument: String) async throws -> Int {
        let (jobs, asker, now) = (JobStore(tenant: desk.tenant), desk.asker, desk.clock())
        return try await desk.database.state.write { connection in
            try jobs.add(kind, subject, argument, asker, now, connection)
        }
    }
}
