import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// What programmes ask of one institution.
struct PlanPlaceTests {
    private static let school = InstitutionID(rawValue: 1)
    private static let head = BoardWorld.asker(
        [.seePlans, .recordEvents, .editPlans],
        in: Scope(institution: school)
    )

    @Test(arguments: Engine.available)
    func `an institution sees what it has to hold, its tasks, and nothing of others`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            try await world.hold("1.1", 1, "15.01.2025.")
            try await world.hold("1.1", 2, "16.01.2025.")
            let share = PlanShare(plan, Self.school, named: "Bērzu pamatskola")
            #expect(share.led.map(\.number) == ["1.1"])
            #expect(share.joined.isEmpty)
            #expect(share.tasks.map(\.number) == ["1.1.1", "1.1.2"])
            let page = try await world.get(PlanPlacePage(), ["institution": 1], as: Self.head)
            let text = page.body.string
            #expect(text.contains("Bērzu pamatskola") && text.contains("Lekcijas vecākiem"))
            #expect(text.contains("31.12.2025.") && text.contains("Vecāku aptauja"))
            #expect(text.contains("/planning/events/new?activity=\(plan.activities[0].id)"))
            #expect(!text.contains("Sarunu vakari") && !text.contains("Gadījuma vadīšana"))
            let reader = BoardWorld.asker([.seePlans], in: Scope(institution: Self.school))
            let read = try await world.get(PlanPlacePage(), ["institution": 1], as: reader).body.string
            #expect(read.contains("Lekcijas vecākiem") && !read.contains("/planning/events/new"))
        }
    }

    @Test(arguments: Engine.available)
    func `the list of programmes leads whoever registers events to the own institution`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let list = try await world.get(PlansPage(), as: Self.head).body.string
            #expect(list.contains("/planning/institutions/1") && !list.contains("/planning/institutions/2"))
            let all = try await world.get(PlansPage()).body.string
            #expect(!all.contains("/planning/institutions/"))
            let people = try await world.get(PeoplePage(), ["plan": plan.programme.id]).body.string
            #expect(
                people.contains("/planning/institutions/1") && people.contains("/planning/institutions/2")
            )
        }
    }

    @Test(arguments: Engine.available)
    func `what is late of an institution leaves out what others have to do`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let chosen = Selection(year: SchoolYear(2025), institution: Self.school)
            let document = try await world.answer("planning/late", chosen)
            let table = try #require(document.sections.first)
            #expect(
                table.words.map { [$0[1], $0[2], $0[4]] } == [
                    ["uzdevums", "1.1.1", "31.08.2024."], ["pasākumi", "1.1", "31.12.2024."],
                ]
            )
            #expect(table.words[1][3] == "Lekcijas vecākiem: trūkst 2\u{a0}pasākumu")
        }
    }
}
