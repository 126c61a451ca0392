package import Frame
package import Kernel
package import Storage

extension AuditTrail {
    /// Walks a tenant's chain from its first record to its last and compares it with anchors.
    ///
    /// Finds records that were edited, removed, put in another order or cut off; a chain that was computed anew
    /// from some record on is found by an anchor that is younger than that record.
    package static func verify(
        _ tenant: TenantID,
        against anchors: [AuditAnchor] = [],
        _ database: Database
    ) async throws -> AuditVerification {
        let anchors = anchors.filter { $0.tenant == tenant }.sorted { $0.seq < $1.seq }
        return try await database.audit.read { connection in
            var walk = ChainWalk(tenant, anchors)
            try connection.each(
                """
                SELECT seq, hash, \(AuditColumns.names) FROM audit_record
                WHERE tenant_id = \(tenant) ORDER BY seq
                """
            ) { row in
                let seq = try row.next(Int.self)
                let hash = try row.next([UInt8].self)
                walk.visit(seq, hash, try AuditColumns(row: &row))
            }
            try connection.each(
                // In whatever order they come: they are summed.
                "SELECT pupil_id, seq FROM audit_person WHERE tenant_id = \(tenant)"
            ) { row in
                walk.persons.remove(try row.next(Int.self), try row.next(Int.self))
            }
            let head = try connection.first(
                "SELECT seq, hash FROM audit_head WHERE tenant_id = \(tenant)",
                as: AuditChain.Head.self
            )
            return walk.end(head)
        }
    }

    /// The end of a tenant's chain, to be kept outside the database.
    package static func anchor(_ tenant: TenantID, day: Day, _ database: Database) async throws -> AuditAnchor
    {
        let head = try await database.audit.read { connection in
            try connection.first(
                "SELECT seq, hash FROM audit_head WHERE tenant_id = \(tenant)",
                as: AuditChain.Head.self
            )
        }
        return AuditAnchor(
            tenant: tenant,
            seq: head?.seq ?? 0,
            hash: head?.hash ?? AuditBytes.origin,
            day: day
        )
    }
}

/// One walk along a chain.
private struct ChainWalk {
    var persons = PersonSum()
    private let tenant: TenantID
    private let anchorCount: Int
    private var anchors: ArraySlice<AuditAnchor>
    private var last = 0
    private var previous = AuditBytes.origin
    private var count = 0
    private var findings: [AuditFinding] = []
    private var bytes = AuditBytes()

    private static let most = 1_000

    init(_ tenant: TenantID, _ anchors: [AuditAnchor]) {
        self.tenant = tenant
        self.anchors = anchors[...]
        anchorCount = anchors.count
        compareAnchors()
    }

    mutating func visit(_ seq: Int, _ hash: [UInt8], _ record: AuditColumns) {
        count += 1
        let isNext = seq == last + 1
        if !isNext { find(.missing(from: last + 1, to: seq - 1)) }
        bytes.write(record, tenant: tenant.rawValue, seq: seq)
        // After a gap the hash before is not known, so that only the record after it can be judged.
        if isNext, bytes.hash(after: previous) != hash { find(.changed(seq)) }
        previous = hash
        last = seq
        for person in record.people { persons.add(person, seq) }
        compareAnchors()
    }

    mutating func end(_ head: AuditChain.Head?) -> AuditVerification {
        let expected = max(head?.seq ?? 0, anchors.last?.seq ?? 0)
        if expected > last {
            find(.cutOff(after: last, expected: expected))
        } else if last > 0, head?.seq != last || head?.hash != previous {
            find(.endDiffers(last))
        }
        if !persons.isZero { find(.personsDiffer) }
        return AuditVerification(tenant: tenant, count: count, anchors: anchorCount, findings: findings)
    }

    /// Compares the anchors of the record just read; those that were passed over lie in a gap found already.
    private mutating func compareAnchors() {
        while let anchor = anchors.first, anchor.seq <= last {
            if anchor.seq == last, anchor.hash != previous { find(.rewritten(anchor)) }
            anchors.removeFirst()
        }
    }

    private mutating func find(_ finding: AuditFinding) {
        if findings.count < ChainWalk.most { findings.append(finding) }
    }
}

/// Whether two streams hold the same pairs, in whatever order, without keeping them.
///
/// The sum of keyed hashes: the key is drawn anew for each verification, so that nobody can prepare pairs whose
/// hashes cancel out.
private struct PersonSum {
    private var sum: UInt64 = 0
    private let keyed: Hasher

    init() {
        var hasher = Hasher()
        hasher.combine(SecureBytes.random(32))
        keyed = hasher
    }

    var isZero: Bool { sum == 0 }

    mutating func add(_ person: Int, _ seq: Int) {
        sum &+= hash(person, seq)
    }

    mutating func remove(_ person: Int, _ seq: Int) {
        sum &-= hash(person, seq)
    }

    private func hash(_ person: Int, _ seq: Int) -> UInt64 {
        var hasher = keyed
        hasher.combine(person)
        hasher.combine(seq)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
