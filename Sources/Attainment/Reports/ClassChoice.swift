internal import Frame
internal import Kernel
internal import Registry

/// The class that a report is about: the one chosen, or the only one of the year in the asker's care.
struct ClassChoice {
    /// The selection with the class and its institution.
    let selection: Selection
    /// The class.
    let classGroup: ClassID

    /// Nil where no class is chosen and the asker has none, or several, in care.
    init?(_ question: Question) throws {
        var selection = question.selection
        if selection.classGroup == nil, selection.institution == nil {
            selection.classGroup = try ClassChoice.own(question)
        }
        guard let classGroup = selection.classGroup else { return nil }
        if selection.institution == nil {
            let scope = try ScopeFinder(tenant: question.tenant, question.connection).scope(of: classGroup)
            selection.institution = scope?.institution
        }
        self.selection = selection
        self.classGroup = classGroup
    }

    private static func own(_ question: Question) throws -> ClassID? {
        let circle = question.asker.reach(.readPupils, on: question.today)
        guard !circle.everything, circle.institutions.isEmpty else { return nil }
        let ofYear = try circle.classes.sorted().filter { id in
            let line = try ClassLine.of(id, years: 1, question.tenant, question.connection)
            return line.steps.first?.year == question.selection.year
        }
        return ofYear.count == 1 ? ofYear.first : nil
    }

    /// Whether figures of a class by subject are open to the asker: to those who may see figures about teachers there,
    /// and to those who work with the pupils of the class.
    static func areSubjectsOpen(_ selection: Selection, _ question: Question) -> Bool {
        question.asker.may(.readTeacherFigures, in: selection.scope, on: question.today)
            || question.asker.may(.readPupils, in: selection.scope, on: question.today)
    }

    /// What stands in the place of a report that needs a class.
    static let needed = ReportSection(
        columns: [ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)],
        rows: [],
        empty: Text(
            lv: "Izvēlieties iestādi un klasi laukos virs atskaites.",
            en: "Choose an institution and a class in the fields above."
        )
    )
}
