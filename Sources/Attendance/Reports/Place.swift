internal import Evidence
internal import Frame
internal import Kernel

extension Question {
    /// The same question within another reach.
    func about(_ selection: Selection, within reach: Reach) -> Question {
        var selection = selection
        selection.reach = reach
        return about(selection)
    }

    /// The question with the only institution or class that the asker reaches, where none is chosen; nil where the
    /// whole board is meant, for reports that read single lessons or name teachers.
    var placed: Question? {
        var own = selection
        guard own.institution == nil, own.classGroup == nil, own.pupil == nil else { return self }
        let reach = own.reach
        guard !reach.everything else { return nil }
        if let institution = reach.institutions.first, reach.institutions.count == 1 {
            own.institution = institution
        } else if let classGroup = reach.classes.first, reach.classes.count == 1, reach.institutions.isEmpty {
            own.classGroup = classGroup
        }
        return about(own)
    }
}

/// The part of a question about teachers' lessons that the asker may see, or why there is none.
///
/// Links lead to these reports from pages that everybody has, so that the answer says why it is empty.
enum TeacherGate {
    case open(Question)
    case closed(ReportDocument)

    /// Whether the asker works with all pupils of the class chosen and of those compared with it: they see each pupil's
    /// lessons with their subjects, so that sums over the class tell them nothing new.
    static func isOfOwnClass(_ question: Question) -> Bool {
        let selection = question.selection
        guard let classGroup = selection.classGroup, selection.teacher == nil else { return false }
        return ([classGroup] + selection.compared).allSatisfy { id in
            let scope = Scope(institution: selection.institution, classGroup: id)
            return question.asker.may(.readPupils, in: scope, on: question.today)
        }
    }

    /// `isOpen` where the asker may see it all for another reason than being let see figures about teachers.
    init(_ question: Question, _ columns: [ReportColumn], isOpen: Bool = false) {
        guard !isOpen else {
            self = .open(question)
            return
        }
        do {
            self = .open(question.about(try TeacherFigures.selection(question)))
        } catch {
            let words = Text(
                lv: "\(error.message.lv) \(error.advice.lv)",
                en: "\(error.message.en) \(error.advice.en)"
            )
            self = .closed(ReportDocument([ReportSection(columns: columns, rows: [], empty: words)]))
        }
    }
}

/// What a report that needs a place says without one.
enum PlaceNeeded {
    static let words = Text(
        lv: "Izvēlieties iestādi; atskaite veidota par vienu iestādi vai tās klasi.",
        en: "Choose an institution; the report is made of one institution or a class of it."
    )

    /// An empty table that says so.
    static func document(_ columns: [ReportColumn]) -> ReportDocument {
        ReportDocument([ReportSection(columns: columns, rows: [], empty: words)])
    }
}
