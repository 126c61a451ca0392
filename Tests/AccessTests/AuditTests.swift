import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct AuditTests {
    static func event(_ world: World, _ number: Int, tenant: TenantID? = nil) -> AuditEvent {
        AuditEvent(
            tenant ?? world.tenant,
            at: World.start + .seconds(number),
            .read,
            account: AccountID(rawValue: 1 + number % 3),
            what: "/pupils/:pupil",
            persons: [PupilID(rawValue: number), PupilID(rawValue: 1), PupilID(rawValue: number)],
            scope: World.here
        )
    }

    static func fill(_ world: World, _ numbers: ClosedRange<Int>) async throws {
        let trail = AuditTrail(world.database)
        try await trail.record(numbers.map { event(world, $0) })
    }

    @Test(arguments: Engine.available)
    func `what was recorded is listed, the youngest first`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await AuditTests.fill(world, 1...10)
            var filter = AuditFilter()
            filter.limit = 3
            let first = try await AuditTrail.list(world.tenant, filter, world.database)
            #expect(first.map(\.seq) == [10, 9, 8])
            #expect(first[0].persons == [PupilID(rawValue: 1), PupilID(rawValue: 10)])
            #expect(first[0].scope == World.here)
            filter.before = 8
            filter.account = AccountID(rawValue: 2)
            #expect(try await AuditTrail.list(world.tenant, filter, world.database).map(\.seq) == [7, 4, 1])
            filter = AuditFilter()
            filter.person = PupilID(rawValue: 4)
            #expect(try await AuditTrail.list(world.tenant, filter, world.database).map(\.seq) == [4])
            filter = AuditFilter()
            filter.from = world.today + 1
            #expect(try await AuditTrail.list(world.tenant, filter, world.database).isEmpty)
            filter.from = world.today
            filter.to = world.today
            filter.kind = .read
            #expect(try await AuditTrail.list(world.tenant, filter, world.database).count == 10)
            filter.kind = .export
            #expect(try await AuditTrail.list(world.tenant, filter, world.database).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `pages about a member of staff are found by the whole number`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let told = [
                "/teachers/:teacher staff 5", "/teachers/:teacher staff 3,15", "/search staff 3,5,7",
                "/staff", "/search staff 55,51", "case 5",
            ]
            try await AuditTrail(world.database).record(
                told.enumerated().map { number, what in
                    AuditEvent(
                        world.tenant,
                        at: World.start + .seconds(number),
                        .read,
                        account: AccountID(rawValue: 1),
                        what: what
                    )
                }
            )
            // The file of a report has how many, not whom; the file of a page has whom.
            let taken = [
                "registry/teachers staff 5", "staff staff 5", "/privacy/requests/:request/file staff 5",
            ]
            try await AuditTrail(world.database).record(
                taken.map { what in
                    AuditEvent(
                        world.tenant,
                        at: World.start + .seconds(10),
                        .export,
                        account: AccountID(rawValue: 1),
                        what: what
                    )
                }
            )
            var filter = AuditFilter()
            filter.staff = StaffID(rawValue: 5)
            let found = try await AuditTrail.list(world.tenant, filter, world.database)
            #expect(found.map(\.seq) == [9, 3, 1])
            #expect(found.map(\.staff.count) == [1, 3, 1])
            #expect(
                found.map(\.place) == ["/privacy/requests/:request/file", "/search", "/teachers/:teacher"]
            )
            filter = AuditFilter()
            let all = try await AuditTrail.list(world.tenant, filter, world.database)
            #expect(all.filter { !$0.staff.isEmpty }.map(\.seq) == [9, 5, 3, 2, 1])
            #expect(all.map(\.place).prefix(3).dropFirst() == ["staff staff 5", "registry/teachers staff 5"])
        }
    }

    @Test(arguments: Engine.available)
    func `a thousand records at once are one chain without gaps`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let trails = [AuditTrail(world.database), AuditTrail(world.database)]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...1_000 {
                    let event = AuditTests.event(world, number)
                    group.addTask { try await trails[number % 2].record(event) }
                }
                try await group.waitForAll()
            }
            let verification = try await AuditTrail.verify(world.tenant, world.database)
            #expect(verification.findings.isEmpty)
            #expect(verification.count == 1_000)
            let persons = try await world.database.audit.read {
                try $0.value("SELECT count(*) FROM audit_person", Int.self)
            }
            #expect(persons == 1_999)
        }
    }

    @Test(arguments: Engine.available)
    func `each tenant has a chain of its own`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let other = try await Tenants.create("Cita", at: World.start, world.database)
            let trail = AuditTrail(world.database)
            try await trail.record([
                AuditTests.event(world, 1), AuditTests.event(world, 2, tenant: other),
                AuditTests.event(world, 3),
            ])
            let mine = try await AuditTrail.verify(world.tenant, world.database)
            let yours = try await AuditTrail.verify(other, world.database)
            #expect((mine.count, yours.count) == (2, 1))
            #expect(mine.isSound && yours.isSound)
            #expect(try await AuditTrail.list(other, AuditFilter(), world.database).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an anchor is a line that is read back`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await AuditTests.fill(world, 1...3)
            let anchor = try await AuditTrail.anchor(world.tenant, day: world.today, world.database)
            #expect(anchor.seq == 3)
            #expect(anchor.line.hasPrefix("sekme-anchor \(world.tenant.rawValue) 3 "))
            #expect(anchor.line.hasSuffix(" 2026-11-02"))
            let file = "Sekme\n\n  \(anchor.line)\nsekme-anchor 1 x y z\n"
            #expect(AuditAnchor.all(in: file) == [anchor])
        }
    }
}

struct OutboxTests {
    private func queue(_ world: World, _ numbers: ClosedRange<Int>) async throws {
        for number in numbers {
            let event = AuditTests.event(world, number)
            try await world.database.data.write { try AuditTrail.queue(event, $0) }
        }
    }

    private func listed(_ world: World) async throws -> [Instant] {
        try await AuditTrail.list(world.tenant, AuditFilter(), world.database).map(\.at).reversed()
    }

    @Test(arguments: Engine.available)
    func `queued records come to the chain in order and leave the queue`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await queue(world, 1...20)
            #expect(try await listed(world).isEmpty)
            #expect(try await AuditTrail.move(world.tenant, world.database) == 20)
            #expect(try await listed(world) == (1...20).map { World.start + .seconds($0) })
            #expect(try await AuditTrail.move(world.tenant, world.database) == 0)
            #expect(try await AuditTrail.verify(world.tenant, world.database).isSound)
        }
    }

    @Test(arguments: Engine.available)
    func `a record that is in the chain when the server dies is not there twice`(engine: Engine) async throws
    {
        try await withWorld(engine) { world in
            try await queue(world, 1...5)
            // The server dies after the chain has the records and before the queue has let them go.
            let page = try await AuditTrail.queued(world.tenant, world.database)
            try await AuditTrail.append(Array(page.prefix(3)), world.tenant, world.database)
            #expect(try await listed(world).count == 3)
            try await queue(world, 6...7)
            try await AuditTrail.moveAll(world.database)
            #expect(try await listed(world) == (1...7).map { World.start + .seconds($0) })
            #expect(try await AuditTrail.verify(world.tenant, world.database).isSound)
        }
    }

    @Test(arguments: Engine.available)
    func `two servers that move at once move each record once`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await queue(world, 1...30)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await AuditTrail.move(world.tenant, world.database) }
                }
                try await group.waitForAll()
            }
            #expect(try await listed(world) == (1...30).map { World.start + .seconds($0) })
        }
    }

    @Test(arguments: Engine.available)
    func `a change that is taken back leaves no record`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            struct Stop: Error {}
            let desk = world.operated.desk
            await #expect(throws: Stop.self) {
                try await desk.writeAndRecord { connection in
                    try AuditTrail.queue(desk.event(.change, "x"), connection)
                    throw Stop()
                }
            }
            try await AuditTrail.moveAll(world.database)
            #expect(try await listed(world).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `ids that are counted anew after a restored backup lose no record`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await queue(world, 1...2)
            try await AuditTrail.move(world.tenant, world.database)
            try await world.database.data.write { connection in
                _ = try connection.execute("DELETE FROM id_counter WHERE kind = 'audit_outbox'")
            }
            try await queue(world, 3...3)
            try await AuditTrail.move(world.tenant, world.database)
            #expect(try await listed(world).count == 3)
        }
    }
}
