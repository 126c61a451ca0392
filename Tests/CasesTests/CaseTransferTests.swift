import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// What the page of a pupil who came from another school says of plans and of a case that was left behind.
struct CaseTransferTests {
    @Test(arguments: Engine.available)
    func `plans are told by the key to the case, and a case left behind to those who work on cases`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            _ = try await world.plan(id)
            try await world.moveAway()
            let transfer = Transfer(
                PupilID(rawValue: 1),
                from: InstitutionID(rawValue: 1),
                to: InstitutionID(rawValue: 2),
                on: world.desk.today + 1
            )
            func words(_ asker: Asker) async throws -> TransferWords {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read { try CaseTransfer.words(of: transfer, desk, $0) }
            }
            let left = "Atbalsta gadījums: vēl nav nodots šai iestādei"
            let owner = try await words(CaseBoard.pedagogue)
            #expect(owner.came.map(\.lv) == ["Individuālie plāni: 1, no tiem vēl nav izvērtēti: 1"])
            #expect(owner.missing.map(\.lv) == [left])
            // The new school's head learns that there is a case, as on the page of cases, and nothing of its plans.
            let next = try await words(CaseBoard.stranger)
            #expect(next.came.isEmpty && next.missing.map(\.lv) == [left])
            let outside = try await words(CaseBoard.police)
            #expect(outside.came.isEmpty && outside.missing.isEmpty)
        }
    }
}
