import Cases
import Frame
import Kernel
import Storage

extension DemoCases {
    /// Refers a case to another body for what its theme is about; what becomes of it goes by the course.
    func refer(
        _ number: Int,
        _ turn: Int,
        _ id: Int,
        from start: Day,
        _ course: ReferralCourse,
        by owner: Asker,
        to worker: Asker
    ) async throws {
        var dice = Dice(plan.seed, .cases, number, 2)
        let theme = ReferralTheme.all[turn]
        let days = 2 + dice.below(3)
        let sent: Day
        switch course {
        // One of them is late by the rule of seven days, the other not, where the case is old enough.
        case .unanswered: sent = max(start + 9, plan.today - (number % 2 == 0 ? 9 : 2))
        case .accepted: sent = start + 9
        case .rejected, .finished: sent = start + 24
        }
        var asked = theme.asked
        asked.written = ReferralTheme.written[number % ReferralTheme.written.count]
        let referral = try await stage.refer(id, to: worker, by: owner, on: sent, asked)
        guard course != .unanswered else { return }
        let accepts = course != .rejected
        let words = accepts ? theme.accepted : theme.rejected
        let answered = sent + days
        try await stage.answer(referral: referral, accepts: accepts, by: worker, on: answered, words)
        guard course == .finished else { return }
        let finished = answered + 30 + dice.below(14)
        try await stage.finish(referral: referral, by: worker, on: finished, theme.outcome)
    }

    /// Another body turns to the home institution for a pupil of whom the demo tells nothing else; nobody has answered.
    func turn(to place: InstitutionID, leaving told: Set<PupilID>, by worker: Asker) async throws {
        let (tenant, day) = (desk.tenant, plan.today - 3)
        let pupils = try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT e.pupil_id FROM enrolment e
                WHERE e.tenant_id = \(tenant) AND e.institution_id = \(place) AND e.from_day <= \(day)
                    AND e.to_day = 0 AND e.pupil_id NOT IN (
                        SELECT c.pupil_id FROM prevention_case c WHERE c.tenant_id = \(tenant))
                ORDER BY e.pupil_id
                """,
                PupilID.self
            )
        }
        let free = pupils.filter { !told.contains($0) }
        guard !free.isEmpty else { return }
        var dice = Dice(plan.seed, .cases, 2_000)
        _ = try await stage.refer(dice.pick(free), by: worker, on: day, ReferralTheme.outside)
    }
}
