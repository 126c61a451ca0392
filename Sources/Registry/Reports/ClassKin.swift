import Frame
import Kernel
import Storage

/// A class with those it is compared with: itself in earlier years, and its parallel classes.
struct ClassKin {
    /// One class of one year.
    struct Member: Readable {
        let id: Int
        let name: String
        let year: SchoolYear
        let grade: Int
        let institution: InstitutionID

        init(row: inout Row) throws {
            id = try row.next()
            name = try row.next()
            year = SchoolYear(try row.next(Int.self))
            grade = try row.next()
            institution = try row.next()
        }

        /// What follows the grade: "a" of 7.a.
        fileprivate var letter: String { String(ClassName.key(name).drop { $0.isNumber }) }

        /// The selection of a report narrowed to it.
        func narrowed(_ selection: Selection) -> Selection {
            var own = Selection(
                year: year,
                term: selection.term,
                institution: institution,
                reach: selection.reach
            )
            own.classGroup = ClassID(rawValue: id)
            own.subject = selection.subject
            return own
        }
    }

    let itself: Member
    /// The class and what it was called before, the latest year first.
    let past: [Member]
    /// All classes of its grade in its institution and year.
    let parallel: [Member]

    /// A class without a grade has no parallel and no past.
    init?(_ classGroup: ClassID, _ question: Question) throws {
        let (tenant, connection) = (question.tenant, question.connection)
        let own = try connection.first(
            """
            SELECT id, name, year, grade, institution_id FROM class_group
            WHERE tenant_id = \(tenant) AND id = \(classGroup)
            """,
            as: Member.self
        )
        guard let own, own.grade > 0 else { return nil }
        let all = try connection.rows(
            """
            SELECT id, name, year, grade, institution_id FROM class_group
            WHERE tenant_id = \(tenant) AND institution_id = \(own.institution)
                AND year <= \(own.year.start)
                AND ((year = \(own.year.start) AND grade = \(own.grade))
                    OR year - grade = \(own.year.start - own.grade))
            ORDER BY year DESC, sort_key, id
            """,
            as: Member.self
        )
        itself = own
        past = all.filter {
            $0.year.start - $0.grade == own.year.start - own.grade && $0.letter == own.letter
        }
        parallel = all.filter { $0.year == own.year && $0.grade == own.grade }
    }
}
