import Frame
import Kernel
import Storage

/// A class with those it is compared with: itself in earlier years, and its parallel classes.
///
/// What it was in earlier years is told by ``ClassLine``, as in every report: by where most of its pupils were.
struct ClassKin {
    let itself: ClassLine.Step
    /// The class and what it was before, the latest year first.
    let past: [ClassLine.Step]
    /// All classes of its grade in its institution and year.
    let parallel: [ClassLine.Step]

    /// The most years that a class can go back, from grade 12 to grade 1.
    private static let span = 12

    /// A class without a grade has no parallel and no past.
    init?(_ classGroup: ClassID, _ question: Question) throws {
        let (tenant, connection) = (question.tenant, question.connection)
        let line = try ClassLine.of(classGroup, years: ClassKin.span, tenant, connection)
        guard let own = line.steps.last, own.grade > 0 else { return nil }
        itself = own
        past = line.steps.reversed()
        parallel = try connection.rows(
            """
            SELECT year, id, institution_id, name, grade FROM class_group
            WHERE tenant_id = \(tenant) AND institution_id = \(own.institution) AND year = \(own.year.start)
                AND grade = \(own.grade)
            ORDER BY sort_key, id
            """,
            as: ClassLine.Step.self
        )
    }
}

extension ClassLine.Step {
    /// The selection of a report narrowed to it.
    func narrowed(_ selection: Selection) -> Selection {
        var own = Selection(
            year: year,
            term: selection.term,
            institution: institution,
            reach: selection.reach
        )
        own.classGroup = classGroup
        own.subject = selection.subject
        return own
    }
}
