internal import Frame
internal import Kernel
internal import Storage

/// What somebody of another body sees of programmes: of those of the municipality that are decided the activities that
/// name the body, and the events that it held.
///
/// Tasks, money, indicators, what is late and what other bodies did are never read for them.
struct BodyPlans: Sendable {
    /// An event of one's own body, with what it was for.
    struct Held: Sendable {
        let event: PlanEvent
        let activity: Activity
        let programme: ActionProgramme
    }

    /// The bodies that the asker's roles name.
    let bodies: [CaseBody]
    /// The programmes, each with the activities that name one of the bodies and those bodies' events alone.
    let plans: [Plan]
    /// The events, the latest first; also of activities that do not name the body, where events from before name others.
    let held: [Held]

    static func load(_ desk: Desk) async throws -> BodyPlans {
        let bodies = desk.asker.bodies(.recordBodyEvents, on: desk.today)
        guard !bodies.isEmpty else { return BodyPlans(bodies: [], plans: [], held: []) }
        return try await desk.database.data.read { connection in
            let programmes = try ActionProgramme.rows(decided, desk.tenant, connection)
            var (plans, held): ([Plan], [Held]) = ([], [])
            for programme in programmes {
                var plan = Plan(programme)
                let all = try Activity.rows("plan_id = \(programme.id)", desk.tenant, connection)
                plan.parties = try Party.rows("plan_id = \(programme.id)", desk.tenant, connection)
                let whole = plan
                plan.activities = all.filter { activity in
                    bodies.contains { BodyNames.name($0, in: activity, of: whole) }
                }
                let ids = all.map(\.id)
                plan.recurrences = try Recurrence.rows(
                    "activity_id IN (\(list: ids))",
                    desk.tenant,
                    connection
                )
                plan.events = try PlanEvent.rows(
                    "activity_id IN (\(list: ids)) AND is_undone = 0 AND \(rows(of: bodies))",
                    desk.tenant,
                    connection
                )
                plan.sort()
                held += plan.events.compactMap { event in
                    all.first { $0.id == event.activity }
                        .map { Held(event: event, activity: $0, programme: programme) }
                }
                plans.append(plan)
            }
            held.sort { ($0.event.day, $0.event.id) > ($1.event.day, $1.event.id) }
            return BodyPlans(bodies: bodies, plans: plans, held: held)
        }
    }

    /// One event of one's own bodies, taken back or not; as if there were none where it is another's.
    static func event(_ id: Int, _ desk: Desk) async throws -> Held {
        let bodies = desk.asker.bodies(.recordBodyEvents, on: desk.today)
        return try await desk.database.data.read { connection in
            let (tenant, own) = (desk.tenant, rows(of: bodies))
            guard let event = try PlanEvent.rows("id = \(id) AND \(own)", tenant, connection).first,
                let activity = try Activity.rows("id = \(event.activity)", tenant, connection).first,
                let programme = try ActionProgramme.rows(
                    "id = \(activity.plan) AND \(decided)",
                    tenant,
                    connection
                ).first
            else { throw Refusal.noSuchPage }
            return Held(event: event, activity: activity, programme: programme)
        }
    }

    /// Plans of institutions are their own, and what is not decided is nobody's yet.
    private static var decided: SQL { "institution_id = 0 AND status = \(ProgrammeStatus.approved)" }

    private static func rows(of bodies: [CaseBody]) -> SQL {
        "institution_id = 0 AND body IN (\(list: bodies.map(\.rawValue)))"
    }
}
