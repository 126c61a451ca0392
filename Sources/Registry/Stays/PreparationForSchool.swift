package import Frame
package import Kernel
package import Storage

/// Children of five and six in compulsory preparation for school, whose unexcused absence counts by days.
///
/// They are the children without a grade who turn five or six in the calendar year in which the school year begins; of
/// whom no day of birth is known, nobody can say it.
package enum PreparationForSchool {
    /// The days on which the children of a school year were born.
    package static func born(for year: SchoolYear) -> ClosedRange<Day> {
        Month(year.start - 6, 1).first...Month(year.start - 5, 12).last
    }

    /// Those of some pupils who are such children in a school year.
    package static func children(
        among pupils: Set<PupilID>,
        in year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Set<PupilID> {
        guard !pupils.isEmpty else { return [] }
        let born = born(for: year)
        return Set(
            try connection.rows(
                """
                SELECT p.id FROM pupil p
                WHERE p.tenant_id = \(tenant) AND p.id IN (\(list: pupils.sorted()))
                    AND p.birth_day BETWEEN \(born.lowerBound) AND \(born.upperBound)
                    AND NOT EXISTS (
                        SELECT 1 FROM enrolment e
                        JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                        WHERE e.tenant_id = p.tenant_id AND e.pupil_id = p.id AND c.year = \(year.start)
                            AND c.grade > 0
                    )
                ORDER BY p.id
                """,
                PupilID.self
            )
        )
    }
}
