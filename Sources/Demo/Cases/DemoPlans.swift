import Cases
import Frame
import Kernel
import Registry
import Storage

/// Which plans an institution of the demo has: kind and group by their numbers, and how many.
struct PlanMix: Sendable {
    let kind: Int
    let ground: Int
    let count: Int

    init(_ kind: Int, _ ground: Int = 0, times count: Int) {
        self.kind = kind
        self.ground = ground
        self.count = count
    }

    /// Whether a pupil of a grade can have one: examinations are taken in grades 8 and 9.
    func suits(_ grade: Int) -> Bool { ground != 4 || (8...9).contains(grade) }

    static let home = [
        PlanMix(2, 1, times: 6), PlanMix(2, 3, times: 1), PlanMix(2, 4, times: 2), PlanMix(2, 5, times: 1),
        PlanMix(3, times: 3), PlanMix(4, times: 2),
    ]

    /// Of institutions by turns: some of their numbers may be shown to everybody, some not.
    static let far = [
        [PlanMix(2, 1, times: 6), PlanMix(2, 2, times: 3), PlanMix(3, times: 2)],
        [PlanMix(2, 1, times: 5), PlanMix(2, 4, times: 5), PlanMix(4, times: 1)],
        [PlanMix(2, 3, times: 2), PlanMix(2, 5, times: 1), PlanMix(3, times: 5)],
    ]
}

/// Plans of education, talent and home study of the demo, each in a case that was opened for it in this year.
struct DemoPlans: Sendable {
    let desk: Desk
    let plan: BoardPlan
    /// Subjects by name.
    let taught: [String: Int]
    /// Pupils of whom the demo tells something else.
    let told: Set<PupilID>

    private struct Seat: Sendable {
        let pupil: PupilID
        let grade: Int
    }

    /// Makes the plans of an institution, as far as it has pupils for them.
    func play(_ mixes: [PlanMix], at institution: InstitutionID, by owner: Asker) async throws {
        var dice = Dice(plan.seed, .cases, 1_000 + institution.rawValue)
        let seats = try await seats(institution)
        var free = dice.shuffled(seats)
        for mix in mixes {
            for _ in 0..<mix.count {
                guard let index = free.firstIndex(where: { mix.suits($0.grade) }) else { continue }
                try await make(mix, free.remove(at: index), owner, &dice)
            }
        }
    }

    private func seats(_ institution: InstitutionID) async throws -> [Seat] {
        let (tenant, today) = (desk.tenant, plan.today)
        let year = SchoolYear(containing: today)
        let rows = try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT e.pupil_id, coalesce(c.grade, 0) FROM enrolment e
                JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id AND c.year = \(year.start)
                WHERE e.tenant_id = \(tenant) AND e.institution_id = \(institution) AND e.from_day <= \(today)
                    AND (e.to_day = 0 OR e.to_day >= \(today)) ORDER BY e.pupil_id, e.from_day
                """,
                PupilID.self,
                Int.self
            )
        }
        return rows.filter { !told.contains($0.0) }.map { Seat(pupil: $0.0, grade: $0.1) }
    }

    /// A case is opened for the plan some weeks ago, worked through to it and goes on.
    private func make(
        _ mix: PlanMix,
        _ seat: Seat,
        _ owner: Asker,
        _ dice: inout Dice
    ) async throws {
        let stage = CaseStage(desk)
        let (today, first) = (plan.today, SchoolYear(containing: plan.today).first)
        let start = min(max(today - 75 + dice.below(20), first + 4), today)
        func day(_ after: Int) -> Day { min(start + after, today) }
        let planned = day(10)
        let theme = PlanTheme(mix, grade: seat.grade, on: planned, taught)
        let opened = try await stage.open(seat.pupil, signal: 0, by: owner, on: start, reason: theme.reason)
        guard let id = opened else { return }
        try await stage.move(id, to: 2, by: owner, on: day(3))
        try await stage.move(id, to: 3, by: owner, on: day(7))
        let hours = 8 + dice.below(8)
        let answers = CaseStage.Plan(theme.answers, given: hours, theme.measures(hours))
        try await stage.plan(answers, of: id, by: owner, on: planned, until: CaseTerm(planned).last)
        try await stage.move(id, to: 4, by: owner, on: day(12), review: today + 21)
    }
}
