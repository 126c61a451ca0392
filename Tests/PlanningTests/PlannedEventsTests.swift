import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// How many of the planned events took place, in one sense on all pages and papers.
struct PlannedEventsTests {
    @Test(arguments: Engine.available)
    func `what one institution held beyond its number is not what another lacks`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            for day in ["15.01.", "16.02.", "17.03.", "18.04.", "19.05."] {
                try await world.hold("1.1", 1, day + "2024.")
            }
            let id = try await AnnualDesk(desk: world.desk).begin(plan.programme.id, year: 2024)
            let content = try await world.found(id).content
            let events = try #require(content.counts.first { $0.code == "events" })
            #expect(events.part == .count(2) && events.whole == .count(4))
            let table = try #require(content.goals[0].tables.first { $0.code == "activities" })
            let numbers = ["planned", "done", "missing"].map { table.cell(0, $0)?.count }
            #expect(numbers == [4, 5, 2])
            let paper = try await world.get(AnnualPage(maker: .init()), ["report": id]).body.string
            #expect(paper.contains("2 no 4") && paper.contains("No plānotajiem notikuši 2, trūkst 2."))
            // Last year's lack is late, and it is said whose it is.
            let late = try await world.get(LatePage()).body.string
            #expect(late.contains("Ozolu vidusskola (2)") && !late.contains("Bērzu pamatskola ("))
        }
    }

    @Test(arguments: Engine.available)
    func `the activity's page says what is beyond the plan and what each institution lacks`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            for day in ["15.01.2025.", "16.02.2025.", "17.03.2025."] { try await world.hold("1.1", 1, day) }
            let page = try await world.get(ActivityPage(), ["part": plan.activities[0].id]).body.string
            #expect(page.contains("Notikuši 2 no 4; virs plānotā: 1; izpilde: 1 no 2 iestādēm"))
            let people = try await world.get(PeoplePage(), ["plan": plan.programme.id]).body.string
            #expect(people.contains("trūkst 2") && !people.contains("trūkst 1"))
        }
    }

    @Test(arguments: Engine.available)
    func `a year's events are counted alike by the programme's page and the year's report`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText.small
            text.add(
                "biežums",
                "1",
                of: "2.1",
                ["least": "1", "most": "1", "rhythm": "school-year", "in_each": "jā"]
            )
            try await world.take(text.csv, "action-programmes")
            let plan = try await world.plan()
            try await world.hold("2.1", 1, "10.03.2025.")
            try await world.hold("2.1", 1, "12.03.2025.")
            try await world.hold("2.1", 2, "01.10.2025.")
            let id = try await AnnualDesk(desk: world.desk).begin(plan.programme.id, year: 2025)
            let found = try await world.found(id)
            let events = try #require(found.content.counts.first { $0.code == "events" })
            // Four lectures, twelve evenings, and one event of the school year that ended in the year, in each of two.
            #expect(events.part == .count(1) && events.whole == .count(18))
            #expect(AnnualPaper(found, .lv).lede.contains("Mācību gada pasākumi: 2024./2025. m. g."))
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("1 no 18") && page.contains("2024./2025. m. g."))
            #expect(!page.contains("2025./2026. m. g."))
            // Pages for those who do the work count the school year that runs, and say so.
            let activity = try await world.get(ActivityPage(), ["part": plan.activities[2].id]).body.string
            #expect(activity.contains("2025./2026. m. g.") && activity.contains("Notikuši 1 no 2"))
            let place = try await world.get(PlanPlacePage(), ["institution": 1]).body.string
            #expect(place.contains("2025./2026. m. g.") && place.contains("31.08.2026."))
        }
    }
}
