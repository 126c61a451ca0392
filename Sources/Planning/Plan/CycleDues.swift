internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// Steps of a programme's year, meetings, review, results, publication (D20, D21), for those who edit the programme.
enum CycleDues: DueSource {
    static var permission: Permission { .editPlans }

    static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        // They are whose programme it is; those who lead work with pupils are not told of them as late.
        guard case .own(let asker) = question.whose else { return [] }
        let today = question.today
        let plans = try Plan.all(asker.reach(.editPlans, on: today), question.tenant, connection)
            .filter { plan in
                plan.programme.status == .approved
                    && asker.may(.editPlans, in: plan.programme.scope, on: today)
            }
        return plans.flatMap { plan in
            Cycle(plan: plan, today: today).steps
                .filter { $0.state != .done && $0.due <= question.until }
                .map { due($0, plan.programme) }
        }
    }

    private static func due(_ step: Cycle.Step, _ programme: ActionProgramme) -> Due {
        Due(
            "plan-step-\(programme.id)-\(step.year)-\(step.step.rawValue)",
            by: step.due,
            Text(same: "\(programme.code): ") + step.step.words,
            of: nil,
            at: programme.institution,
            Address("/planning/\(programme.id)#steps"),
            about: Text(lv: "Rīcības programma", en: "Action programme")
        )
    }
}
