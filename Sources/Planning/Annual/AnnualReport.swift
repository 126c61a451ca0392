internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A programme's report of a calendar year: its texts and how far it has come; its figures are composed, and
/// stand apart once they are frozen.
struct AnnualReport: PlanRow {
    static let table = RegisterTable(
        "plan_report",
        columns: [
            "plan_id", "institution_id", "year", "edition", "state", "introduction", "helped", "hindered",
            "recommendations", "approved_day", "approved_by", "frozen_day", "published_day", "public_day",
            "reviewed_day", "reviewed_by",
        ],
        noun: FactWords(
            Text(lv: "Programmu gada pārskati", en: "Annual reports of programmes"),
            Noun(lv: "gada pārskats", "gada pārskati", en: "annual report", "annual reports")
        ),
        references: ["report_id"]
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    /// The calendar year that it tells of.
    var year: Int
    /// 1, or more where a frozen one was followed by another.
    var edition: Int
    var state: AnnualState
    var introduction: String
    /// What helped the programme in the year.
    var helped: String
    /// What hindered it.
    var hindered: String
    var recommendations: String
    /// The day on which somebody else than its author looked it through for the commission; nil where nobody has.
    var reviewed: Day?
    /// The name of whoever looked it through.
    var reviewer: String
    var approved: Day?
    /// The name of whoever approved it.
    var approver: String
    var frozen: Day?
    var published: Day?
    /// The day on which it was opened to everybody; nil where it is not.
    var opened: Day?
    var version: Int

    init(id: Int, plan: ActionProgramme, year: Int, edition: Int) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        (self.year, self.edition) = (year, edition)
        state = .draft
        (introduction, helped, hindered, recommendations) = ("", "", "", "")
        (reviewer, approver) = ("", "")
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        year = try row.next()
        edition = try row.next()
        state = try row.next()
        introduction = try row.next()
        helped = try row.next()
        hindered = try row.next()
        recommendations = try row.next()
        approved = try row.day()
        approver = try row.next()
        frozen = try row.day()
        published = try row.day()
        opened = try row.day()
        reviewed = try row.day()
        reviewer = try row.next()
        version = try row.next()
        // The table knows a reviewed report as a draft with the day of its review.
        if state == .draft, reviewed != nil { state = .reviewed }
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, year.sqlValue, edition.sqlValue, state.stored.sqlValue,
            introduction.sqlValue, helped.sqlValue, hindered.sqlValue, recommendations.sqlValue,
            approved.stored, approver.sqlValue, frozen.stored, published.stored,
            opened.stored, reviewed.stored, reviewer.sqlValue,
        ]
    }

    /// Whether its year is over, so that its figures can stand.
    func isOver(on day: Day) -> Bool { year < day.parts.year }

    var address: String { "/planning/annual/\(id)" }
    /// Where everybody reads it once it is opened.
    var openAddress: String { "/public/annual/\(id)" }

    /// The title with the edition, where it is not the first.
    var title: Text {
        edition == 1
            ? Text(lv: "\(year). gada pārskats", en: "Annual report of \(year)")
            : Text(
                lv: "\(year). gada pārskats (\(edition). redakcija)",
                en: "Annual report of \(year) (edition \(edition))"
            )
    }

    /// The texts that an approved report cannot do without and that are missing.
    var missing: [Text] {
        [(introduction, AnnualWords.introduction), (recommendations, AnnualWords.recommendations)]
            .filter { $0.0.isEmpty }.map(\.1)
    }
}

/// How far an annual report has come.
enum AnnualState: Int, PlanCode {
    /// Its texts are written; its figures are those of today.
    case draft = 1
    /// Somebody else has looked it through for the commission (A2); its texts wait to be approved.
    case reviewed = 5
    /// Its texts stand.
    case approved = 2
    /// Its figures stand as well, for ever.
    case frozen = 3
    /// All who see plans read it.
    case published = 4

    var code: String {
        switch self {
        case .draft: "draft"
        case .reviewed: "reviewed"
        case .approved: "approved"
        case .frozen: "frozen"
        case .published: "published"
        }
    }

    var words: Text {
        switch self {
        case .draft: Text(lv: "projekts", en: "draft")
        case .reviewed: Text(lv: "izskatīts", en: "reviewed")
        case .approved: Text(lv: "apstiprināts", en: "approved")
        case .frozen: Text(lv: "skaitļi fiksēti", en: "figures frozen")
        case .published: Text(lv: "publicēts", en: "published")
        }
    }

    /// The state as its table has it.
    var stored: AnnualState { self == .reviewed ? .draft : self }

    /// Whether its figures can change no more.
    var isFrozen: Bool { self == .frozen || self == .published }
}

/// A step between states.
enum AnnualMove: String, CaseIterable {
    case review
    case approve
    case reopen
    case freeze
    case publish
    /// Shows it to everybody, signed in or not.
    case open
    case close
    case withdraw

    /// The states from which it leads.
    var from: Set<AnnualState> {
        switch self {
        case .review: [.draft]
        case .approve: [.reviewed]
        case .reopen: [.reviewed, .approved]
        case .freeze: [.approved]
        case .publish: [.frozen]
        case .open, .close, .withdraw: [.published]
        }
    }

    var to: AnnualState {
        switch self {
        case .review: .reviewed
        case .approve: .approved
        case .reopen: .draft
        case .freeze, .withdraw: .frozen
        case .publish, .open, .close: .published
        }
    }

    var words: Text {
        switch self {
        case .review: Text(lv: "Atzīmēt kā izskatītu", en: "Mark as reviewed")
        case .approve: Text(lv: "Apstiprināt", en: "Approve")
        case .reopen: Text(lv: "Atgriezt labošanai", en: "Return for editing")
        case .freeze: Text(lv: "Fiksēt skaitļus", en: "Freeze the figures")
        case .publish: Text(lv: "Publicēt", en: "Publish")
        case .open: Text(lv: "Atvērt ikvienam", en: "Open to everybody")
        case .close: Text(lv: "Rādīt tikai Sekmes lietotājiem", en: "Show to users of Sekme only")
        case .withdraw: Text(lv: "Atsaukt publicēšanu", en: "Withdraw from publication")
        }
    }

    /// What is said once it was done.
    var done: Text {
        switch self {
        case .open:
            Text(lv: "Pārskatu tagad var lasīt ikviens.", en: "Everybody can read the report now.")
        case .close:
            Text(
                lv: "Pārskatu tagad redz tikai Sekmes lietotāji.",
                en: "Users of Sekme alone see the report now."
            )
        case .review, .approve, .reopen, .freeze, .publish, .withdraw:
            Text(lv: "Tagad pārskats ir: \(to.words.lv).", en: "The report is now: \(to.words.en).")
        }
    }
}

/// Words of annual reports that several places say.
enum AnnualWords {
    static let title = Text(lv: "Gada pārskati", en: "Annual reports")
    static let introduction = Text(lv: "Ievads", en: "Introduction")
    static let helped = Text(lv: "Kas palīdzēja", en: "What helped")
    static let hindered = Text(lv: "Kas kavēja", en: "What hindered")
    static let recommendations = Text(lv: "Ieteikumi", en: "Recommendations")
}
