import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// What somebody who can write to the database does to the trail.
enum Tampering: CaseIterable, Sendable {
    case editWhat, editTime, editAccount, editPersons, editHash, remove, removeFirst, removeAndRenumber, swap
    case cutOff, cutOffWithHead, insertPerson, removePerson, head

    func apply(_ connection: Connection, _ tenant: TenantID) throws {
        let mine: SQL = "tenant_id = \(tenant)"
        switch self {
        case .editWhat:
            try connection.execute("UPDATE audit_record SET what = '/x' WHERE \(mine) AND seq = 5")
        case .editTime:
            try connection.execute("UPDATE audit_record SET at = at + 1 WHERE \(mine) AND seq = 5")
        case .editAccount:
            try connection.execute("UPDATE audit_record SET account_id = 9 WHERE \(mine) AND seq = 5")
        case .editPersons:
            let none: [UInt8] = []
            try connection.execute("UPDATE audit_record SET persons = \(none) WHERE \(mine) AND seq = 5")
        case .editHash:
            let hash = [UInt8](repeating: 1, count: 32)
            try connection.execute("UPDATE audit_record SET hash = \(hash) WHERE \(mine) AND seq = 5")
        case .remove: try connection.execute("DELETE FROM audit_record WHERE \(mine) AND seq = 5")
        case .removeFirst: try connection.execute("DELETE FROM audit_record WHERE \(mine) AND seq = 1")
        case .removeAndRenumber:
            try connection.execute("DELETE FROM audit_record WHERE \(mine) AND seq = 5")
            for seq in 6...10 {
                try connection.execute(
                    "UPDATE audit_record SET seq = \(seq - 1) WHERE \(mine) AND seq = \(seq)"
                )
            }
        case .swap:
            for (from, to) in [(5, 99), (6, 5), (99, 6)] {
                try connection.execute("UPDATE audit_record SET seq = \(to) WHERE \(mine) AND seq = \(from)")
            }
        case .cutOff: try connection.execute("DELETE FROM audit_record WHERE \(mine) AND seq > 7")
        case .cutOffWithHead:
            try connection.execute("DELETE FROM audit_record WHERE \(mine) AND seq > 7")
            try connection.execute("DELETE FROM audit_person WHERE \(mine) AND seq > 7")
            let hash = try connection.value(
                "SELECT hash FROM audit_record WHERE \(mine) AND seq = 7",
                [UInt8].self
            )
            try connection.execute("UPDATE audit_head SET seq = 7, hash = \(hash) WHERE \(mine)")
        case .insertPerson:
            try connection.execute(
                "INSERT INTO audit_person (tenant_id, pupil_id, seq) VALUES (\(tenant), 77, 5)"
            )
        case .removePerson: try connection.execute("DELETE FROM audit_person WHERE \(mine) AND pupil_id = 5")
        case .head:
            let hash = [UInt8](repeating: 1, count: 32)
            try connection.execute("UPDATE audit_head SET hash = \(hash) WHERE \(mine)")
        }
    }

    /// What a verification without an anchor says first.
    var finding: AuditFinding? {
        switch self {
        case .editWhat, .editTime, .editAccount, .editPersons, .editHash, .swap, .removeAndRenumber:
            .changed(5)
        case .remove: .missing(from: 5, to: 5)
        case .removeFirst: .missing(from: 1, to: 1)
        case .cutOff: .cutOff(after: 7, expected: 10)
        case .cutOffWithHead: nil
        case .insertPerson, .removePerson: .personsDiffer
        case .head: .endDiffers(10)
        }
    }
}

struct TamperingTests {
    @Test(arguments: Engine.available, Tampering.allCases)
    func `tampering is found`(engine: Engine, tampering: Tampering) async throws {
        try await withWorld(engine) { world in
            try await AuditTests.fill(world, 1...10)
            let anchor = try await AuditTrail.anchor(world.tenant, day: world.today, world.database)
            let before = try await AuditTrail.verify(world.tenant, against: [anchor], world.database)
            #expect(before.findings.isEmpty)
            let tenant = world.tenant
            try await world.database.audit.write { try tampering.apply($0, tenant) }
            let alone = try await AuditTrail.verify(world.tenant, world.database)
            #expect(alone.findings.first == tampering.finding)
            let anchored = try await AuditTrail.verify(world.tenant, against: [anchor], world.database)
            #expect(!anchored.isSound, "with an anchor nothing goes unseen")
        }
    }

    @Test(arguments: Engine.available)
    func `a chain that was computed anew is found by an anchor`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await AuditTests.fill(world, 1...5)
            let old = try await AuditTrail.anchor(world.tenant, day: world.today, world.database)
            try await AuditTests.fill(world, 6...10)
            let new = try await AuditTrail.anchor(world.tenant, day: world.today, world.database)
            let tenant = world.tenant
            try await world.database.audit.write { connection in
                for table: SQL in ["audit_record", "audit_person", "audit_head"] {
                    try connection.execute("DELETE FROM \(table) WHERE tenant_id = \(tenant)")
                }
            }
            try await AuditTests.fill(world, 1...6)
            try await AuditTests.fill(world, 8...11)
            let alone = try await AuditTrail.verify(world.tenant, world.database)
            #expect(alone.isSound, "by itself the new chain is whole")
            let verified = try await AuditTrail.verify(world.tenant, against: [new, old], world.database)
            #expect(verified.findings == [.rewritten(new)], "the first five are as they were")
            #expect(verified.anchors == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a whole trail that was emptied is found by an anchor`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await AuditTests.fill(world, 1...4)
            let anchor = try await AuditTrail.anchor(world.tenant, day: world.today, world.database)
            try await world.database.audit.write { connection in
                for table: SQL in ["audit_record", "audit_person", "audit_head"] {
                    try connection.execute("DELETE FROM \(table)")
                }
            }
            let verified = try await AuditTrail.verify(world.tenant, against: [anchor], world.database)
            #expect(verified.findings == [.cutOff(after: 0, expected: 4)])
        }
    }
}
