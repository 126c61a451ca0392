import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Prints of a plan for those who are not of the team: the family, and whoever gives a measure.
struct PlanPrintTests {
    private let pedagogue = CaseBoard.pedagogue

    /// What a plan of support holds of the team's judgement and of the family's money.
    private static let closed = [
        "Labi zīmē", "Zemi mācību sasniegumi", "Četri vērtējumi zem 4", "Ekonomiskais atbalsts", "12,50",
        "Kavē mazāk", "Turpināt", "Izvērtējums",
    ]

    private func withPlan(
        _ engine: Engine,
        _ body: (BoardWorld, [String: Int]) async throws -> Void
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let family: EditTexts = ["recommendation": "Turpināt", "midterm": "Kavē mazāk"]
            let plan = try await world.plan(id, family)
            let parts = ["case": id, "plan": plan]
            for (kind, body, provider) in [
                ("3", "1", "Māra Kalniņa"), ("6", "1", "Juris Upītis"), ("6", "2", "Ilze Asistente"),
            ] {
                let form = [
                    "kind": kind, "subject": "0", "body": body, "provider": provider, "planned": "10,5",
                    "from": "02.02.2026.", "to": "29.05.2026.",
                ]
                let sent = try await world.get(MeasureAction(), parts, form: form, as: pedagogue)
                #expect(sent.status == 303)
            }
            try await body(world, parts)
        }
    }

    private func numbers(of parts: [String: Int], _ world: BoardWorld) async throws -> [Int] {
        let (id, plan) = (try #require(parts["case"]), try #require(parts["plan"]))
        return try await world.planContent(id, plan, by: pedagogue).measures.map(\.id)
    }

    @Test(arguments: Engine.available)
    func `the family gets goals, measures, dates, agreement and signatures, and nothing that is the team's`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, parts in
            let whole = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(whole.contains("Četri vērtējumi zem 4") && whole.contains("12,50"))
            let page = try await world.get(PlanFamilyPage(), parts, as: pedagogue)
            #expect(page.status == 200)
            for words in [
                "Apmeklēt visas stundas", "Māra Kalniņa", "Ilze Asistente", "02.02.2026. – 29.05.2026.",
                "vecāki piekrīt, 30.01.2026.", "Parakstu lapa",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            for words in Self.closed { #expect(!page.text.contains(words), "\(words)") }
            let english = try await world.get(PlanFamilyPage(), parts, language: .en, as: pedagogue).text
            #expect(english.contains("for the family") && !english.contains("Economic support"))
        }
    }

    @Test(arguments: Engine.available)
    func `a provider gets the measures of that provider alone`(_ engine: Engine) async throws {
        try await withPlan(engine) { world, parts in
            let measures = try await numbers(of: parts, world)
            let first = try #require(measures.first)
            let query = ["measure": String(first)]
            let page = try await world.get(PlanOwnPage(), parts, query: query, as: pedagogue)
            #expect(page.status == 200 && page.text.contains("Māra Kalniņa"))
            let others = ["Juris Upītis", "Ilze Asistente", "Apmeklēt visas stundas", "vecāki piekrīt"]
            for words in Self.closed + others { #expect(!page.text.contains(words), "\(words)") }
            // Without a provider there is a choice, and the page of the plan leads to each print.
            let choice = try await world.get(PlanOwnPage(), parts, as: pedagogue).text
            let plan = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(measures.count == 3)
            for measure in measures {
                let way = "/own?measure=\(measure)"
                #expect(choice.contains(way) && plan.contains(way), "\(measure)")
            }
            #expect(plan.contains("/family\"") && !choice.contains("Apmeklēt visas stundas"))
        }
    }

    @Test(arguments: Engine.available)
    func `another body prints its own measures, and only where it is shown the plan`(
        _ engine: Engine
    ) async throws {
        try await withPlan(engine) { world, parts in
            let id = try #require(parts["case"])
            try await world.admit(id, CaseBoard.social, .social, .plan)
            try await world.admit(id, CaseBoard.police, .police, .notes)
            // Whichever measure the address names, it is the body's own that are shown.
            let measures = try await numbers(of: parts, world)
            let first = try #require(measures.first)
            let query = ["measure": String(first)]
            let own = try await world.get(PlanOwnPage(), parts, query: query, as: CaseBoard.social)
            #expect(own.status == 200 && own.text.contains("Ilze Asistente"))
            for words in Self.closed + ["Māra Kalniņa", "Juris Upītis"] {
                #expect(!own.text.contains(words), "\(words)")
            }
            let family = try await world.get(PlanFamilyPage(), parts, as: CaseBoard.social)
            #expect(family.status == 404)
            for asker in [CaseBoard.police, CaseBoard.stranger] {
                let mine = try await world.get(PlanOwnPage(), parts, query: query, as: asker).status
                let theirs = try await world.get(PlanFamilyPage(), parts, as: asker).status
                #expect(mine == 404 && theirs == 404, "\(asker.name)")
            }
        }
    }

    @Test(arguments: PlanKind.allCases)
    func `no print for the family has risks, groups of pupils, grounds or money`(_ kind: PlanKind) {
        let names = Set(kind.parts.filter { $0.isForFamily }.flatMap { $0.names })
        let closed = Set(
            PlanAid.names + ["ground", "decision", "needs", "helpers", "strengths", "risk1", "evidence1"]
                + ["severity1", "midterm", "midterm_on", "result", "recommendation"]
        )
        #expect(names.isDisjoint(with: closed) && names.contains("parents"))
    }
}
