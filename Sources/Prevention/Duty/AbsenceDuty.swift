package import Frame
package import Kernel
internal import Registry
package import Storage

/// Duties over unexcused absence, for those outside the room: reminders on the home page, and the demo.
package enum AbsenceDuty {
    /// How many pupils whom whoever sits at the desk works with are over the limit without any step recorded, and for
    /// how many the next step is late; nil where the desk works with none.
    package static func waiting(_ desk: Desk, _ connection: Connection) throws -> (untouched: Int, late: Int)?
    {
        let reach = desk.asker.reach(.workSignals, on: desk.today)
        guard !reach.isEmpty else { return nil }
        var asked = DutyBook.Asked(year: SchoolYear(containing: desk.today), reach: reach)
        // The days on which limits were passed are not needed to see what nobody has begun, nor what is in time anyway.
        let today = desk.today
        asked.needsDay = { $0.reached != nil && $0.isLate(on: today) }
        let book = try DutyBook.load(asked, desk.house.measures, today: desk.today, desk.tenant, connection)
        let counts = Dictionary(grouping: book.cases) { $0.standing(on: today) }.mapValues(\.count)
        return (counts[.untouched] ?? 0, counts[.late] ?? 0)
    }

    /// A pupil over the limit in a term, with the day on which it was passed.
    package struct Place: Sendable {
        /// The pupil.
        package let pupil: PupilID
        /// The term.
        package let term: Int
        /// The day on which the limit was passed.
        package let passed: Day
    }

    /// The pupils over the limit in a year, by institution, term and pupil; those without single lessons left out.
    package static func overLimit(_ year: SchoolYear, _ desk: Desk) async throws -> [Place] {
        try await desk.database.data.read { connection in
            let asked = DutyBook.Asked(year: year, reach: desk.asker.reach(.readSignals, on: desk.today))
            let book = try DutyBook.load(
                asked,
                desk.house.measures,
                today: desk.today,
                desk.tenant,
                connection
            )
            return book.cases.compactMap { duty in
                duty.passed.map { Place(pupil: duty.pupil, term: duty.term, passed: $0) }
            }
        }
    }

    /// Records the first steps of the board's order for a pupil, each when it is due, as far as today.
    package static func record(
        _ steps: Int,
        for place: Place,
        _ year: SchoolYear,
        note: String,
        _ desk: Desk
    ) async throws {
        let rule = try await desk.database.data.read { connection in
            try Regulations.load(desk.tenant, connection).parameters(of: AbsenceDutyRule.self, on: desk.today)
        }
        var day = place.passed
        for (index, step) in (rule?.steps ?? []).prefix(steps).enumerated() {
            day = day + max(0, step.days - 1)
            guard day <= desk.today, day <= year.last else { return }
            var draft = DutyWork.Draft(year: year, term: place.term, step: step.step, day: day)
            if step.reference == 1 { draft.reference = "1-14/\(place.pupil.rawValue)" }
            draft.note = index == 0 ? note : ""
            try await DutyWork(desk: desk).record(draft, of: place.pupil)
        }
    }
}
