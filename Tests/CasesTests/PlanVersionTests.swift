import Access
import Foundation
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A version of a plan is printed as it was signed, whatever changed since.
struct PlanVersionTests {
    private let pedagogue = CaseBoard.pedagogue
    private let later = BoardWorld.planned.merging([
        "goals": "Pabeigt 8. klasi", "transport": "20", "parents": "2", "parents_on": "02.02.2026.",
        "result": "1", "midterm_on": "31.01.2026.",
    ]) { $1 }

    private func mentor(_ provider: String) -> CaseWork.NewMeasure {
        CaseWork.NewMeasure(
            kind: .mentor,
            subject: 0,
            body: .school,
            provider: provider,
            planned: 630,
            from: CaseBoard.today,
            to: CaseBoard.today + 60
        )
    }

    /// A plan with a measure of which nine hours were given, and a second version.
    private func withPlan(
        _ engine: Engine,
        _ body: (BoardWorld, Int, Int, PlanMeasure) async throws -> Void
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            let work = world.work(pedagogue)
            try await work.addMeasure(mentor("Anna Kļava"), to: plan, of: id)
            let added = try #require(try await world.planContent(id, plan, by: pedagogue).measures.first)
            try await work.give(added.id, of: plan, in: id, minutes: 540, isOver: false)
            // Whoever had the form open all the while is not out of date for that.
            let answers = try PlanAnswers(later, BoardWorld.choices)
            _ = try await work.keepPlan(plan, of: id, version: 1, answers)
            let now = try #require(try await world.planContent(id, plan, by: pedagogue).measures.first)
            try await body(world, id, plan, now)
        }
    }

    private func page(
        _ world: BoardWorld,
        _ id: Int,
        _ plan: Int,
        _ query: [String: String] = [:]
    ) async throws -> String {
        try await world.get(PlanPage(), ["case": id, "plan": plan], query: query, as: pedagogue).text
    }

    @Test(arguments: Engine.available)
    func `an earlier version has its own sums, agreement, result and measures`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, id, plan, measure in
            let work = world.work(pedagogue)
            let other = mentor("Cits Mentors")
            try await work.correct(measure.id, other, of: plan, in: id, version: measure.version)
            let first = try await world.planContent(id, plan, version: 1, by: pedagogue)
            #expect(first.plan?.aid == PlanAid(transport: 1250) && first.plan?.result == PlanResult.none)
            #expect(first.plan?.parents == .agreed && first.plan?.midtermOn == nil)
            #expect(first.measures.map(\.given) == [540] && first.measures.map(\.provider) == ["Anna Kļava"])
            let old = try await page(world, id, plan, ["version": "1"])
            for words in [
                "12,50 EUR", "vecāki piekrīt, 30.01.2026.", "vēl nav vērtēts", "Anna Kļava",
                "Redzama plāna 1.2. redakcija.", "Apmeklēt visas stundas",
            ] {
                #expect(old.contains(words), "\(words)")
            }
            // Below it stands what was changed since.
            let body = try #require(old.components(separatedBy: "<summary>Redakcijas").first)
            for words in ["20,00", "Cits Mentors", "tikai teksti", "<form", "/edit"] {
                #expect(!body.contains(words), "unexpected: \(words)")
            }
            let saved = try await page(world, id, plan, ["version": "1", "step": "0"])
            #expect(saved.contains("Pasākumu vēl nav.") && saved.contains("12,50 EUR"))
            let now = try await page(world, id, plan)
            for words in ["20,00 EUR", "vecāki nepiekrīt, 02.02.2026.", "risks mazināts", "Cits Mentors"] {
                #expect(now.contains(words), "\(words)")
            }
            #expect(now.contains("2.1. redakcija") && now.contains("1.2. redakcija"))
            #expect(try await world.planContent(id, plan, by: pedagogue).plan?.version == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a plan says the class, the programme and who answers for it, an earlier version as they were then`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO programme (tenant_id, id, institution_id, code, name, version)
                    VALUES (\(tenant), 9001, 1, '21015611', 'Speciālā programma', 1)
                    """
                )
                try connection.execute(
                    "UPDATE enrolment SET programme_id = 9001 WHERE tenant_id = \(tenant) AND pupil_id = 1"
                )
            }
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let plan = try await world.plan(id)
            let first = try await page(world, id, plan)
            for words in ["<dd>8.a</dd>", "21015611 Speciālā programma", "Atbildīgais", pedagogue.name] {
                #expect(first.contains(words), "\(words)")
            }
            let english = try await world.get(
                PlanPage(),
                ["case": id, "plan": plan],
                language: .en,
                as: pedagogue
            )
            #expect(english.text.contains("Education programme") && english.text.contains("Responsible"))
            // Another body is shown the plan, and neither the class nor a code that tells of special needs.
            try await world.admit(id, CaseBoard.social, .social, [.plan])
            let outside = try await world.get(
                PlanPage(),
                ["case": id, "plan": plan],
                as: CaseBoard.social
            )
            #expect(outside.status == 200 && outside.text.contains("<dd>8. klase</dd>"))
            #expect(!outside.text.contains("21015611") && !outside.text.contains("<dd>8.a</dd>"))
            let answers = try PlanAnswers(later, BoardWorld.choices)
            _ = try await world.work(pedagogue).keepPlan(plan, of: id, version: 1, answers)
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE programme SET name = 'Cits nosaukums' WHERE tenant_id = \(tenant) AND id = 9001"
                )
                try connection.execute(
                    """
                    UPDATE class_group SET name = '8.z' WHERE tenant_id = \(tenant)
                        AND id IN (SELECT class_id FROM enrolment WHERE tenant_id = \(tenant) AND pupil_id = 1)
                    """
                )
            }
            let now = try await page(world, id, plan)
            #expect(now.contains("<dd>8.z</dd>") && now.contains("21015611 Cits nosaukums"))
            let old = try await page(world, id, plan, ["version": "1"])
            #expect(old.contains("<dd>8.a</dd>") && old.contains("21015611 Speciālā programma"))
            #expect(old.contains("Atbildīgais") && !old.contains("Cits nosaukums"))
        }
    }

    @Test(arguments: Engine.available)
    func `words of lists that change later are in an earlier version as they were`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, id, plan, _ in
            let editor = CodeEditor(world.desk)
            let words = ["lv": "Padomdevēja atbalsts", "en": "Support of an adviser"]
            try await editor.set(CodeLists.supportMeasures, "3", words)
            try await editor.set(CodeLists.riskFactors, "1-low-marks", ["lv": "vāji vērtējumi"])
            let now = try await page(world, id, plan)
            #expect(now.contains("Padomdevēja atbalsts") && now.contains("Vāji vērtējumi"))
            let old = try await page(world, id, plan, ["version": "1"])
            #expect(old.contains("Mentora atbalsts") && old.contains("Zemi mācību sasniegumi"))
            #expect(!old.contains("Padomdevēja") && !old.contains("Vāji vērtējumi"))
        }
    }

    @Test(arguments: Engine.available)
    func `of versions from before states were kept the page says what is missing`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, id, plan, _ in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute("DELETE FROM plan_state WHERE tenant_id = \(tenant)")
            }
            let words = "No šīs redakcijas ir saglabāti tikai teksti."
            #expect(try await page(world, id, plan, ["version": "1"]).contains(words))
            #expect(try await !page(world, id, plan).contains(words))
            // The latest of them is still what holds: it is kept before something else does.
            let third = later.merging(["transport": "33"]) { $1 }
            let answers = try PlanAnswers(third, BoardWorld.choices)
            _ = try await world.work(pedagogue).keepPlan(plan, of: id, version: 2, answers)
            let second = try await page(world, id, plan, ["version": "2"])
            #expect(second.contains("20,00 EUR") && !second.contains(words) && !second.contains("33,00"))
            #expect(try await page(world, id, plan, ["version": "1"]).contains(words))
        }
    }

    @Test(arguments: Engine.available)
    func `a state that is not there has no page, and who is not shown the plan has none of it`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, id, plan, measure in
            try await CaseBoard.accounts(world)
            try await world.admit(id, CaseBoard.social, .social, .notes)
            let parts = ["case": id, "plan": plan]
            for query in [["version": "1", "step": "9"], ["version": "7"], ["version": "2", "step": "1"]] {
                let answer = try await world.get(PlanPage(), parts, query: query, as: pedagogue)
                #expect(answer.status == 404, "\(query)")
            }
            let query = ["version": "1", "step": "0"]
            let social = try await world.get(PlanPage(), parts, query: query, as: CaseBoard.social)
            #expect(social.status == 404)
            let own = parts.merging(["measure": measure.id]) { $1 }
            #expect(try await world.get(MeasurePage(), own, as: CaseBoard.social).status == 404)
        }
    }

    @Test(arguments: Engine.available)
    func `states are sealed where they are stored, and go with the words of the case`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, id, _, _ in
            let (tenant, desk) = (world.desk.tenant, world.desk)
            func stored() async throws -> [[UInt8]] {
                try await desk.database.data.read { connection in
                    let columns: [SQL] = ["state_sealed", "change_sealed"]
                    return try columns.flatMap { column in
                        try connection.rows(
                            "SELECT \(column) FROM plan_state WHERE tenant_id = \(tenant)",
                            [UInt8].self
                        )
                    }
                }
            }
            let bytes = try await stored()
            // Two versions and two changes of the measure, each with its state.
            #expect(bytes.count == 8)
            #expect(bytes.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Anna") })
            try await world.move(id, .closed, CaseWork.Move(outcome: .reduced, reason: "Labi"))
            let ended = try await desk.database.data.write { connection in
                try CaseKeeping.end(
                    KeepingEnd(before: desk.today + 1, sparing: "0", most: 9, desk, connection)
                )
            }
            #expect(ended == [id])
            #expect(try await stored().isEmpty)
        }
    }
}
