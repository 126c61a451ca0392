package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Steps of programmes' years and baselines that are to be set: the dates of those who edit the programme.
package enum PlanDues: DueSource {
    package static var kind: DueKind { .programmes }

    package static var permission: Permission { .editPlans }

    package static let hasOwnLine = true

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let reach =
            switch question.whose {
            case .own(let asker): asker.reach(.editPlans, on: question.today)
            case .within(let all): all
            }
        let plans = try Plan.all(reach, question.tenant, connection)
        return plans.filter { $0.programme.status == .approved && question.concerns($0) }
            .flatMap { steps($0, question) + baselines($0, question) }
    }

    private static func steps(_ plan: Plan, _ question: DueQuestion) -> [Due] {
        Cycle(plan: plan, today: question.today).steps
            .filter { $0.state != .done && $0.due <= question.until }
            .map { step in
                due(
                    "step-\(plan.programme.id)-\(step.year)-\(step.step.rawValue)",
                    step.due,
                    step.step.words,
                    plan
                )
            }
    }

    private static func baselines(_ plan: Plan, _ question: DueQuestion) -> [Due] {
        plan.indicators.compactMap { indicator in
            guard indicator.base == nil, let day = indicator.baseDue, day <= question.until else {
                return nil
            }
            let words = Text(
                lv: "Noteikt \(indicator.label). rādītāja bāzes vērtību",
                en: "Set the baseline of indicator \(indicator.label)"
            )
            return due("base-\(indicator.id)", day, words, plan)
        }
    }

    private static func due(_ code: String, _ day: Day, _ words: Text, _ plan: Plan) -> Due {
        Due(
            "plan-\(code)",
            by: day,
            words,
            of: nil,
            at: plan.programme.institution,
            Address("/planning/\(plan.programme.id)"),
            about: Text(same: plan.programme.title)
        )
    }
}

extension DueQuestion {
    /// Whether a programme is one of those asked for: the municipality's is for those who lead everywhere.
    fileprivate func concerns(_ plan: Plan) -> Bool {
        switch whose {
        case .own(let asker): asker.may(.editPlans, in: plan.programme.scope, on: today)
        case .within(let reach): plan.programme.institution.rawValue != 0 || reach.everything
        }
    }
}
