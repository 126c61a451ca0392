import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// The calendar of a programme by month.
struct PlanMonthsTests {
    @Test(arguments: Engine.available)
    func `a year has its terms, steps and events under their months`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            try await world.hold("1.1", 1, "15.01.2025.")
            let id = plan.programme.id
            let now = try await world.get(CalendarPage(), ["plan": id]).body.string
            #expect(now.contains("2025. gada janvāris") && now.contains("15.01.2025."))
            #expect(now.contains("2025. gada jūnijs") && now.contains("Darba grupas sanāksme jūnijā"))
            #expect(!now.contains("Vecāku aptauja"))
            let first = try await world.get(CalendarPage(), ["plan": id], query: ["year": "2024"]).body.string
            #expect(first.contains("2024. gada augusts") && first.contains("Vecāku aptauja"))
            #expect(first.contains("bāzes vērtība") && !first.contains("2025. gada janvāris"))
            // A year that the programme does not have is that of today.
            let odd = try await world.get(
                CalendarPage(),
                ["plan": id],
                query: ["year": "1999"],
                language: .en
            )
            #expect(odd.body.string.contains("January 2025"))
        }
    }
}
