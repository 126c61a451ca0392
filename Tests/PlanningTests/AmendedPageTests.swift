import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Programmes that are amended on their pages, and what they were before.
struct AmendedPageTests {
    private static func head(of institution: Int) -> Asker {
        BoardWorld.asker(
            [.seePlans, .recordEvents, .editPlans],
            in: Scope(institution: InstitutionID(rawValue: institution))
        )
    }
    @Test(arguments: Engine.available)
    func `a programme is made by hand, given parts, amended, and its former text kept`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            let texts = [
                "owner": "1", "title": "Prioritātes", "code": "P", "kind": "priorities", "status": "approved",
                "from": "01.09.2025.", "to": "31.08.2026.", "language": "lv",
            ]
            let made = try await world.post(EditAction<ProgrammeNew>(), [:], texts, as: Self.head(of: 1))
            let id = try await world.plan().programme.id
            #expect(made.target == "/planning/\(id)")
            let twice = try await world.post(EditAction<ProgrammeNew>(), [:], texts, as: Self.head(of: 1))
            #expect(twice.status == 422 && twice.text.contains("Programma ar šādu kodu jau ir."))
            let head = Self.head(of: 1)
            _ = try await world.post(
                EditAction<PartNew<Goal>>(),
                ["plan": id],
                ["number": "1", "name": "Droša skola", "level": "none"],
                as: head
            )
            let goal = try #require(try await world.plan().goals.first)
            let saved = try await world.post(
                EditAction<PartNew<Activity>>(),
                ["plan": id],
                [
                    "number": "1.1", "name": "Sarunas", "goal": String(goal.id), "responsible": "Vadība",
                    "years": "2025–2026",
                ],
                as: head
            )
            let activity = try #require(try await world.plan().activities.first)
            #expect(saved.target == "/planning/activities/\(activity.id)" && activity.years == [2025, 2026])
            _ = try await world.post(
                EditAction<AmendmentNew>(),
                ["plan": id],
                ["summary": "Pagarina", "day": "01.11.2025."],
                as: head
            )
            let amendment = try #require(try await world.plan().amendments.first)
            #expect(amendment.number == 1 && amendment.former.contains("Droša skola"))
            let stranger = Self.head(of: 2)
            await #expect(throws: Refusal.self) {
                _ = try await world.get(PlanPage(), ["plan": id], as: stranger)
            }
            await #expect(throws: Refusal.self) {
                _ = try await world.get(ActivityPage(), ["part": activity.id], as: stranger)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the programme before an amendment is a page of its own, and stays as it was`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let id = plan.programme.id
            let kept = try await world.plan()
            _ = try await world.post(
                EditAction<AmendmentNew>(),
                ["plan": id],
                ["summary": "Pagarina termiņu", "day": "01.11.2025."]
            )
            let amendment = try #require(try await world.plan().amendments.first)
            let desk = world.desk
            let read = try await desk.database.data.read { connection in
                try FormerPlan.read(amendment, of: kept, desk, connection)
            }
            let former = try #require(read)
            #expect(former.lost == 0)
            #expect(former.plan.goals.map(\.name) == kept.goals.map(\.name))
            #expect(former.plan.activities.map(\.name) == kept.activities.map(\.name))
            #expect(former.plan.tasks.map(\.term) == kept.tasks.map(\.term))
            let (amounts, before) = (former.plan.amounts.map(\.planned), kept.amounts.map(\.planned))
            #expect(amounts.map { $0 ?? -1 }.sorted() == before.map { $0 ?? -1 }.sorted())
            #expect(former.plan.indicators.map(\.base) == kept.indicators.map(\.base))
            let (was, activity) = (try #require(kept.goals.first), try #require(former.plan.activities.first))
            _ = try await world.post(
                EditAction<PartRow<Goal>>(),
                ["part": was.id],
                [
                    "number": was.number, "name": "Pavisam cits mērķis", "level": was.level.code,
                    "version": String(was.version),
                ]
            )
            #expect(try await world.plan().goals.first?.name == "Pavisam cits mērķis")
            let place = ["plan": id, "number": 1]
            let page = try await world.get(FormerPage(), place).body.string
            #expect(page.contains(was.name) && !page.contains("Pavisam cits mērķis"))
            #expect(page.contains("Pagarina termiņu") && page.contains("/planning/\(id)/amendments/1/csv"))
            #expect(!page.contains("/edit") && !page.contains("name=\"csrf\"") && !page.contains("/new"))
            let way = "/planning/\(id)/amendments/1/activities/\(activity.id)"
            #expect(page.contains(way))
            let part = try await world.get(FormerActivityPage(), place.merging(["part": activity.id]) { $1 })
            #expect(part.body.string.contains(activity.name) && !part.body.string.contains("/edit"))
            let none = ["plan": id, "number": 2]
            await #expect(throws: Refusal.noSuchPage) { _ = try await world.get(FormerPage(), none) }
        }
    }
}
