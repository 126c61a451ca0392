import Access
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct CycleDuesTests {
    private func dues(_ world: BoardWorld, _ asker: Asker, until: Day) async throws -> [Due] {
        let question = DueQuestion(
            .own(asker),
            until: until,
            today: today,
            tenant: world.desk.tenant,
            measures: world.desk.house.measures
        )
        return try await world.desk.database.data.read { try CycleDues.dues(question, $0) }
    }

    @Test(arguments: Engine.available)
    func `steps of a programme's year are dates of those who edit it, and nobody else's`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let specialist = BoardWorld.person(.boardSpecialist, 31, in: .tenant, planningRoom)
            // June, August and December of 2024 and 2025, results and publication of 2024 at the end of 2025.
            let all = try await dues(world, specialist, until: today + 60)
            #expect(all.count == 8)
            #expect(all.allSatisfy { $0.pupil == nil && $0.address.text.hasSuffix("#steps") })
            let late = try await dues(world, specialist, until: today - 1)
            #expect(late.count == 5)
            let codes = Set(all.map(\.code))
            #expect(codes.count == 8)
            let school = Scope(institution: InstitutionID(rawValue: 1))
            let others = [
                BoardWorld.person(.reader, 32, in: .tenant, planningRoom),
                BoardWorld.person(.boardHead, 33, in: .tenant, planningRoom),
                // A head edits the programmes of the school, not the board's.
                BoardWorld.person(.head, 34, in: school, planningRoom),
            ]
            for asker in others {
                let found = try await dues(world, asker, until: today + 60)
                #expect(found.isEmpty, "\(asker.name)")
            }
        }
    }
}
