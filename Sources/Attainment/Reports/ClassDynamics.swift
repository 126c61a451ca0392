internal import Evidence
package import Frame
package import Kernel
internal import Registry

/// How the mean marks of a class moved over terms and years, by subject, beside other classes.
///
/// Another institution is laid beside it by a class of that institution: beside a class there are no whole institutions.
package enum ClassDynamics: Report {
    package static let name = "class-dynamics"
    package static let standsStill = true
    package static let title = Text(lv: "Klases vērtējumu dinamika", en: "Marks of a class over time")
    package static let purpose = Text(
        lv: "Kā klases vidējie vērtējumi mācību priekšmetos mainās no semestra uz semestri?",
        en: "How do the mean marks of a class change from term to term in each subject?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .years, .subject,
    ]
    package static let comparesClasses = true
    package static let needs: [ReportFilter] = [.institution, .classGroup]

    /// How many years a line of classes goes back, the chosen one included.
    static let span = 3

    package static func answer(_ question: Question) throws -> ReportDocument {
        guard let choice = try ClassChoice(question) else { return ReportDocument([ClassChoice.needed]) }
        let isOpen = ClassChoice.areSubjectsOpen(choice.selection, question)
        if !isOpen { try TeacherFigures.require(question) }
        let scales = try ScaleSections(question, counted: "attainment/marks")
        let last = question.selection.year.start
        let scale = try ScaleSections.main((last - span + 1...last).map { SchoolYear($0) }, question)
        let own = try ClassHistory(choice.classGroup, choice.selection, scale: scale, question)
        let others = try choice.selection.compared.map {
            try ClassHistory($0, choice.selection, scale: scale, question)
        }
        let subjects = SubjectsOverTime(own: own, isOpen: isOpen, question: question)
        let classes = try ClassesOverTime(own: own, others: others, scale: scale, question: question)
        let comparison = others.isEmpty ? [] : [try SubjectsOfClasses.section([own] + others, question)]
        let sections =
            others.isEmpty
            ? [subjects.section, classes.section] : [classes.section] + comparison + [subjects.section]
        // Of classes that are compared the earlier years are those of classes.
        let ofWhom = [own.isOfToday ? PupilsOfToday.note : nil, own.isOfToday && others.isEmpty ? nil : line]
        let notes = ofWhom + [mean, isOpen ? nil : closed, classes.definition, scales.note]
        return ReportDocument(notes: notes.compactMap { $0 }, sections.filter { !$0.columns.isEmpty })
    }

    private static let line = Text(
        lv:
            "Iepriekšējo gadu klase ir tā, kurā mācījās lielākā daļa – vismaz puse – tagadējo klases izglītojamo.",
        en:
            "The class of an earlier year is the one that most, and at least half, of the present pupils were in."
    )

    private static let mean = Text(
        lv: "Vidējais ir izglītojamo vērtējumu summa, dalīta ar to skaitu.",
        en: "A mean is the sum of pupils' marks over their number."
    )

    private static let closed = Text(
        lv: """
            Vērtējumus pa priekšmetiem redz klases audzinātājs, iestādes vadība un pārvaldes speciālists, jo tie norāda uz \
            pedagogu.
            """,
        en: """
            Marks by subject are for the class teacher, the head and the board's specialist, as they point to a teacher.
            """
    )
}

/// A class with its earlier years and their marks.
struct ClassHistory {
    /// The class in the chosen year.
    let classGroup: ClassID
    /// The classes of the line, the earliest first.
    let line: ClassLine
    /// Marks by subject.
    let subjects: Timeline
    /// Marks of all subjects together, or of the one chosen.
    let whole: Timeline
    /// Whether earlier years are those of the pupils that the class has today, as the reader works with no class before.
    let isOfToday: Bool

    init(_ classGroup: ClassID, _ selection: Selection, scale: Int, _ question: Question) throws {
        self.classGroup = classGroup
        line = try ClassLine.of(
            classGroup,
            years: ClassDynamics.span,
            question.tenant,
            question.connection
        )
        let earlier = Set(line.steps.dropLast().map(\.year))
        let today =
            try earlier.isEmpty
            ? nil : PupilsOfToday(of: classGroup, in: line.steps.last?.institution, question)
        isOfToday = today != nil
        let selections = line.steps.map { step in
            if let today, earlier.contains(step.year) { return today.selection(step.year, like: selection) }
            var own = selection
            own.year = step.year
            own.institution = step.institution
            own.classGroup = step.classGroup
            return own
        }
        let plain = today == nil ? [] : earlier
        subjects = try Timeline(question, selections, scale: scale, over: [.subject], plain: plain)
        whole = try Timeline(question, selections, scale: scale, over: [], plain: plain)
    }

    /// The class of the chosen year.
    var present: ClassLine.Step? { line.steps.last }

    /// The name in the chosen year.
    var name: Text { Text(same: present?.name ?? "") }

    /// The years of the line, each with the name of its class.
    var words: Text {
        func list(_ language: Language) -> String {
            line.steps.map { "\(Format(language).schoolYear($0.year)) – \($0.name)" }.joined(separator: ", ")
        }
        return Text(lv: list(.lv), en: list(.en))
    }
}
