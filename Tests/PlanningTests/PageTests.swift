import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct PageTests {
    private static func head(of institution: Int) -> Asker {
        BoardWorld.asker(
            [.seePlans, .recordEvents, .editPlans],
            in: Scope(institution: InstitutionID(rawValue: institution))
        )
    }

    @Test(arguments: Engine.available)
    func `an event is registered with its day alone, counted, and taken back`(_ engine: Engine) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
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
        try await BoardWorld.withProgramme(engine) { world, plan in
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
        try await BoardWorld.withProgramme(engine) { world, plan in
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
        try await BoardWorld.withProgramme(engine) { world, plan in
            let task = plan.tasks[0]
            var texts = task.texts(plan)
            texts["state"] = "done"
            texts["version"] = "1"
            let missing = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(
                missing.status == 422 && missing.text.contains("Ierakstiet dienu, kad uzdevums izpildīts.")
            )
            #expect(missing.text.contains("Ierakstiet, kas panākts vai kāpēc atcelts."))
            texts["done"] = "01.10.2025."
            let bare = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(bare.status == 422 && bare.text.contains("Ierakstiet, kas panākts vai kāpēc atcelts."))
            texts["note"] = "Atbildēja 212 vecāki."
            let saved = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(saved.status == 303 && saved.target == "/planning/activities/\(task.activity)")
            texts["name"] = "Cits nosaukums"
            let conflict = try await world.post(EditAction<PartRow<WorkTask>>(), ["part": task.id], texts)
            #expect(conflict.status == 409 && conflict.text.contains("Saglabāts tagad: Vecāku aptauja"))
            let now = try await world.plan().tasks[0]
            #expect(now.state == .done && now.name == "Vecāku aptauja" && now.version == 2)
            #expect(now.note == "Atbildēja 212 vecāki.")
            let page = try await world.get(EditPage<PartRow<WorkTask>>(), ["part": task.id])
            #expect(page.body.string.contains("Izmaiņu vēsture"))
        }
    }

    @Test(arguments: Engine.available)
    func `a task is not dropped without a reason, and one that runs on needs no note`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let task = plan.tasks[0]
            let parts = ["part": task.id]
            var texts = task.texts(plan)
            texts["version"] = "1"
            texts["state"] = "dropped"
            texts["note"] = "   "
            let missing = try await world.post(EditAction<PartRow<WorkTask>>(), parts, texts)
            #expect(missing.status == 422)
            #expect(missing.text.contains("Ierakstiet, kas panākts vai kāpēc atcelts."))
            #expect(missing.text.contains("ja izpildīts vai atcelts, obligāti"))
            texts["state"] = "started"
            let started = try await world.post(EditAction<PartRow<WorkTask>>(), parts, texts)
            #expect(started.status == 303)
            texts["version"] = "2"
            texts["state"] = "dropped"
            texts["note"] = "To pašu dara cita programma."
            let dropped = try await world.post(EditAction<PartRow<WorkTask>>(), parts, texts)
            #expect(dropped.status == 303)
            let now = try await world.plan().tasks
            #expect(now[0].state == .dropped && now[0].note == "To pašu dara cita programma.")
            // The table of the programme says that this one is done, and nothing of what came of it.
            #expect(now[2].state == .done && now[2].note.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a value is set with its source, and an outcome with what was done`(_ engine: Engine) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
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
    func `steps of the year are marked and taken back`(_ engine: Engine) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
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
        try await BoardWorld.withProgramme(engine) { world, plan in
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
