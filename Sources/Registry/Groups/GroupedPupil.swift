import Frame
import Kernel
import Storage

/// What groups of an institution's pupils are made by.
struct GroupedPupil: Readable {
    let id: PupilID
    /// 1 for boys, 2 for girls; 0 where it is not known.
    let sex: Int
    let isSpecial: Bool
    /// The code of the education programme; empty where it is not known.
    let programme: String

    init(row: inout Row) throws {
        id = try row.next()
        sex = try row.next()
        isSpecial = try row.next()
        programme = try row.next()
    }

    /// Those who learned in an institution in a year, each with the last stay of it.
    ///
    /// An enrolment that was never ended goes on, but not past the year of its class.
    static func load(
        _ institution: InstitutionID,
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [GroupedPupil] {
        let stays = try connection.rows(
            """
            SELECT e.pupil_id, p.sex, p.is_special, coalesce(g.code, '') FROM enrolment e
            JOIN pupil p ON p.tenant_id = e.tenant_id AND p.id = e.pupil_id
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            LEFT JOIN programme g ON g.tenant_id = e.tenant_id AND g.id = e.programme_id
            WHERE e.tenant_id = \(tenant) AND e.institution_id = \(institution) AND e.from_day <= \(year.last)
                AND (e.to_day = 0 OR e.to_day >= \(year.first)) AND (c.year IS NULL OR c.year = \(year.start))
            ORDER BY e.pupil_id, e.from_day
            """,
            as: GroupedPupil.self
        )
        let last = Dictionary(stays.map { ($0.id, $0) }) { _, later in later }
        return last.values.sorted { $0.id < $1.id }
    }
}
