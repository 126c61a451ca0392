internal import Frame
internal import Kernel
internal import Registry

/// Results and marks of a class or institution in the subjects that it was tested in, beside those of the same subject and grade
/// elsewhere.
struct SubjectsTested {
    /// A table of results and one of marks, as far as there is something to say in them.
    private(set) var sections: [ReportSection] = []
    /// What they are laid beside.
    private(set) var notes: [Text] = []

    init(_ question: Question, _ selection: Selection, _ subjects: Set<Int>) throws {
        let names = question.members
        let heading =
            selection.classGroup.map { names.name(.classGroup, $0.rawValue) }
            ?? selection.institution.map { names.name(.institution, $0.rawValue) }
        guard let heading, !subjects.isEmpty else { return }
        var own = selection
        own.assessment = nil
        own.compared = []
        // Disclosure goes by what the reader works with, as the report does.
        let asked = question.about(own)
        let scale = try ScalesInUse(own.year, question.tenant, question.connection).main
        let results = SubjectsBeside.Asked("assessments/outside-result")
        let tables: [(code: String, title: Text, asked: SubjectsBeside.Asked)] = [
            ("results", Text(lv: "Rezultāti priekšmetos", en: "Results by subject"), results),
            ("marks", Text(lv: "Vērtējumi priekšmetos", en: "Marks by subject"), .marks(scale: scale)),
        ]
        for table in tables {
            let beside = try SubjectsBeside(asked, table.asked, of: own, heading, subjects: subjects)
            guard var section = beside.section else { continue }
            section.code = table.code
            section.title = table.title
            sections.append(section)
            notes = beside.notes
        }
    }
}
