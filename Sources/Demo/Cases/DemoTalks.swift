import Cases
import Frame
import Kernel
import Registry
import Storage

/// Consultations of the school year that the programme's first annual report tells of, in which most cases had not begun.
struct DemoTalks: Sendable {
    let desk: Desk
    let plan: BoardPlan
    let subject: Int

    /// Younger pupils are helped in class.
    private static let youngest = 4

    /// Logs consultations of some pupils of an institution, half of them in each term; none where the board has no such
    /// year.
    func play(_ count: Int, at institution: InstitutionID, by owner: Asker) async throws {
        let year = plan.reported
        guard plan.schoolYears.contains(year) else { return }
        var dice = Dice(plan.seed, .cases, 2_000 + institution.rawValue)
        let pupils = try await pupils(of: institution, year)
        for (number, pupil) in dice.shuffled(pupils).prefix(count).enumerated() {
            let start = number % 2 == 0 ? Month(year.start, 10).first : Month(year.start + 1, 2).first
            for week in 0..<(2 + dice.below(3)) {
                let day = start + dice.below(5) + 14 * week
                let minutes = 20 + 10 * dice.below(4)
                try await CaseStage(desk)
                    .consult(pupil, subject: subject, by: owner, on: day.workday, minutes: minutes)
            }
        }
    }

    /// Those who learned there from the beginning of a year to its end.
    private func pupils(of institution: InstitutionID, _ year: SchoolYear) async throws -> [PupilID] {
        let tenant = desk.tenant
        let (first, last) = (Month(year.start, 9).last, Month(year.start + 1, 5).first)
        return try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT e.pupil_id FROM enrolment e
                JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id AND c.year = \(year.start)
                WHERE e.tenant_id = \(tenant) AND e.institution_id = \(institution)
                    AND c.grade >= \(DemoTalks.youngest) AND e.from_day <= \(first)
                    AND (e.to_day = 0 OR e.to_day >= \(last))
                ORDER BY e.pupil_id
                """,
                PupilID.self
            )
        }
    }
}

extension Day {
    /// The day itself, or the Monday after it.
    var workday: Day { weekday > 5 ? self + (8 - weekday) : self }
}
