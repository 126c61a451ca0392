package import Frame
package import Kernel
internal import Registry
internal import Storage

extension CaseStage {
    /// A plan's answers, as its form takes them, and its measures.
    package struct Plan: Sendable {
        /// The answers by name; the number of the kind is one of them.
        package var answers: [String: String]
        let measures: [Measure]
        /// Hours of each measure that are given in the end.
        let given: Int

        /// A plan with measures.
        package init(_ answers: [String: String], given: Int, _ measures: [Measure]) {
            self.answers = answers
            self.given = given
            self.measures = measures
        }
    }

    /// A measure of a plan, its kind by its number; the school gives it.
    package struct Measure: Sendable {
        let kind: Int
        let subject: Int
        let hours: Int
        let provider: String

        /// A measure of so many hours; without a subject it is of none.
        package init(_ kind: Int, subject: Int = 0, hours: Int, by provider: String) {
            self.kind = kind
            self.subject = subject
            self.hours = hours
            self.provider = provider
        }
    }

    /// Makes a plan with its measures, which last until a day.
    package func plan(_ plan: Plan, of id: Int, by asker: Asker, on day: Day, until end: Day) async throws {
        let work = work(asker, day)
        let made = try await work.keepPlan(nil, of: id, version: 0, try await answers(plan, work.desk))
        for measure in plan.measures {
            let new = CaseWork.NewMeasure(
                kind: MeasureKind(rawValue: measure.kind),
                subject: measure.subject,
                body: .school,
                provider: measure.provider,
                planned: measure.hours * 60,
                from: day,
                to: max(end, day)
            )
            try await work.addMeasure(new, to: made, of: id)
        }
    }

    /// Says at the end of a term what came of the latest plan of its kind, and what was given.
    package func conclude(_ plan: Plan, of id: Int, by asker: Asker, on day: Day) async throws {
        let tenant = desk.tenant
        let work = work(asker, day)
        let answers = try await answers(plan, work.desk)
        let (made, measures) = try await desk.database.data.read { connection in
            let made = try SupportPlan.all(of: id, tenant, connection).first { $0.kind == answers.kind }
            return (made, try made.map { try PlanMeasure.all(of: $0.id, tenant, connection) } ?? [])
        }
        guard let made else { return }
        _ = try await work.keepPlan(made.id, of: id, version: made.version, answers)
        let result = answers.result == .none ? PlanResult.unchanged : answers.result
        for measure in measures {
            try await work.give(
                measure.id,
                of: made.id,
                in: id,
                minutes: plan.given * 60,
                isOver: true,
                result: result
            )
        }
    }

    private func answers(_ plan: Plan, _ desk: Desk) async throws -> PlanAnswers {
        let choices = try await desk.database.data.read { try PlanChoices.load(desk, $0) }
        return try PlanAnswers(plan.answers, choices)
    }
}
