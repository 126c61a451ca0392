import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// All records of one pupil or one record, however many others lie between.
struct AuditWholeTests {
    private func event(_ world: World, _ number: Int, _ what: String, _ persons: [Int]) -> AuditEvent {
        AuditEvent(
            world.tenant,
            at: World.start + .seconds(number),
            .read,
            account: AccountID(rawValue: 1),
            what: what,
            persons: persons.map { PupilID(rawValue: $0) },
            scope: World.here
        )
    }

    @Test(arguments: Engine.available)
    func `a record and its parts are found, by the whole number and by no sign that stands for others`(
        engine: Engine
    ) async throws {
        try await withWorld(engine) { world in
            let told = [
                "case 5", "case 57", "case 5 notes", "case 5%", "/cases/find", "case 5 given os:root",
                "Case 5",
            ]
            try await AuditTrail(world.database).record(
                told.enumerated().map { event(world, $0.offset, $0.element, [1]) }
            )
            var filter = AuditFilter()
            filter.record = "case 5"
            let found = try await AuditTrail.list(world.tenant, filter, world.database)
            #expect(found.map(\.seq) == [6, 3, 1])
            filter.record = "case _"
            let none = try await AuditTrail.list(world.tenant, filter, world.database)
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `all records come page by page, each once, of every number of a pupil`(
        engine: Engine
    ) async throws {
        try await withWorld(engine) { world in
            let last = 1_203
            let events = (1...last).map { number in
                switch number {
                case 1: event(world, number, "case 5", [2])
                case 2, last: event(world, number, "case 5 notes", [1, 2])
                default: event(world, number, "/pupils/:pupil", [1])
                }
            }
            try await AuditTrail(world.database).record(events)
            let numbers = [PupilID(rawValue: 1), PupilID(rawValue: 2)]
            var filter = AuditFilter()
            filter.limit = 7
            let all = try await AuditTrail.whole(world.tenant, filter, of: numbers, world.database)
            #expect(all.map(\.seq) == (1...last).reversed())
            #expect(all.allSatisfy { $0.persons.isEmpty })
            filter.record = "case 5"
            let ofCase = try await AuditTrail.whole(world.tenant, filter, of: numbers, world.database)
            #expect(ofCase.map(\.seq) == [last, 2, 1])
            let ofOne = try await AuditTrail.whole(world.tenant, filter, of: [numbers[0]], world.database)
            #expect(ofOne.map(\.seq) == [last, 2])
        }
    }

    @Test(arguments: Engine.available)
    func `records of one pupil are answered by the pupil's own numbers, not by the whole chain`(
        engine: Engine
    ) async throws {
        try await withWorld(engine) { world in
            try await AuditTrail(world.database).record(
                (1...3_000).map { event(world, $0, "/pupils/:pupil", [$0]) }
            )
            var filter = AuditFilter()
            filter.person = PupilID(rawValue: 4)
            filter.record = "case 5"
            filter.before = 2_000
            let query = AuditTrail.query(world.tenant, filter)
            let plan = try await world.database.audit.write { connection in
                if connection.dialect == .postgres {
                    try connection.execute("ANALYZE audit_record")
                    try connection.execute("ANALYZE audit_person")
                }
                return try connection.plan(query)
            }
            switch engine {
            case .sqlite:
                #expect(plan.contains("audit_record USING PRIMARY KEY (tenant_id=? AND seq=?)"), "\(plan)")
                #expect(plan.contains("(tenant_id=? AND pupil_id=? AND seq<?)"), "\(plan)")
            case .postgres:
                #expect(!plan.contains("Seq Scan"), "\(plan)")
            }
        }
    }
}
