package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Events that an institution is to hold by programmes and has not: dates of those who lead the institution.
///
/// Whoever edits the programmes of all institutions has them on the programme's page, and what is late in the list of it.
package enum EventDues: DueSource {
    package static var kind: DueKind { .programmes }

    package static var permission: Permission { .editPlans }

    private static let words = Text(
        lv: "Rīkot un reģistrēt programmas pasākumu",
        en: "Hold and register an event of a programme"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        guard case .own(let asker) = question.whose else { return [] }
        let led = asker.reach(.editPlans, on: question.today)
        guard !led.isEmpty, !led.everything else { return [] }
        let open = try PlanPlaces.open(question.tenant, on: question.today, connection)
        let own = Set(open.filter { led.institutions.contains($0) })
        guard !own.isEmpty else { return [] }
        let plans = try Plan.all(
            asker.reach(.seePlans, on: question.today),
            question.tenant,
            connection
        )
        return plans.filter { $0.programme.status == .approved }
            .flatMap { EventDues.dues($0, own, open, question) }
    }

    private static func dues(
        _ plan: Plan,
        _ own: Set<InstitutionID>,
        _ open: [InstitutionID],
        _ question: DueQuestion
    ) -> [Due] {
        let years = PlanYear.counted(on: question.today)
        return years.flatMap { year -> [Due] in
            let counting = Counting(plan: plan, year: year, institutions: open, today: question.today)
            // What is counted over the whole programme is the same in both years.
            let counters = plan.activities.flatMap { counting.counters($0) }
                .filter { year == years[0] || $0.recurrence.rhythm != .once }
            return counters.flatMap { counter in
                counter.institutions.filter { own.contains($0) }
                    .compactMap { due(counter, of: $0, until: question.until) }
            }
        }
    }

    private static func due(_ counter: Counter, of institution: InstitutionID, until last: Day) -> Due? {
        guard let day = counter.next(of: institution), day <= last else { return nil }
        let (activity, ordinal) = (counter.activity, counter.recurrence.ordinal)
        let start = counter.period.from.number
        let name = counter.recurrence.name.isEmpty ? activity.name : counter.recurrence.name
        return Due(
            "plan-event-\(activity.id)-\(ordinal)-\(institution.rawValue)-\(start)",
            by: day,
            words,
            of: nil,
            at: institution,
            Address("/planning/events/new?activity=\(activity.id)"),
            about: Text(same: name)
        )
    }
}
