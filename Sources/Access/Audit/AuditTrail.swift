internal import Frame
package import Storage

/// The trail of one process: records of reads wait together for one transaction.
///
/// A page that shows persons is sent after its record is on the disk:
/// ```swift
/// try await trail.record(desk.event(.read, "/pupils/:pupil", persons: [pupil]))
/// ```
/// While one transaction is under way, the records that come meanwhile gather for the next, so that a hundred
/// pages a second cost a few transactions. Writes do not come here: see ``queue(_:_:)``.
package actor AuditTrail {
    private struct Waiting {
        let events: [AuditEvent]
        let done: CheckedContinuation<Void, any Error>
    }

    private let database: Database
    private var waiting: [Waiting] = []
    private var isWriting = false

    /// The trail of a database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Appends an event to its tenant's chain and returns when it is durable.
    package func record(_ event: AuditEvent) async throws {
        try await record([event])
    }

    /// Appends events in their order and returns when all are durable.
    package func record(_ events: [AuditEvent]) async throws {
        guard !events.isEmpty else { return }
        try await withCheckedThrowingContinuation { done in
            waiting.append(Waiting(events: events, done: done))
            guard !isWriting else { return }
            isWriting = true
            Task { await writeAll() }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            let result: Result<Void, any Error>
            do {
                try await AuditTrail.append(batch.flatMap(\.events), database)
                result = .success(())
            } catch {
                result = .failure(error)
            }
            for one in batch { one.done.resume(with: result) }
        }
        isWriting = false
    }

    private static func append(_ events: [AuditEvent], _ database: Database) async throws {
        // Chains are taken in the order of their tenants, so that two servers never wait for each other.
        let byTenant = Dictionary(grouping: events, by: \.tenant).sorted { $0.key < $1.key }
        try await database.audit.write { connection in
            for (tenant, events) in byTenant {
                var chain = try AuditChain(tenant, connection)
                for event in events { try chain.append(AuditColumns(event)) }
                try chain.finish()
            }
        }
    }
}
