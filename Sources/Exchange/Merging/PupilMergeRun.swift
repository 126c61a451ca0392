import Access
package import Frame
import Kernel
import Registry
import Storage

/// Joins two numbers of pupils that are one person: everything comes to one of them, the other leads there.
package struct PupilMergeRun: Sendable {
    private let desk: Desk
    private let survivor: PupilID
    private let other: PupilID

    /// A joining at a desk: `survivor` is the number that counts afterwards.
    package init(_ desk: Desk, _ survivor: PupilID, _ other: PupilID) {
        self.desk = desk
        self.survivor = survivor
        self.other = other
    }

    /// Joins them in one transaction and gives the number of the joining.
    ///
    /// `keep` says by table what becomes of records that contradict each other, `all` what becomes of those that it does
    /// not name; without a word for some, nothing is done.
    package func run(keep: [String: MergeKeep], all: MergeKeep? = nil) async throws -> Int {
        let (desk, survivor, other) = (desk, survivor, other)
        let now = desk.clock()
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            try desk.require(.mergePupils, in: .tenant)
            try PupilMergeRun.check(survivor, other, desk, connection)
            let tables = try MergedTable.load(desk.house, connection)
            let mover = PupilMover(desk, survivor, other, connection)
            try mover.move(tables, keep: PupilMergeRun.decisions(keep, all, tables))
            try mover.fill()
            let ids = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "pupil_merge", count: 1)
            let id = ids.lowerBound
            try connection.execute(
                """
                INSERT INTO pupil_merge (tenant_id, id, pupil_id, other_id, at, account_name, moved, put_aside)
                VALUES (\(desk.tenant), \(id), \(survivor), \(other), \(now.milliseconds), \(desk.asker.name),
                    \(mover.moved), \(mover.aside))
                """
            )
            try MergeRecord(tenant: desk.tenant, merge: id, connection: connection).write(mover.entries)
            try connection.execute(
                """
                INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                VALUES (\(desk.tenant), \(other), \(survivor), \(id))
                """
            )
            try PupilMergeRun.tell(mover.notice, survivor, other, desk, connection)
            try AuditTrail.queue(
                desk.event(.change, "pupil-merge \(id)", persons: [survivor, other]),
                connection
            )
            return id
        }
    }

    private static func decisions(
        _ keep: [String: MergeKeep],
        _ all: MergeKeep?,
        _ tables: [MergedTable]
    ) -> [String: MergeKeep] {
        guard let all else { return keep }
        let others = Dictionary(tables.map { ($0.name, all) }) { first, _ in first }
        return others.merging(keep) { $1 }
    }

    /// Rooms that keep answers of pupils bring them up to what is moved.
    static func tell(
        _ taker: NoticeTaker,
        _ survivor: PupilID,
        _ other: PupilID,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        var notice = taker.notice
        // Facts are of one number before and of the other one after.
        for year in notice.pupils.keys {
            notice.note(survivor, in: year)
            notice.note(other, in: year)
        }
        notice.note(survivor)
        notice.note(other)
        try desk.tell(notice, connection)
    }

    /// Refuses what are not two numbers of the register that count both; a person without a name is nobody whom another
    /// could be known to be.
    static func check(
        _ survivor: PupilID,
        _ other: PupilID,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        guard survivor != other else { throw Refusal.sameNumber }
        let aliases = try PupilAliases.load(desk.tenant, connection)
        let erased = try ErasedPupils.load(desk.tenant, connection)
        for pupil in [survivor, other] {
            guard try PupilRow.find(pupil, desk.tenant, connection) != nil,
                !erased.pupils.contains(pupil)
            else { throw Refusal.noPupil(pupil) }
            let target = aliases.target(of: pupil)
            guard target == pupil else { throw Refusal.leadsOn(pupil, target) }
            if try ReferencePersons.has(pupil, desk.tenant, connection) { throw Refusal.noPupil(pupil) }
        }
    }
}
