internal import Frame
internal import Kernel
internal import Registry

/// The table of one class: a row a subject, a column a period.
struct SubjectsOverTime {
    let own: ClassHistory
    /// Whether the reader may see the class by subject.
    let isOpen: Bool
    let question: Question

    var section: ReportSection {
        let periods = own.whole.periods
        let subjects = isOpen ? question.members.sorted(.subject, own.subjects.members.filter { $0 > 0 }) : []
        let rows = subjects.map { subject in
            let name = question.members.name(.subject, subject)
            return ReportRow([.member(.subject, subject, name)] + own.subjects.cells([subject], periods))
        }
        let all = ReportRow([.words(SubjectsOverTime.all(question))] + own.whole.cells([], periods))
        let isKnown = !periods.isEmpty
        return ReportSection(
            title: Text(
                lv: "\(own.name.lv): mācību priekšmeti",
                en: "\(own.name.en): subjects"
            ),
            caption: own.words,
            columns: [ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words)]
                + Timeline.columns(periods),
            rows: isKnown && rows.isEmpty ? [all] : rows,
            total: isKnown && !rows.isEmpty && question.selection.subject == nil ? all : nil,
            chart: Timeline.chart(periods)
        )
    }

    /// What a row of all subjects is called.
    static func all(_ question: Question) -> Text {
        question.selection.subject.map { question.members.name(.subject, $0.rawValue) }
            ?? Text(lv: "Visi priekšmeti kopā", en: "All subjects together")
    }
}

/// The table of several classes in the last period that all of them may have: a row a subject, a column a class.
enum SubjectsOfClasses {
    static func section(_ classes: [ClassHistory], _ question: Question) throws -> ReportSection {
        let known = Set(classes.flatMap { $0.whole.periods }).filter { $0.year == question.selection.year }
        let isOpen = classes.allSatisfy { history in
            var selection = question.selection
            selection.institution = history.present?.institution
            selection.classGroup = history.classGroup
            return ClassChoice.areSubjectsOpen(selection, question)
        }
        guard isOpen, let period = known.max() else {
            return ReportSection("subjects", columns: [], rows: [])
        }
        let members = classes.reduce(into: Set<Int>()) { $0.formUnion($1.subjects.members) }
        return ReportSection(
            "subjects",
            title: Text(lv: "Mācību priekšmeti klasēs", en: "Subjects by class"),
            caption: period.words,
            columns: [ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words)]
                + classes.map { ReportColumn("class_\($0.classGroup.rawValue)", $0.name) },
            rows: question.members.sorted(.subject, members.filter { $0 > 0 }).map { subject in
                let name = question.members.name(.subject, subject)
                return ReportRow(
                    [.member(.subject, subject, name)]
                        + classes.map { .of($0.subjects.figure([subject], period)) }
                )
            }
        )
    }
}
