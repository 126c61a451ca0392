import Frame
import Kernel
import Storage

/// A stay of a pupil in an institution and class.
struct PupilStay: Readable, Sendable {
    let institution: Int
    let institutionName: String
    let classGroup: Int
    let className: String
    let grade: Int
    let from: Day
    /// The last day; nil while it has none.
    let to: Day?

    init(row: inout Row) throws {
        institution = try row.next()
        institutionName = try row.next()
        classGroup = try row.next()
        className = try row.next()
        grade = try row.next()
        from = try row.next()
        let to: Int = try row.next()
        self.to = to == 0 ? nil : Day(number: to)
    }

    /// The class, as the scope that a permission is asked for.
    var scope: Scope {
        Scope(
            institution: InstitutionID(rawValue: institution),
            classGroup: classGroup > 0 ? ClassID(rawValue: classGroup) : nil
        )
    }

    /// The place in words: institution, and the class where there is one.
    var place: String { [institutionName, className].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// Whether any day of it lies in a school year.
    func touches(_ year: SchoolYear) -> Bool { from <= year.last && (to.map { $0 >= year.first } ?? true) }

    /// The stays of a pupil, the latest first.
    static func all(_ pupil: PupilID, _ tenant: TenantID, _ connection: Connection) throws -> [PupilStay] {
        try connection.rows(
            """
            SELECT institution.id, institution.name, enrolment.class_id, coalesce(class_group.name, ''),
            coalesce(class_group.grade, 0), enrolment.from_day, enrolment.to_day
            FROM enrolment JOIN institution ON institution.tenant_id = enrolment.tenant_id
            AND institution.id = enrolment.institution_id
            LEFT JOIN class_group ON class_group.tenant_id = enrolment.tenant_id
            AND class_group.id = enrolment.class_id
            WHERE enrolment.tenant_id = \(tenant) AND enrolment.pupil_id = \(pupil)
            ORDER BY enrolment.from_day DESC, institution.id, enrolment.class_id
            """,
            as: PupilStay.self
        )
    }
}
