import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// What a rule of risk would flag were it otherwise, and what two rules flag side by side.
struct TrialTests {
    private static let reader = BoardWorld.asker([.readFigures])
    private static let lessons = [
        ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
        ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 12),
        ("Ozolu skola", "8.a", "K2", "2026-01-12", "nn", 12),
        ("Liepu skola", "8.a", "K4", "2026-01-12", "nn", 9),
    ]

    private func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(TrialTests.lessons)
            try await body(world)
        }
    }

    /// A trial of a rule with what the form asks, or against another rule.
    private func trial(
        _ rule: String,
        _ asked: [String: String],
        _ world: BoardWorld,
        _ asker: Asker? = nil
    ) async throws -> Trial {
        let desk = world.desk.seated(asker ?? world.desk.asker)
        return try await desk.database.data.read { connection in
            let rules = try RiskRules.load(desk.tenant, connection)
            let record = try #require(rules.named(rule, on: RiskBoard.today))
            let schools = [TrialForm.School(number: "9900000002", name: Text(same: "Liepu skola"))]
            let rest = ["of": rule, "comparison": record.rule.comparison.rawValue]
            let form = TrialForm(record, schools, rest.merging(asked) { _, asked in asked })
            let other = asked["with"].flatMap { rules.named($0, on: RiskBoard.today) }
            let second = try #require(other ?? form.draft?.tried(record), "\(form.errors)")
            return try Trial.run(record, second, RiskBoard.year, desk, connection)
        }
    }

    private func counts(_ trial: Trial) -> [Int] {
        [trial.all.now, trial.all.then, trial.all.added, trial.all.dropped].map(\.known)
    }

    @Test(arguments: Engine.available)
    func `a trial tells what another threshold would do, and changes nothing`(_ engine: Engine) async throws {
        try await with(engine) { world in
            let asked = ["threshold": "12", "comparison": "at-least"]
            let full = try await trial("risk-unexcused", asked, world)
            #expect(counts(full) == [1, 2, 1, 0])
            #expect(full.places.map { $0.counts.then.known } == [0, 2])
            #expect(try await world.signals() == ["1 unexcused 2 24/0 >20"])
            let reader = try await trial("risk-unexcused", asked, world, TrialTests.reader)
            #expect(reader.all.then.shown(floor: 5) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a school's own threshold and a programme are tried`(_ engine: Engine) async throws {
        try await with(engine) { world in
            let own = ["threshold": "20", "school": "9900000002", "own": "8"]
            let school = try await trial("risk-unexcused", own, world)
            #expect(counts(school) == [1, 2, 1, 0])
            #expect(school.places.map { $0.counts.added.known } == [1, 0])
            // Nobody here is in a programme that is known.
            let programme = try await trial(
                "risk-unexcused",
                ["threshold": "20", "programme": "2101"],
                world
            )
            #expect(counts(programme) == [1, 0, 0, 1])
            #expect(try await world.signals() == ["1 unexcused 2 24/0 >20"])
        }
    }

    @Test(arguments: Engine.available)
    func `another bound of marks is tried where a rule has one`(_ engine: Engine) async throws {
        try await with(engine) { world in
            try await world.take(
                """
                institution,class,pupil_code,year,subject,mark,kind,term,teacher
                Ozolu skola,8.a,K1,2025/2026,Fizika,5,term,1,
                Ozolu skola,8.a,K1,2025/2026,Matemātika,5,term,1,
                """,
                "marks"
            )
            let asked = ["threshold": "2", "exposure": "1", "from-grade": "4", "to-grade": "12"]
            let same = try await trial("risk-subjects-below", asked.merging(["mark": "4"]) { $1 }, world)
            #expect(counts(same) == [0, 0, 0, 0])
            let six = try await trial("risk-subjects-below", asked.merging(["mark": "6"]) { $1 }, world)
            #expect(counts(six) == [0, 1, 1, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `two rules are held side by side, and few strangers are not told of`(_ engine: Engine) async throws {
        try await with(engine) { world in
            let asked = ["with": "risk-missed-lessons"]
            let both = try await trial("risk-unexcused", asked, world)
            #expect(both.isOfTwo && counts(both) == [1, 2, 1, 0])
            let reader = try await trial("risk-unexcused", asked, world, TrialTests.reader)
            #expect([reader.all.now, reader.all.then].allSatisfy { $0.shown(floor: 5) == nil })
            // The page says both rules, and has no numbers to try.
            let query = asked.merging(["rule": "risk-unexcused", "year": "2025/2026"]) { $1 }
            func page(_ query: [String: String]) async throws -> String {
                let answer = try await TrialPage().answer(PageRequest(query: query), world.desk)
                guard case .page(let page) = answer else { throw Refusal.noSuchPage }
                return "\(page.body)"
            }
            let held = try await page(query)
            #expect(held.contains("Tikai: Kavētās stundas kopā") && !held.contains("trial-threshold"))
            let alone = try await page(["rule": "risk-subjects-below"])
            #expect(alone.contains("trial-mark") && alone.contains("trial-programme"))
            #expect(
                alone.contains("Liepu skola") && alone.contains("Slieksnis") && !alone.contains("obeža vai")
            )
            let other = try await page(["rule": "risk-unexcused"])
            #expect(!other.contains("trial-mark"))
        }
    }

    @Test(arguments: Engine.available)
    func `what cannot be tried is said beside its field`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let desk = world.desk
            let errors: [[String]] = try await desk.database.data.read { connection in
                let rules = try RiskRules.load(desk.tenant, connection)
                let record = try #require(rules.named("risk-unexcused", on: RiskBoard.today))
                func wrong(_ asked: [String: String]) -> [String] {
                    let form = TrialForm(record, [], asked.merging(["of": "risk-unexcused"]) { $1 })
                    #expect(form.draft == nil)
                    return form.errors.keys.sorted()
                }
                return [
                    wrong(["threshold": "x", "programme": "21a"]),
                    wrong(["threshold": "20", "own": "10"]),
                    wrong(["threshold": "20", "from-grade": "9", "to-grade": "5"]),
                ]
            }
            #expect(errors == [["programme", "threshold"], ["school"], ["to-grade"]])
        }
    }
}
