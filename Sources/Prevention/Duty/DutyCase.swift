internal import Frame
internal import Kernel
internal import Registry

/// A pupil over the limit of unexcused absence in a term, and how far the steps have come.
struct DutyCase: Sendable {
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    let term: Int
    /// Lessons missed without excuse in the term; nil where days count.
    let lessons: Int?
    /// The day on which the limit was passed; nil where no single lessons are known.
    let passed: Day?
    /// What was done, the earliest first.
    let entries: [DutyEntry]
    let steps: [AbsenceDutyRule.Step]

    /// The last step in the board's order that was done.
    var reached: AbsenceDutyRule.Step? {
        let done = Set(entries.map(\.step))
        return steps.last { done.contains($0.step) }
    }

    /// The entry of the step reached: the latest one.
    var reachedEntry: DutyEntry? { reached.flatMap { step in entries.last { $0.step == step.step } } }

    /// The step after the one reached; nil where all was done.
    var next: AbsenceDutyRule.Step? {
        guard let reached, let place = steps.firstIndex(of: reached) else { return steps.first }
        return steps.dropFirst(place + 1).first
    }

    /// Why lessons are missed, as found out last; nil where no step has.
    var cause: String? { entries.last { !$0.cause.isEmpty }?.cause }

    /// From which day the next step counts: the day of the one reached, else that of the limit.
    var since: Day? { reachedEntry?.day ?? passed }

    /// The last day on which the next step is in time.
    var due: Day? {
        guard let next, let since else { return nil }
        return since + next.days
    }

    func isLate(on today: Day) -> Bool {
        // Where nobody knows when the limit was passed, the first step is due at once.
        guard next != nil else { return false }
        return due.map { $0 < today } ?? true
    }

    /// What is asked for in a list.
    enum Standing: String, CaseIterable, Sendable {
        case late
        case waiting
        case done

        var words: Text {
            switch self {
            case .late: Text(lv: "kavējas", en: "late")
            case .waiting: Text(lv: "gaida nākamo soli", en: "next step ahead")
            case .done: Text(lv: "visi soļi veikti", en: "all steps taken")
            }
        }
    }

    func standing(on today: Day) -> Standing { next == nil ? .done : isLate(on: today) ? .late : .waiting }
}
