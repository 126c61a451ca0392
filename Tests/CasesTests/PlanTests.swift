import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

extension BoardWorld {
    /// Answers of a whole plan's form.
    static let planned: EditTexts = [
        "kind": "1", "term": "2025/2", "strengths": "Labi zīmē", "goals": "Apmeklēt visas stundas",
        "risk1": "1-low-marks", "severity1": "3", "evidence1": "Četri vērtējumi zem 4", "parents": "1",
        "parents_on": "30.01.2026.", "transport": "12,50", "result": "0",
    ]

    /// What forms let people choose from, without subjects.
    static let choices = PlanChoices(lists: .shipped, subjects: [], today: CaseBoard.today)

    /// Makes a plan of a case, of support unless another kind is said, and returns its number.
    func plan(
        _ id: Int,
        of kind: PlanKind = .support,
        _ changes: EditTexts = [:],
        by asker: Asker = CaseBoard.pedagogue
    ) async throws -> Int {
        let desk = desk
        let texts = BoardWorld.answers(of: kind).merging(changes) { _, new in new }
        let choices = try await desk.database.data.read { try PlanChoices.load(desk, $0) }
        return try await work(asker).keepPlan(nil, of: id, version: 0, PlanAnswers(texts, choices))
    }

    func planContent(_ id: Int, _ plan: Int, version: Int? = nil, by asker: Asker) async throws -> PlanContent
    {
        let desk = desk.seated(asker)
        return try await desk.database.data.read {
            try PlanContent.load(id, plan: plan, version: version, desk, $0)
        }
    }
}

struct PlanTests {
    private let pedagogue = CaseBoard.pedagogue

    @Test(arguments: Engine.available)
    func `a plan is kept in versions, and each can be read again`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            let changed = BoardWorld.planned.merging([
                "goals": "Pabeigt 8. klasi", "result": "1", "midterm": "Kavē mazāk",
                "midterm_on": "15.03.2026.", "recommendation": "Turpināt",
            ]) { _, new in new }
            let answers = try PlanAnswers(changed, BoardWorld.choices)
            let work = world.work(pedagogue)
            _ = try await work.keepPlan(plan, of: id, version: 1, answers)
            await #expect(throws: Conflict.self) {
                _ = try await work.keepPlan(plan, of: id, version: 1, answers)
            }
            let now = try await world.planContent(id, plan, by: pedagogue)
            #expect(now.body["goals"] == "Pabeigt 8. klasi" && now.plan?.result == .reduced)
            #expect(now.plan?.aid == PlanAid(transport: 1250) && now.versions.map(\.number) == [2, 1])
            let first = try await world.planContent(id, plan, version: 1, by: pedagogue)
            #expect(first.body["goals"] == "Apmeklēt visas stundas" && first.body["midterm"] == nil)
            let page = try await world.get(PlanPage(), ["case": id, "plan": plan], as: pedagogue)
            for words in ["Labi zīmē", "Zemi mācību sasniegumi", "12,50", "Parakstu lapa", "risks mazināts"] {
                #expect(page.text.contains(words), "\(words)")
            }
            await #expect(throws: FieldErrors("term", .hasPlan)) { _ = try await world.plan(id) }
        }
    }

    @Test func `a plan without strengths, goals or evidence comes back with its errors`() throws {
        func errors(_ changes: EditTexts) -> Set<String> { BoardWorld.errors(of: .support, changes) }
        #expect(errors([:]) == [])
        #expect(errors(["strengths": " ", "goals": ""]) == ["strengths", "goals"])
        #expect(errors(["evidence1": ""]) == ["evidence1"])
        #expect(errors(["risk1": "nav-tāda"]) == ["risk1"])
        #expect(errors(["parents_on": ""]) == ["parents_on"])
        #expect(errors(["transport": "-3", "term": "2025"]) == ["transport", "term"])
    }

    @Test(arguments: Engine.available)
    func `measures have hours planned and given, beside what the log holds`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            let sent = [
                "kind": "1", "subject": "1", "body": "1", "provider": "Matemātikas skolotājs",
                "planned": "10,5",
                "from": "02.02.2026.", "to": "29.05.2026.",
            ]
            let parts = ["case": id, "plan": plan]
            let bad = try await world.get(
                MeasureAction(),
                parts,
                form: sent.merging(["to": "01.02.2026."]) { $1 },
                as: pedagogue
            )
            #expect(bad.status == 422 && bad.text.contains("Beigas ir pirms sākuma"))
            #expect(try await world.get(MeasureAction(), parts, form: sent, as: pedagogue).status == 303)
            let log = ConsultationLog(world.desk.seated(pedagogue))
            let pupil = PupilID(rawValue: 1)
            try await log.add(pupil, subject: 1, day: Day(2026, 1, 20) ?? CaseBoard.today, minutes: 45)
            try await log.add(pupil, subject: 1, day: Day(2025, 12, 20) ?? CaseBoard.today, minutes: 45)
            let data = try await world.planContent(id, plan, by: pedagogue)
            let measure = try #require(data.measures.first)
            #expect(measure.planned == 630 && measure.given == 0 && data.logged == [1: 45])
            let given = parts.merging(["measure": measure.id]) { $1 }
            _ = try await world.get(
                MeasureGivenAction(),
                given,
                form: ["given": "9", "over": "1", "result": "1"],
                as: pedagogue
            )
            let after = try #require(try await world.planContent(id, plan, by: pedagogue).measures.first)
            #expect(after.given == 540 && after.ended == CaseBoard.today && after.result == .reduced)
        }
    }

    @Test(arguments: Engine.available)
    func `who is not shown the plan finds no page of it`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            try await world.admit(id, CaseBoard.social, .social, .notes)
            try await world.admit(id, CaseBoard.police, .police, .plan)
            let parts = ["case": id, "plan": plan]
            for (asker, status) in [
                (CaseBoard.social, 404), (CaseBoard.police, 200), (CaseBoard.stranger, 404),
            ] {
                #expect(try await world.get(PlanPage(), parts, as: asker).status == status, "\(asker.name)")
            }
            // Being shown the plan is not writing it, and a plan is found under its own case alone.
            #expect(
                try await world.get(PlanAction(), parts, form: BoardWorld.planned, as: CaseBoard.police)
                    .status != 303
            )
            let other = try await world.openCase(2)
            let mixed = ["case": other, "plan": plan]
            #expect(try await world.get(PlanPage(), mixed, as: pedagogue).status == 404)
        }
    }

    @Test(arguments: Engine.available)
    func `another body that is shown notes and plans reads the plan and changes nothing of it`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            try await world.admit(id, CaseBoard.social, .social, .all)
            let parts = ["case": id, "plan": plan]
            let page = try await world.get(PlanPage(), parts, as: CaseBoard.social)
            #expect(page.status == 200 && page.text.contains("Labi zīmē"))
            #expect(!page.text.contains("/cases/\(id)/plans/\(plan)/edit"))
            let answers = try PlanAnswers(BoardWorld.planned, BoardWorld.choices)
            let guest = world.work(CaseBoard.social)
            await #expect(throws: Refusal.noSuchPage) {
                _ = try await guest.keepPlan(plan, of: id, version: 1, answers)
            }
            await #expect(throws: Refusal.noSuchPage) {
                try await guest.give(1, of: plan, in: id, minutes: 60, isOver: false)
            }
            let edit = try await world.get(PlanEditPage(), parts, as: CaseBoard.social)
            #expect(edit.status == 409)
            let versions = try await world.planContent(id, plan, by: pedagogue).versions
            #expect(versions.map(\.number) == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is let into the school's part of a case who works for no school`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            await #expect(throws: FieldErrors("body", .notOfSchool)) {
                try await world.admit(id, CaseBoard.social, .school, .all, level: .restricted)
            }
            try await world.admit(id, CaseBoard.colleague, .school, level: .restricted)
        }
    }

    @Test(arguments: Engine.available)
    func `a consultation is logged from the class, and taken back by whoever logged it`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let form = ["class": "1", "pupil": "2", "subject": "1", "minutes": "40", "day": "30.01.2026."]
            let sent = try await world.get(ConsultationAction(), form: form, as: pedagogue)
            #expect(sent.status == 303)
            let cases: [(String, String)] = [
                ("minutes", "4"), ("day", "03.02.2026."), ("pupil", "4"), ("day", ""),
            ]
            for (field, value) in cases {
                let back = try await world.get(
                    ConsultationAction(),
                    form: form.merging([field: value]) { $1 },
                    as: pedagogue
                )
                #expect(back.status == 422, "\(field) \(value)")
            }
            func logged() async throws -> [Consultation] {
                let desk = world.desk.seated(CaseBoard.colleague)
                return try await desk.database.data.read { try ConsultationLog(desk).latest($0) }
            }
            let row = try #require(try await logged().first)
            #expect(row.pupil.rawValue == 2 && row.minutes == 40 && row.subject == 1)
            await #expect(throws: Refusal.self) {
                try await ConsultationLog(world.desk.seated(CaseBoard.colleague)).undo(row.id)
            }
            try await ConsultationLog(world.desk.seated(pedagogue)).undo(row.id)
            #expect(try await logged().isEmpty)
        }
    }
}
