internal import Kernel
internal import Storage

/// How far the work on a case is.
enum CaseState: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Opened; nobody has looked into it yet.
    case open = 1
    /// What the pupil needs is being found out.
    case assessment = 2
    /// The support plan is being made.
    case plan = 3
    /// The plan is carried out.
    case progress = 4
    /// What came of it is being looked at.
    case review = 5
    /// Over, with an outcome.
    case closed = 6
    /// Handed to another institution or municipality.
    case transferred = 7

    /// Whether the case is worked on, so that it may be written to.
    var isActive: Bool { self != .closed && self != .transferred }

    /// The states that may come after it.
    ///
    /// A case may be closed from any active state, as an assessment may show that there is nothing to do.
    var next: [CaseState] {
        switch self {
        case .open: [.assessment, .closed, .transferred]
        case .assessment: [.plan, .closed, .transferred]
        case .plan: [.progress, .closed, .transferred]
        case .progress: [.review, .closed, .transferred]
        case .review: [.progress, .plan, .closed, .transferred]
        case .closed, .transferred: [.assessment]
        }
    }

    /// Whether a move needs its reason in words: a case is reopened, and left, only with one.
    func needsReason(_ next: CaseState) -> Bool { !isActive || !next.isActive }

    /// What people call it.
    var words: Text {
        switch self {
        case .open: Text(lv: "atvērts", en: "open")
        case .assessment: Text(lv: "izvērtēšana", en: "assessment")
        case .plan: Text(lv: "plānošana", en: "planning")
        case .progress: Text(lv: "īstenošana", en: "in progress")
        case .review: Text(lv: "pārskatīšana", en: "review")
        case .closed: Text(lv: "slēgts", en: "closed")
        case .transferred: Text(lv: "nodots", en: "transferred")
        }
    }

    /// The stable code of columns and measures.
    var code: String {
        switch self {
        case .open: "open"
        case .assessment: "assessment"
        case .plan: "planning"
        case .progress: "progress"
        case .review: "review"
        case .closed: "closed"
        case .transferred: "transferred"
        }
    }
}

/// What came of a case.
///
/// Fixed: reports count by these, and whether a pupil left or the risk was reduced is what track records rest on.
enum CaseOutcome: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// None yet.
    case none = 0
    /// The risk was reduced.
    case reduced = 1
    /// The pupil finished the stage of education.
    case graduated = 2
    /// The risk is as it was.
    case unchanged = 3
    /// The pupil left school.
    case left = 4
    /// There was no risk.
    case unconfirmed = 5

    /// What people call it.
    var words: Text {
        switch self {
        case .none: Text(lv: "nav", en: "none")
        case .reduced: Text(lv: "risks mazināts", en: "the risk was reduced")
        case .graduated: Text(lv: "izglītība iegūta", en: "the stage of education was finished")
        case .unchanged: Text(lv: "risks nav mainījies", en: "the risk is unchanged")
        case .left: Text(lv: "mācības pārtrauktas", en: "the pupil left school")
        case .unconfirmed: Text(lv: "risks neapstiprinājās", en: "there was no risk")
        }
    }

    static var choices: [CaseOutcome] { allCases.filter { $0 != .none } }
}

/// What a case began with.
enum CaseOrigin: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// A sign of risk.
    case signal = 1
    /// Somebody asked for help.
    case request = 2

    var words: Text {
        switch self {
        case .signal: Text(lv: "riska pazīme", en: "a sign of risk")
        case .request: Text(lv: "atbalsta lūgums", en: "a request for support")
        }
    }
}
