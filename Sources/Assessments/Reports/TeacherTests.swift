internal import Evidence
package import Frame
package import Kernel

/// The results of a teacher's classes in tests of state and municipality beside the annual mark given.
///
/// Rows go by name: teachers are never ranked.
package enum TeacherTests: Report {
    package static let name = "teacher-tests"
    package static let standsStill = true
    package static let title = Text(
        lv: "Pedagoga klašu rezultāti pārbaudes darbos un gada vērtējums",
        en: "Results of a teacher's classes in tests and the annual mark"
    )
    package static let purpose = Text(
        lv:
            "Kādi ir pedagoga klašu rezultāti valsts un pašvaldības pārbaudes darbos un kāds gada vērtējums ir izlikts?",
        en:
            "How did a teacher's classes do in tests of state and municipality, and which annual mark was given?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .institution, .grade, .classGroup, .years, .subject, .teacher,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        let selection: Selection
        do {
            selection = try TeacherFigures.selection(question)
        } catch {
            // The report is on everybody's list: who asks for nobody's figures is told whose they may be.
            guard question.selection.teacher == nil else { throw error }
            let teacher = ReportColumn("teacher", Text(lv: "Pedagogs", en: "Teacher"), .words)
            return ReportDocument(
                notes: [error.advice],
                [ReportSection(columns: [teacher], rows: [], empty: error.message)]
            )
        }
        let table = try TeacherTable(question, selection)
        return ReportDocument(notes: [note, WorkColumns.note], table.sections)
    }

    private static let note = Text(
        lv: """
            Rindas ir alfabēta secībā, un pedagogus nesarindo pēc rezultāta: klases ir dažādas, un dažu izglītojamo \
            rezultāts vidējo maina daudz. Gada vērtējums ir klases vidējais tajā pašā priekšmetā; bez tā pārbaudes darba \
            rezultātu var salīdzināt tikai ar valsti.
            """,
        en: """
            Rows are in alphabetical order, and teachers are not ranked by results: classes differ, and a few pupils \
            change a mean much. The annual mark is the mean of the class in the same subject; without it a result can be \
            compared with the state only.
            """
    )
}
