import Storage
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

extension BoardWorld {
    /// Registers an event of an activity, by its number, at an institution.
    @discardableResult
    func hold(
        _ activity: String,
        _ institution: Int,
        _ day: String,
        people: String = "",
        by asker: Asker? = nil
    ) async throws -> Int {
        let found = try #require(try await plan().activities.first { $0.number == activity })
        let form = try await EventForm.load(PageRequest(), desk.seated(asker ?? desk.asker))
        return try await form.save([
            "activity": String(found.id), "institution": String(institution), "day": day,
            "participants": people,
        ])
    }

    func get(
        _ page: some Page,
        _ parts: [String: Int] = [:],
        query: [String: String] = [:],
        language: Language = .lv,
        as asker: Asker? = nil
    ) async throws -> PageContent {
        let request = PageRequest(parts: parts.mapValues(String.init), query: query, language: language)
        guard case .page(let content) = try await page.answer(request, desk.seated(asker ?? desk.asker))
        else {
            throw Refusal.noSuchPage
        }
        return content
    }

    /// The status of what comes back from a form, or 303 with where it leads.
    func post(
        _ page: some Page,
        _ parts: [String: Int] = [:],
        _ form: [String: String],
        as asker: Asker? = nil
    ) async throws -> (status: Int, target: String, text: String) {
        let request = PageRequest(parts: parts.mapValues(String.init), form: form.mapValues { [$0] })
        switch try await page.answer(request, desk.seated(asker ?? desk.asker)) {
        case .page(let content): return (content.status, "", content.body.string)
        case .redirect(let target, _): return (303, target, "")
        default: return (0, "", "")
        }
    }
}

struct PageTests {
    private func withProgramme(_ engine: Engine, _ body: (BoardWorld, Plan) async throws -> Void) async throws
    {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await body(world, try await world.plan())
        }
    }

    private static func head(of institution: Int) -> Asker {
        BoardWorld.asker(
            [.seePlans, .recordEvents, .editPlans],
            in: Scope(institution: InstitutionID(rawValue: institution))
        )
    }

    @Test(arguments: Engine.available)
    func `an event is registered with its day alone, counted, and taken back`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world, plan in
            let activity = plan.activities[0].id
            let form = try await world.get(EventNewPage(), query: ["activity": String(activity)])
            #expect(form.body.string.contains("20.11.2025."))
            let sent = ["activity": String(activity), "institution": "1", "day": "19.11.2025."]
            let saved = try await world.post(EventAction(), [:], sent)
            #expect(saved.status == 303 && saved.target.hasPrefix("/planning/events/"))
            let event = try #require(try await world.plan().events.first)
            #expect(event.ordinal == 1 && event.participants == nil && event.day == Day(2025, 11, 19))
            #expect(
                try await world.get(ActivityPage(), ["part": activity]).body.string.contains(
                    "Notikuši 1 no 4"
                )
            )
            let gone = try await world.post(EventUndo(), ["part": event.id], ["version": "1"])
            #expect(gone.target == "/planning/activities/\(activity)")
            #expect(try await world.plan().events.isEmpty)
            #expect(try await world.get(EventPage(), ["part": event.id]).body.string.contains("atsaukts"))
            await #expect(throws: Refusal.self) {
                _ = try await world.post(EventUndo(), ["part": event.id], ["version": "1"])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an event that cannot be is told beside its field`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world, plan in
            let activity = String(plan.activities[0].id)
            for (day, words) in [
                ("21.11.2025.", "Diena vēl nav pienākusi."),
                ("31.12.2023.", "Diena ir pirms programmas sākuma."),
                ("", "Aizpildiet šo lauku."),
            ] {
                let sent = ["activity": activity, "institution": "1", "day": day]
                let back = try await world.post(EventAction(), [:], sent)
                #expect(back.status == 422 && back.text.contains(words), "\(day)")
            }
            let empty = try await world.post(EventAction(), [:], ["day": "19.11.2025."])
            #expect(empty.status == 422)
            #expect(try await world.plan().events.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a head registers events of the own institution and edits the own plan only`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world, plan in
            let head = Self.head(of: 2)
            let form = try await EventForm.load(PageRequest(), world.desk.seated(head))
            #expect(form.places.map(\.id) == [2])
            // With one institution there is nothing to choose, whatever is sent.
            let id = try await world.hold("1.1", 1, "19.11.2025.", by: head)
            let event = try #require(try await world.plan().events.first { $0.id == id })
            #expect(event.institution.rawValue == 2)
            let task = plan.tasks[0].id
            await #expect(throws: Refusal.self) {
                _ = try await world.get(EditPage<PartRow<WorkTask>>(), ["part": task], as: head)
            }
            await #expect(throws: Refusal.self) {
                _ = try await world.post(
                    StepAction(),
                    ["plan": plan.programme.id],
                    ["year": "2025", "step": "1", "done": "1"],
                    as: head
                )
            }
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id], as: head).body.string
            #expect(
                !page.contains("/planning/\(plan.programme.id)/edit") && page.contains("Reģistrēt pasākumu")
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a task is edited with its history, and two editors are shown both sides`(
        _ engine: Engine
    ) async throws {
        try await withProgramme(engine) { world, plan in
            let task = plan.tasks[0]
            var texts = task.texts(plan)
            texts["state"] = "done"
            texts["version"] = "1"
            let missing = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(
                missing.status == 422 && missing.text.contains("Ierakstiet dienu, kad uzdevums izpildīts.")
            )
            texts["done"] = "01.10.2025."
            let saved = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(saved.status == 303 && saved.target == "/planning/activities/\(task.activity)")
            texts["name"] = "Cits nosaukums"
            let conflict = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(conflict.status == 409 && conflict.text.contains("Saglabāts tagad: Vecāku aptauja"))
            let now = try await world.plan().tasks[0]
            #expect(now.state == .done && now.name == "Vecāku aptauja" && now.version == 2)
            let page = try await world.get(EditPage<PartRow<WorkTask>>(), ["part": task.id])
            #expect(page.body.string.contains("Izmaiņu vēsture"))
        }
    }

    @Test(arguments: Engine.available)
    func `a value is set with its source, and an outcome with what was done`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world, plan in
            let indicator = plan.indicators[0].id
            let parts = ["part": indicator, "second": 2025]
            let blank = try await world.post(
                EditAction<ChildRow<IndicatorValue>>(),
                parts,
                ["amount": "47,5", "version": "0"]
            )
            #expect(blank.status == 422)
            let saved = try await world.post(
                EditAction<ChildRow<IndicatorValue>>(),
                parts,
                ["amount": "47,5", "source": "Aptauja, 212 vecāki", "version": "0"]
            )
            #expect(saved.target == "/planning/\(plan.programme.id)")
            let again = try await world.post(
                EditAction<ChildRow<IndicatorValue>>(),
                parts,
                ["amount": "50", "source": "Cits", "version": "0"]
            )
            #expect(again.status == 409)
            let value = try #require(
                try await world.plan().indicatorValues.first { $0.indicator == indicator }
            )
            #expect(value.amount == 4750 && value.source == "Aptauja, 212 vecāki")
            let activity = plan.activities[2].id
            let outcome = try await world.post(
                EditAction<ChildRow<Outcome>>(),
                ["part": activity, "second": 2025],
                ["state": "reached", "done": "3 gadījumi", "spent": "10,05", "version": "0"]
            )
            #expect(outcome.status == 303)
            #expect(try await world.plan().outcomes.first { $0.activity == activity }?.spent == 1005)
        }
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
        try await withProgramme(engine) { world, plan in
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

    @Test(arguments: Engine.available)
    func `steps of the year are marked and taken back`(_ engine: Engine) async throws {
        try await withProgramme(engine) { world, plan in
            let id = plan.programme.id
            let sent = ["year": "2025", "step": "1", "done": "1"]
            _ = try await world.post(StepAction(), ["plan": id], sent)
            let steps = Cycle(plan: try await world.plan(), today: today).steps
            #expect(steps.first { $0.year == 2025 && $0.step == .juneMeeting }?.state == .done)
            #expect(steps.first { $0.year == 2025 && $0.step == .decemberMeeting }?.state == .soon)
            #expect(steps.count == 15)
            _ = try await world.post(
                StepAction(),
                ["plan": id],
                sent.merging(["done": "0"]) { _, new in new }
            )
            let again = Cycle(plan: try await world.plan(), today: today).steps
            #expect(again.first { $0.year == 2025 && $0.step == .juneMeeting }?.state == .late)
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `every page answers for a full programme and for an empty one`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await withProgramme(engine) { world, plan in
            try await world.hold("1.1", 1, "15.01.2025.", people: "20")
            try await world.take("Nr.;Pasākums;2031;2032;Kopā\n", "programme-budget")
            let empty = try #require(try await world.plans().last?.programme.id)
            for id in [plan.programme.id, empty] {
                for page in [PlanPage(), CalendarPage(), PeoplePage()] as [any Page] {
                    let content = try await world.get(page, ["plan": id], language: language)
                    #expect(content.status == 200 && content.body.string.contains("<h1>"))
                }
            }
            let tasks = try await world.get(
                CalendarPage(),
                ["plan": plan.programme.id],
                query: ["tasks": "1"],
                language: language
            )
            #expect(tasks.body.string.contains("1.1.1"))
            let list = try await world.get(PlansPage(), language: language).body.string
            #expect(list.contains("Mazā programma"))
            #expect(try await world.get(LatePage(), language: language).body.string.contains("1.1.1"))
        }
    }
}
