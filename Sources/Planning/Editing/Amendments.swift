package import Frame
package import Kernel
internal import Registry
internal import Storage

/// Amendments for those who have no page before them: the demo.
package struct Amendments: Sendable {
    private let desk: Desk

    /// The amendments that somebody at a desk may make.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// What a later decision says of a programme, and the targets that it changes.
    package struct Change: Sendable {
        let summary: String
        let decision: String
        let day: Day
        let targets: [NewTarget]

        /// A change with its decision.
        package init(_ summary: String, decision: String, day: Day, targets: [NewTarget]) {
            self.summary = summary
            self.decision = decision
            self.day = day
            self.targets = targets
        }
    }

    /// The number that an indicator is to reach in a year since an amendment, in hundredths.
    package struct NewTarget: Sendable {
        let indicator: String
        let year: Int
        let hundredths: Int

        /// A number by the indicator's own number and the year.
        package init(_ indicator: String, in year: Int, hundredths: Int) {
            self.indicator = indicator
            self.year = year
            self.hundredths = hundredths
        }
    }

    /// Keeps a programme as it stands with an amendment, and changes what is amended.
    ///
    /// - Throws: a `Refusal` where the programme or a target that is to change is not there.
    package func amend(_ programme: String, _ change: Change) async throws {
        let plan = try await AnnualReports(desk).plan(programme)
        let editor = PlanEditor(desk)
        let texts: EditTexts = [
            "summary": change.summary, "decision": change.decision, "day": EditTexts.day(change.day),
        ]
        try await Amendment.add(texts, to: plan.programme.id, editor)
        for target in change.targets { try await set(target, in: plan, editor) }
    }

    private func set(_ target: NewTarget, in plan: Plan, _ editor: PlanEditor) async throws {
        let indicator = plan.indicators.first { $0.number == target.indicator }
        guard let indicator,
            let now = plan.targets(of: indicator).first(where: { $0.year == target.year })
        else { throw Refusal.noSuchPage }
        var texts = now.texts(plan)
        texts["amount"] = EditTexts.hundredths(target.hundredths)
        let (tenant, id, year) = (desk.tenant, indicator.id, target.year)
        _ = try await editor.keep(texts, in: plan.programme.id, version: now.version) {
            _,
            connection -> Target? in
            try ChildRow<Target>.row(id, year, tenant, connection)
        }
    }
}
