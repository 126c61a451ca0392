internal import Frame
internal import Kernel
internal import Registry

/// A pupil over the limit of unexcused absence in a term, and how far the steps have come.
struct DutyCase: Sendable {
    let place: DutyPlace
    /// What was missed without excuse in the term; nil where it is not known.
    let missed: DutyAmount?
    /// What may be missed in the term.
    let limit: DutyAmount?
    /// When the limit was passed; nil where it is not known or was not asked for.
    var passing: DutyPassing?
    /// What was done, the earliest first.
    let entries: [DutyEntry]
    let steps: [AbsenceDutyRule.Step]

    var pupil: PupilID { place.pupil }
    var institution: InstitutionID { place.institution }
    var classGroup: ClassID { place.classGroup }
    var term: Int { place.term }

    /// The day on which the limit was passed; nil where no single lessons are known.
    var passed: Day? {
        guard case .on(let day) = passing else { return nil }
        return day
    }

    /// The day on which it came to be known that the limit was passed, where the day itself is not.
    var known: Day? {
        guard case .known(let day) = passing else { return nil }
        return day
    }

    /// The last step in the board's order that was done.
    var reached: AbsenceDutyRule.Step? {
        let done = Set(entries.filter(\.takesStep).map(\.step))
        return steps.last { done.contains($0.step) }
    }

    /// The entry of the step reached.
    var reachedEntry: DutyEntry? { reached.flatMap { taken($0) } }

    /// The entry by which a step was taken: the first one, as a later one of the same step does not undo its day.
    func taken(_ step: AbsenceDutyRule.Step) -> DutyEntry? {
        entries.first { $0.step == step.step && $0.takesStep }
    }

    /// The step after the one reached; nil where all was done.
    var next: AbsenceDutyRule.Step? {
        guard let reached, let place = steps.firstIndex(of: reached) else { return steps.first }
        return steps.dropFirst(place + 1).first
    }

    /// Why lessons are missed, as found out last, by the notes that the reader may read; nil where no step has.
    func cause(_ notes: [Int: DutyNote]) -> String? {
        entries.compactMap { notes[$0.id]?.cause }.last { !$0.isEmpty }
    }

    /// Where the notes of its steps are read.
    var scope: Scope { Scope(institution: institution, classGroup: classGroup, pupil: pupil) }

    /// When something happened last: the day of the step reached, else that of the limit.
    var last: Day? { reachedEntry?.day ?? passing?.day }

    /// From which day the next step counts: that of the one reached, but not before the limit was passed.
    ///
    /// Parents are contacted on each day of absence, so that a step may have been taken long before.
    var since: Day? {
        guard let reached = reachedEntry?.day else { return passing?.day }
        return passed.map { max($0, reached) } ?? reached
    }

    /// The last day on which the next step is in time.
    var due: Day? {
        guard let next, let since else { return nil }
        return since + next.days
    }

    func isLate(on today: Day) -> Bool {
        // Where nobody knows since when, the step is due now and not late since ever.
        due.map { $0 < today } ?? false
    }

    /// What is asked for in a list; a case has one standing alone, so that they add up to all cases.
    enum Standing: String, CaseIterable, Sendable {
        case untouched
        case late
        case waiting
        case done

        var words: Text {
            switch self {
            case .untouched: Text(lv: "nekas nav pierakstīts", en: "nothing recorded")
            case .late: Text(lv: "kavējas nākamais solis", en: "next step late")
            case .waiting: Text(lv: "gaida nākamo soli", en: "next step ahead")
            case .done: Text(lv: "visi soļi veikti", en: "all steps taken")
            }
        }
    }

    func standing(on today: Day) -> Standing {
        guard next != nil else { return .done }
        guard reached != nil else { return .untouched }
        return isLate(on: today) ? .late : .waiting
    }
}
