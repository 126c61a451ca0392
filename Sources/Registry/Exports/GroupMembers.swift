import Frame
import Kernel
import Storage

/// A stored stay of a pupil in a teaching group, with the pupil's class.
struct MemberRow: Readable {
    let group: GroupID
    let from: Day
    let to: Day
    let isEnrolled: Bool
    let classGroup: ClassID
    let className: String
    private let person: WrittenPerson

    init(row: inout Row) throws {
        group = try row.next()
        from = try row.next()
        to = try row.next()
        isEnrolled = try row.next()
        classGroup = try row.next()
        className = try row.next()
        person = try WrittenPerson(row: &row)
    }

    var pupil: PupilID { PupilID(rawValue: person.id) }

    /// The person as the group's institution knows them.
    ///
    /// The code of a source goes for one institution: where the pupil never learned, it would make another pupil.
    var known: WrittenPerson {
        var person = person
        if !isEnrolled { person.external = "" }
        return person
    }

    func scope(_ institution: InstitutionID) -> Scope {
        Scope(institution: institution, classGroup: classGroup, pupil: pupil)
    }

    /// The members of the groups of an order, by group; the class is the last one of the stay in the group.
    static func load(_ own: OwnExport) throws -> [GroupID: [MemberRow]] {
        let rows: [MemberRow] = try own.connection.rows(
            """
            SELECT m.group_id, m.from_day, m.to_day, m.is_enrolled, coalesce(c.id, 0), coalesce(c.name, ''),
                \(WrittenPerson.columns)
            FROM (\(memberships(own))) m
            JOIN pupil p ON p.tenant_id = \(own.order.tenant) AND p.id = m.pupil_id
            LEFT JOIN class_group c ON c.tenant_id = \(own.order.tenant) AND c.id = m.class_id
            ORDER BY m.group_id, p.sort_key, p.id, m.from_day
            """
        )
        return Dictionary(grouping: rows, by: \.group)
    }

    private static func memberships(_ own: OwnExport) -> SQL {
        """
        SELECT m.group_id, m.pupil_id, m.from_day, m.to_day,
            CASE WHEN EXISTS (SELECT 1 FROM enrolment e WHERE e.tenant_id = m.tenant_id
                AND e.pupil_id = m.pupil_id AND e.institution_id = g.institution_id)
                THEN 1 ELSE 0 END AS is_enrolled,
            (SELECT e.class_id FROM enrolment e
                JOIN class_group k ON k.tenant_id = e.tenant_id AND k.id = e.class_id AND k.year = g.year
                WHERE e.tenant_id = m.tenant_id AND e.pupil_id = m.pupil_id
                    AND e.institution_id = g.institution_id AND (m.to_day = 0 OR e.from_day <= m.to_day)
                ORDER BY e.from_day DESC LIMIT 1) AS class_id
        FROM group_member m
        JOIN teaching_group g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
        JOIN institution i ON i.tenant_id = g.tenant_id AND i.id = g.institution_id
        WHERE \(own.institutions) AND g.year = \(own.order.year.start)
        """
    }
}
