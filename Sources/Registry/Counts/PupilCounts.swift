package import Frame
package import Kernel
package import Storage

/// Pupils of an institution and programme at the start and the end of a school year.
package struct ProgrammeCount: Hashable, Sendable {
    /// The institution.
    package let institution: InstitutionID
    /// The programme; 0 where enrolments name none.
    package let programme: ProgrammeID
    /// Pupils on 1 September.
    package let atStart: Int
    /// Pupils on 31 May.
    package let atEnd: Int
}

/// Pupils who came to an institution or left it within a school year, by one reason.
package struct MovementCount: Hashable, Sendable {
    /// The institution.
    package let institution: InstitutionID
    /// Whether they came; else they left.
    package let isArrival: Bool
    /// The code of the reason; empty where none is given.
    package let reason: String
    /// How many came or left.
    package let count: Int
}

/// Counts of pupils by enrolments: on 1 September and 31 May, and the movement between.
///
/// For every institution, pupils at the start, and those who came, less those who left, are the pupils at the end:
/// who changes class or programme within an institution has not moved.
package struct PupilCounts: Sendable {
    /// The first of the two days.
    package let start: Day
    /// The second of them.
    package let end: Day
    private let tenant: TenantID
    private let selection: Selection

    /// Counts of the year, institution and reach of a selection.
    package init(_ selection: Selection, tenant: TenantID) {
        self.selection = selection
        self.tenant = tenant
        start = selection.year.first
        end = PupilCounts.end(of: selection.year)
    }

    /// 31 May, the last day of the teaching year in reports.
    package static func end(of year: SchoolYear) -> Day { year.endOfTeaching }

    /// Counts by institution and programme, in the order of their ids.
    ///
    /// A pupil of two programmes is counted in each.
    package func programmes(_ connection: Connection) throws -> [ProgrammeCount] {
        try connection.rows(
            """
            SELECT e.institution_id, e.programme_id,
                count(DISTINCT CASE WHEN \(covers(start)) THEN e.pupil_id END),
                count(DISTINCT CASE WHEN \(covers(end)) THEN e.pupil_id END)
            FROM enrolment e WHERE \(scope) AND (\(covers(start)) OR \(covers(end)))
            GROUP BY e.institution_id, e.programme_id ORDER BY e.institution_id, e.programme_id
            """,
            InstitutionID.self,
            ProgrammeID.self,
            Int.self,
            Int.self
        )
        .map { ProgrammeCount(institution: $0.0, programme: $0.1, atStart: $0.2, atEnd: $0.3) }
    }

    /// Pupils of each institution on one day.
    package func pupils(on day: Day, _ connection: Connection) throws -> [InstitutionID: Int] {
        let rows = try connection.rows(
            """
            SELECT e.institution_id, count(DISTINCT e.pupil_id) FROM enrolment e
            WHERE \(scope) AND \(covers(day)) GROUP BY e.institution_id ORDER BY e.institution_id
            """,
            InstitutionID.self,
            Int.self
        )
        return Dictionary(rows) { first, _ in first }
    }

    /// Who came after 1 September and who left before 31 May, by institution and reason.
    package func movement(_ connection: Connection) throws -> [MovementCount] {
        try arrivals(connection) + departures(connection)
    }

    private func arrivals(_ connection: Connection) throws -> [MovementCount] {
        try connection.rows(
            """
            SELECT e.institution_id, e.reason_in, count(*) FROM enrolment e WHERE \(arrived)
            GROUP BY e.institution_id, e.reason_in ORDER BY e.institution_id, e.reason_in
            """,
            InstitutionID.self,
            String.self,
            Int.self
        )
        .map { MovementCount(institution: $0.0, isArrival: true, reason: $0.1, count: $0.2) }
    }

    private func departures(_ connection: Connection) throws -> [MovementCount] {
        try connection.rows(
            """
            SELECT e.institution_id, e.reason_out, count(*) FROM enrolment e WHERE \(left)
            GROUP BY e.institution_id, e.reason_out ORDER BY e.institution_id, e.reason_out
            """,
            InstitutionID.self,
            String.self,
            Int.self
        )
        .map { MovementCount(institution: $0.0, isArrival: false, reason: $0.1, count: $0.2) }
    }

    /// The condition on enrolments `e` whose first day is after 1 September and that no other stay in the
    /// institution reaches back over.
    var arrived: SQL {
        """
        \(scope) AND e.from_day > \(start) AND e.from_day <= \(end) AND NOT EXISTS (
            SELECT 1 FROM enrolment o WHERE o.tenant_id = e.tenant_id AND o.pupil_id = e.pupil_id
                AND o.institution_id = e.institution_id
                AND o.from_day < e.from_day AND (o.to_day = 0 OR o.to_day >= e.from_day - 1))
        """
    }

    /// The condition on enrolments `e` whose last day is from 1 September to 30 May and that no other stay in the
    /// institution reaches over.
    ///
    /// Of two stays that end on one day, the one that began later counts.
    var left: SQL {
        """
        \(scope) AND e.to_day >= \(start) AND e.to_day < \(end) AND NOT EXISTS (
            SELECT 1 FROM enrolment o WHERE o.tenant_id = e.tenant_id AND o.pupil_id = e.pupil_id
                AND o.institution_id = e.institution_id AND o.from_day <> e.from_day
                AND ((o.from_day <= e.to_day + 1 AND (o.to_day = 0 OR o.to_day > e.to_day))
                    OR (o.to_day = e.to_day AND o.from_day > e.from_day)))
        """
    }

    private func covers(_ day: Day) -> SQL {
        "(e.from_day <= \(day) AND (e.to_day = 0 OR e.to_day >= \(day)))"
    }

    private var scope: SQL {
        var parts: [SQL] = ["e.tenant_id = \(tenant)", selection.reach.enrolments]
        if let institution = selection.institution { parts.append("e.institution_id = \(institution)") }
        return SQL.joined(parts, by: " AND ")
    }
}
