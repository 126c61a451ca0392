import Access
package import Frame
import Kernel
import Registry
import Storage

/// Parts two numbers that were joined: everything that was moved goes back as it was.
///
/// What came since then stays with the number that counts. Where rows that were moved have been changed since, nothing is
/// done and it is said which.
package struct PupilUnmergeRun: Sendable {
    private let desk: Desk
    private let merge: Int

    /// A parting at a desk.
    package init(_ desk: Desk, _ merge: Int) {
        self.desk = desk
        self.merge = merge
    }

    /// Parts them in one transaction.
    package func run() async throws {
        let (desk, id) = (desk, merge)
        let now = desk.clock()
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            try desk.require(.mergePupils, in: .tenant)
            let merges = PupilMerges(desk.tenant, connection)
            guard let merge = try merges.find(id) else { throw Refusal.noSuchPage }
            guard merge.undoneAt == nil else { throw Refusal.partedAlready }
            guard merge.ended == nil else { throw Refusal.partingEnded }
            if let later = try merges.later(than: merge) { throw Refusal.partFirst(later) }
            guard try PupilRow.find(merge.other, desk.tenant, connection) != nil else {
                throw Refusal.partnerGone
            }
            let record = MergeRecord(tenant: desk.tenant, merge: id, connection: connection)
            let back = PupilReturn(desk, merge.pupil, merge.other, connection)
            try back.run(try record.read())
            try record.clear()
            try connection.execute(
                """
                DELETE FROM pupil_alias
                WHERE tenant_id = \(desk.tenant) AND pupil_id = \(merge.other) AND merge_id = \(id)
                """
            )
            try connection.execute(
                """
                UPDATE pupil_merge SET undone_at = \(now.milliseconds), undone_by = \(desk.asker.name)
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try PupilMergeRun.tell(back.notice, merge.pupil, merge.other, desk, connection)
            try AuditTrail.queue(
                desk.event(.change, "pupil-part \(id)", persons: [merge.pupil, merge.other]),
                connection
            )
        }
    }
}
