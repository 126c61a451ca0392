package import Frame
internal import Kernel
internal import Storage

/// What programmes remind their editors of: for the home page.
package enum PlanReminders {
    /// How many things are late in the programmes that somebody edits, and how many steps of the year come soon.
    package static func count(_ desk: Desk) async throws -> (late: Int, soon: Int) {
        let reach = desk.asker.reach(.editPlans, on: desk.today)
        guard !reach.isEmpty else { return (0, 0) }
        return try await desk.database.data.read { connection in
            let open = try PlanPlaces.open(desk.tenant, on: desk.today, connection)
            let plans = try Plan.all(reach, desk.tenant, connection).filter { plan in
                plan.programme.status == .approved
                    && desk.asker.may(.editPlans, in: plan.programme.scope, on: desk.today)
            }
            let late = plans.reduce(0) { sum, plan in
                sum + LateList(plan: plan, institutions: open, today: desk.today).items.count
            }
            let soon = plans.reduce(0) { sum, plan in
                sum + Cycle(plan: plan, today: desk.today).steps.count { $0.state == .soon }
            }
            return (late, soon)
        }
    }
}
