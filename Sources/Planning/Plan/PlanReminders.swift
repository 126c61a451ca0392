package import Frame
internal import Kernel
internal import Storage

/// What programmes remind their editors of: for the home page.
package struct PlanReminders: Sendable {
    /// How many things are late in the programmes that somebody edits.
    package var late = 0
    /// How many steps of the year come soon.
    package var soon = 0
    /// How many tasks nobody does, or have no day, so that they are never late.
    package var incomplete = 0
    /// The programmes that have such tasks.
    package var unfinished: [Int] = []

    package static func count(_ desk: Desk) async throws -> PlanReminders {
        let reach = desk.asker.reach(.editPlans, on: desk.today)
        guard !reach.isEmpty else { return PlanReminders() }
        return try await desk.database.data.read { connection in
            let open = try PlanPlaces.open(desk.tenant, on: desk.today, connection)
            let plans = try Plan.all(reach, desk.tenant, connection).filter { plan in
                plan.programme.status == .approved
                    && desk.asker.may(.editPlans, in: plan.programme.scope, on: desk.today)
            }
            var found = PlanReminders()
            for plan in plans {
                found.late += LateList(plan: plan, institutions: open, today: desk.today).items.count
                found.soon += Cycle(plan: plan, today: desk.today).steps.count { $0.state == .soon }
                let incomplete = plan.incompleteTasks
                guard incomplete > 0 else { continue }
                found.incomplete += incomplete
                found.unfinished.append(plan.programme.id)
            }
            return found
        }
    }
}
