internal import Evidence
package import Frame
package import Kernel
internal import Registry

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
        let beside = try beside(question, selection)
        return ReportDocument(
            notes: [note, WorkColumns.note] + (beside?.notes ?? []),
            table.sections + [beside?.section].compactMap { $0 }
        )
    }

    /// One teacher's results in each kind of test beside those of the same subject and grade.
    ///
    /// Of all teachers there is none: each would be measured by it against the others.
    private static func beside(_ question: Question, _ selection: Selection) throws -> SubjectsBeside? {
        guard selection.teacher != nil else { return nil }
        func found(_ subject: Int, _ grade: Int, _ rest: MemberKey) -> Work? {
            rest.last.flatMap { Work(grade: grade, subject: subject, kind: $0) }
        }
        let asked = SubjectsBeside.Asked(
            "assessments/result",
            along: [.kind],
            counts: { rest in
                found(0, 0, rest).map { TeacherTable.kinds.contains($0.sort.kind) } ?? false
            },
            words: { subject, grade, rest in
                guard let work = found(subject, grade, rest) else { return Text(same: "") }
                return work.topic(question.members) + Text(same: ", ") + work.sort.kind.words
            }
        )
        return try SubjectsBeside(question, asked, of: selection, SubjectsBeside.ofTeacher)
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
