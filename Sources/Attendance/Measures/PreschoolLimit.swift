internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Children of five and six in compulsory preparation for school who missed too many days of a term without excuse.
///
/// Who they are says ``PreparationForSchool``. A day counts where any lesson of it was missed without excuse.
struct PreschoolLimit {
    let persons: [OverLimitPerson]

    init(
        _ filter: AbsenceFilter,
        _ limits: AbsenceLimit,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let query = PreschoolLimit.query(filter, tenant)
        let missed: [OverLimitPerson] = try connection.rows(query)
        persons = missed.filter { person in
            guard let limit = limits.days(term: person.term), let days = person.days else { return false }
            return days > limit
        }
    }

    /// Days missed without excuse by institution, term and child; children are found through their cells.
    static func query(_ filter: AbsenceFilter, _ tenant: TenantID) -> SQL {
        """
        SELECT institution_id, term, l.pupil_id, max(class_id), 0, count(*), count(DISTINCT day)
        FROM lesson_record l
        WHERE l.tenant_id = \(tenant) AND l.pupil_id IN (\(children(filter, tenant)))
            AND day BETWEEN \(filter.days.lowerBound) AND \(filter.days.upperBound)
            AND state = 2 AND kind = \(AbsenceKind.unexcused.rawValue) AND grade = 0 AND \(filter.condition)
        GROUP BY institution_id, term, l.pupil_id ORDER BY institution_id, term, l.pupil_id
        """
    }

    /// The children of a selection who missed anything without excuse, as a query of cells.
    static func children(_ filter: AbsenceFilter, _ tenant: TenantID) -> SQL {
        let born = PreparationForSchool.born(for: SchoolYear(containing: filter.days.lowerBound))
        return """
            SELECT c.pupil_id FROM (
                SELECT DISTINCT pupil_id FROM absence_term
                WHERE tenant_id = \(tenant) AND \(filter.condition) AND grade = 0
                    AND kind = \(AbsenceKind.unexcused.rawValue) AND lessons > 0
            ) AS c JOIN pupil p ON p.tenant_id = \(tenant) AND p.id = c.pupil_id
            WHERE p.birth_day BETWEEN \(born.lowerBound) AND \(born.upperBound)
            """
    }
}
