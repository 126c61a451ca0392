import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// The sheet that is signed at an event.
struct RegistrationSheetTests {
    @Test(arguments: Engine.available)
    func `a sheet names the activity and has lines to sign, and the activity leads to it`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let id = plan.activities[0].id
            let sheet = try await world.get(RegistrationSheetPage(), ["part": id]).body.string
            #expect(sheet.contains("1.1 Lekcijas vecākiem") && sheet.contains("Mazā programma"))
            #expect(sheet.contains("Paraksts"))
            let page = try await world.get(ActivityPage(), ["part": id]).body.string
            #expect(page.contains("/planning/activities/\(id)/sheet"))
            let reader = BoardWorld.asker([.seePlans])
            let read = try await world.get(ActivityPage(), ["part": id], as: reader).body.string
            #expect(!read.contains("/sheet"))
        }
    }
}
