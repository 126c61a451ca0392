import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases
@testable import Prevention

/// The pupil's level of prevention on the page of a case.
struct LevelTests {
    @Test(arguments: Engine.available)
    func `the level stands on the case for those who may see signs of the pupil, and for nobody else`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            #expect(try await world.seen(id, by: CaseBoard.pedagogue)?.level == nil)
            let work = SignalWork(desk: world.desk.seated(CaseBoard.pedagogue))
            try await work.set(.targeted, of: PupilID(rawValue: 1), "Pamatojums")
            try await work.set(.tailored, of: PupilID(rawValue: 1), "Cits pamatojums")
            let own = try await world.seen(id, by: CaseBoard.pedagogue)
            #expect(own?.level?.lv == "pielāgotā prevencija")
            try await world.admit(id, CaseBoard.social, .social)
            let outside = try #require(try await world.seen(id, by: CaseBoard.social))
            #expect(outside.key.takesPart && outside.level == nil)
            func page(_ asker: Asker) async throws -> String {
                let request = PageRequest(parts: ["case": "\(id)"])
                let answer = try await CasePage().answer(request, world.desk.seated(asker))
                guard case .page(let content) = answer else { throw Refusal.noSuchPage }
                return content.body.string
            }
            let shown = try await page(CaseBoard.pedagogue)
            #expect(
                shown.contains("pielāgotā prevencija") && shown.contains("/pupils/1/signals#prevention-level")
            )
            #expect(try await !page(CaseBoard.social).contains("pielāgotā"))
        }
    }
}
