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
        try await add(.stage, subject: 0, argument: JSON.text(request))
    }

    /// Asks for the files of a planned import to be read and planned again, because the data have changed.
    package func again(_ id: ImportID) async throws -> Int {
        try await add(.stage, subject: id.rawValue, argument: JobWork.again)
    }

    /// Asks for a plan to be applied.
    package func apply(_ id: ImportID, acceptRemovals: Bool) async throws -> Int {
        try await add(.apply, subject: id.rawValue, argument: acceptRemovals ? "removals" : "")
    }

    /// Asks for a batch to be taken back.
    package func undo(_ batch: BatchID) async throws -> Int {
        try await add(.undo, subject: batch.rawValue, argument: "")
    }

    /// A job by its number; refuses where there is none.
    package func find(_ id: Int) async throws -> Job {
        try desk.require(.importData, in: .tenant)
        let jobs = JobStore(tenant: desk.tenant)
        guard let job = try await desk.database.state.read({ try jobs.find(id, $0) }) else {
            throw Refusal.noSuchPage
        }
        return job
    }

    private func add(_ kind: Job.Kind, subject: Int, argument: String) async throws -> Int {
        try desk.require(.importData, in: .tenant)
        let (jobs, asker, now) = (JobStore(tenant: desk.tenant), desk.asker, desk.clock())
        return try await desk.database.state.write { connection in
            try jobs.add(kind, subject, argument, asker, now, connection)
        }
    }
}
