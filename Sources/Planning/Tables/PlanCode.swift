internal import Kernel
internal import Storage

/// A value of a short list: a number in the database, a code in files, words for people.
protocol PlanCode: RawRepresentable, CaseIterable, Hashable, Sendable, SQLValue, SQLReadable
where RawValue == Int {
    /// The code in files.
    var code: String { get }
    /// What people call it.
    var words: Text { get }
    /// Other words that documents have for it.
    var otherWords: [String] { get }
}

extension PlanCode {
    var otherWords: [String] { [] }

    /// The value of a code, of its words in either language or of other words for it; nil where it is none.
    static func read(_ text: String) -> Self? {
        let key = LatvianKey.search(text)
        return allCases.first { value in
            ([value.code, value.words.lv, value.words.en] + value.otherWords)
                .contains { LatvianKey.search($0) == key }
        }
    }

    /// All codes, for people who have to choose one.
    static var codes: String { allCases.map(\.code).joined(separator: ", ") }
}

/// What a programme is for.
enum ProgrammeKind: Int, PlanCode {
    case prevention = 1
    case development = 2
    case priorities = 3

    var code: String {
        switch self {
        case .prevention: "prevention"
        case .development: "development"
        case .priorities: "priorities"
        }
    }

    var words: Text {
        switch self {
        case .prevention: Text(lv: "prevencijas programma", en: "prevention programme")
        case .development: Text(lv: "attīstības programma", en: "development programme")
        case .priorities: Text(lv: "iestādes prioritātes", en: "priorities of an institution")
        }
    }
}

/// How far a programme has come.
enum ProgrammeStatus: Int, PlanCode {
    case draft = 1
    case submitted = 2
    case approved = 3
    case closed = 4

    var code: String {
        switch self {
        case .draft: "draft"
        case .submitted: "submitted"
        case .approved: "approved"
        case .closed: "closed"
        }
    }

    var words: Text {
        switch self {
        case .draft: Text(lv: "projekts", en: "draft")
        case .submitted: Text(lv: "iesniegta apstiprināšanai", en: "submitted for approval")
        case .approved: Text(lv: "apstiprināta", en: "approved")
        case .closed: Text(lv: "noslēgta", en: "closed")
        }
    }
}

/// The level of prevention that a goal works at; none for programmes of another kind.
enum PreventionLevel: Int, PlanCode {
    case none = 0
    case universal = 1
    case targeted = 2
    case tailored = 3

    var code: String {
        switch self {
        case .none: "none"
        case .universal: "universal"
        case .targeted: "targeted"
        case .tailored: "tailored"
        }
    }

    var words: Text {
        switch self {
        case .none: Text(lv: "bez līmeņa", en: "no level")
        case .universal: Text(lv: "Universālā prevencija", en: "Universal prevention")
        case .targeted: Text(lv: "Mērķtiecīgā prevencija", en: "Targeted prevention")
        case .tailored: Text(lv: "Pielāgotā prevencija", en: "Tailored prevention")
        }
    }
}

/// How far a task has come.
enum TaskState: Int, PlanCode {
    case planned = 1
    case started = 2
    case done = 3
    case dropped = 4

    var code: String {
        switch self {
        case .planned: "planned"
        case .started: "started"
        case .done: "done"
        case .dropped: "dropped"
        }
    }

    var words: Text {
        switch self {
        case .planned: Text(lv: "plānots", en: "planned")
        case .started: Text(lv: "sākts", en: "started")
        case .done: Text(lv: "izpildīts", en: "done")
        case .dropped: Text(lv: "atcelts", en: "dropped")
        }
    }

    /// Whether nothing more has to be done.
    var isSettled: Bool { self == .done || self == .dropped }
}

/// What came of an activity in a year, as a person judged it.
enum OutcomeState: Int, PlanCode {
    case unknown = 0
    case reached = 1
    case partly = 2
    case missed = 3

    var code: String {
        switch self {
        case .unknown: "unknown"
        case .reached: "reached"
        case .partly: "partly"
        case .missed: "missed"
        }
    }

    var words: Text {
        switch self {
        case .unknown: Text(lv: "nav novērtēts", en: "not judged")
        case .reached: Text(lv: "sasniegts", en: "reached")
        case .partly: Text(lv: "daļēji sasniegts", en: "partly reached")
        case .missed: Text(lv: "nav sasniegts", en: "not reached")
        }
    }

    /// Schools write the same judgement in either order.
    var otherWords: [String] { self == .partly ? ["sasniegts daļēji"] : [] }
}
