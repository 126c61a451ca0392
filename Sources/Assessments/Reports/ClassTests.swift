internal import Evidence
package import Frame
package import Kernel
internal import Registry
internal import Storage

/// Results of a class in tests of state and municipality beside those of other classes.
///
/// With a test chosen its rows are classes, without one the tests of the place chosen.
package enum ClassTests: Report {
    package static let name = "class-tests"
    package static let standsStill = true
    package static let title = Text(
        lv: "Klašu rezultāti pārbaudes darbos",
        en: "Results of classes in tests"
    )
    package static let purpose = Text(
        lv: "Kādi ir klases rezultāti valsts un pašvaldības pārbaudes darbos salīdzinājumā ar citām klasēm?",
        en: "How does a class do in tests of state and municipality beside other classes?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .institution, .grade, .classGroup, .compared, .institutions, .years, .subject, .assessment,
    ]
    package static let comparesClasses = true

    package static func answer(_ question: Question) throws -> ReportDocument {
        try TeacherFigures.require(question)
        if let id = question.selection.assessment,
            let test = try AssessmentBook.find(id, question.tenant, question.connection)
        {
            let isAlone = try test.isAlone(question.tenant, question.connection)
            let table = try TestTable(question, test, isAlone: isAlone)
            let sections = [table.section, table.institutions].compactMap { $0 }
            return ReportDocument(notes: [WorkColumns.note], sections)
        }
        let (table, past) = try latest(question)
        let notes = [past.map(PupilsOfToday.earlier), WorkColumns.note, table.definition]
        return ReportDocument(notes: notes.compactMap { $0 }, [table.section])
    }

    /// The tests of the year chosen; of a class that has none yet, those of the latest year in which its pupils have, for
    /// those who work with the class and with none that it was before.
    private static func latest(_ question: Question) throws -> (table: PlaceTable, past: SchoolYear?) {
        let selection = question.selection
        let now = try PlaceTable(question)
        guard now.isEmpty, let classGroup = selection.classGroup,
            let pupils = try PupilsOfToday(of: classGroup, in: selection.institution, question)
        else { return (now, nil) }
        for year in pupils.years(before: selection.year) {
            var earlier = selection
            earlier.year = year
            // The classes that are compared belong to their own year.
            earlier.compared = []
            let ofPupils = pupils.selection(year, like: selection)
            let before = try PlaceTable(question.about(earlier), pupils: ofPupils)
            if !before.isEmpty { return (before, year) }
        }
        return (now, nil)
    }
}

extension Assessment {
    /// Whether no other work of the year is of the same kind, level, subject and grade, so that figures of these are
    /// figures of the work.
    fileprivate func isAlone(_ tenant: TenantID, _ connection: Connection) throws -> Bool {
        let alike = try connection.value(
            """
            SELECT count(*) FROM assessment
            WHERE tenant_id = \(tenant) AND year = \(year.start) AND kind = \(sort.kind) AND level = \(sort.level)
                AND subject_id = \(subject) AND grade = \(grade)
            """,
            Int.self
        )
        return alike == 1
    }
}
