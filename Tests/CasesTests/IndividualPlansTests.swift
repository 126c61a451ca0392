import Access
import Frame
import Kernel
import Prevention
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases
@testable import Storage

/// Plans of a few pupils, counted by hand.
struct IndividualPlansTests {
    private let selection = Selection(year: CaseBoard.year)

    @Test(arguments: Engine.available)
    func `plans and their pupils are counted by kind and by group of pupils`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let (first, second) = (try await world.openCase(1), try await world.openCase(2))
            let third = try await world.openCase(3)
            let far = try await world.openCase(4, by: CaseBoard.stranger)
            _ = try await world.plan(first, of: .education)
            _ = try await world.plan(first, of: .talent)
            // The same pupil in both terms: two plans.
            _ = try await world.plan(second, of: .education)
            _ = try await world.plan(second, of: .education, ["term": "2025/1"])
            _ = try await world.plan(third, of: .home)
            _ = try await world.plan(third)
            _ = try await world.plan(far, of: .education, ["ground": "3"], by: CaseBoard.stranger)
            let report = "prevention/individual-plans"
            let whole = try await world.answer(report, selection).sections
            #expect(whole.map(\.code) == ["table", "pupils", "groups", "group_pupils"])
            #expect(whole[0].table == ["Liepu skola|0|1|0|0", "Ozolu skola|1|3|1|1", "Kopā|1|4|1|1"])
            #expect(whole[1].table == ["Liepu skola|0|1|0|0", "Ozolu skola|1|2|1|1", "Kopā|1|3|1|1"])
            #expect(
                whole[2].table == ["Liepu skola|0|0|0|1|0|0", "Ozolu skola|0|3|0|0|0|0", "Kopā|0|3|0|1|0|0"]
            )
            #expect(
                whole[3].table == ["Liepu skola|0|0|0|1|0|0", "Ozolu skola|0|2|0|0|0|0", "Kopā|0|2|0|1|0|0"]
            )
            var term = selection
            term.term = 1
            let ofTerm = try await world.answer(report, term).sections
            #expect(ofTerm[0].table == ["Ozolu skola|0|1|0|0", "Kopā|0|1|0|0"])
            // The report of plans of support counts those alone, as before.
            let support = try await world.answer("prevention/support-plans", selection).sections[0].table
            #expect(support.last == "Kopā|1|1|0|0|0|1|12,50")
            // Of four pupils a reader of aggregates is told nothing.
            let reader = BoardWorld.asker([.readFigures])
            let hidden = try await world.answer(report, selection, reader).sections.flatMap(\.table)
            #expect(!hidden.isEmpty)
            #expect(hidden.allSatisfy { $0.split(separator: "|").dropFirst().allSatisfy { $0 == "-" } })
        }
    }

    @Test(arguments: Engine.available)
    func `plans and measures of before the migration keep what they say`(_ engine: Engine) async throws {
        let before = Room(
            "prevention",
            CasesPage.title,
            migrations: [.cases, .supportPlans, .handOver, .referrals, .caseOwners]
        )
        try await CaseBoard.with(engine, preventionRoom.with(wing: before)) { world in
            let id = try await world.openCase()
            let (tenant, today) = (world.desk.tenant, world.desk.today)
            let (plans, measures) = try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO support_plan (tenant_id, id, case_id, pupil_id, institution_id, class_id, grade, kind,
                        year, term, made_on, parents, account_id, account_name, version)
                    VALUES (\(tenant), 1, \(id), 1, 1, 1, 8, 2, 2025, 2, \(today), 0, 11, 'x', 1)
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO plan_measure (tenant_id, id, plan_id, pupil_id, institution_id, class_id, grade, kind,
                        body, provider, planned, given, from_day, to_day, version)
                    VALUES (\(tenant), 5, 1, 1, 1, 1, 8, 3, 2, 'Mentors', 600, 90, \(today), \(today + 9), 4)
                    """
                )
                for migration in [Migration.planKinds, .measureResults] {
                    for text in MigrationText.statements(migration.sql, for: connection.dialect) {
                        try connection.backend.script(text)
                    }
                }
                return (
                    try SupportPlan.all(of: id, tenant, connection),
                    try PlanMeasure.all(of: 1, tenant, connection)
                )
            }
            #expect(plans.map(\.kind) == [.education] && plans.map(\.ground) == [.notSaid])
            let measure = try #require(measures.first)
            #expect(
                measures.count == 1 && measure.id == 5 && measure.kind == .mentor && measure.body == .social
            )
            #expect(measure.provider == "Mentors" && measure.planned == 600 && measure.given == 90)
            #expect(measure.from == today && measure.to == today + 9 && measure.version == 4)
        }
    }
}
