internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Which individual plan it is (C7 to C10 of the inventory of documents).
enum PlanKind: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case support = 1
    case education = 2
    case talent = 3
    case home = 4

    var words: Text {
        switch self {
        case .support: Text(lv: "Individuālais atbalsta plāns", en: "Individual support plan")
        case .education:
            Text(
                lv: "Individuālais izglītības programmas apguves plāns",
                en: "Individual plan of the education programme"
            )
        case .talent: Text(lv: "Talantīga izglītojamā atbalsta plāns", en: "Plan for a talented pupil")
        case .home: Text(lv: "Mājas apmācības plāns", en: "Plan of home study")
        }
    }
}

/// What the parents said to a plan.
enum ParentsAnswer: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case notAsked = 0
    case agreed = 1
    case declined = 2

    var words: Text {
        switch self {
        case .notAsked: Text(lv: "vēl nav saskaņots", en: "not agreed yet")
        case .agreed: Text(lv: "vecāki piekrīt", en: "the parents agree")
        case .declined: Text(lv: "vecāki nepiekrīt", en: "the parents do not agree")
        }
    }
}

/// What came of a plan at the end of its term.
enum PlanResult: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case none = 0
    case reduced = 1
    case unchanged = 2
    case grown = 3

    var words: Text {
        switch self {
        case .none: Text(lv: "vēl nav vērtēts", en: "not assessed yet")
        case .reduced: Text(lv: "risks mazināts", en: "the risk was reduced")
        case .unchanged: Text(lv: "risks nav mainījies", en: "the risk is unchanged")
        case .grown: Text(lv: "risks palielinājies", en: "the risk has grown")
        }
    }

    /// The stable code of columns and measures.
    var code: String {
        switch self {
        case .none: "unassessed"
        case .reduced: "reduced"
        case .unchanged: "unchanged"
        case .grown: "grown"
        }
    }
}

/// Economic support in cents, by what it is for.
struct PlanAid: Hashable, Sendable {
    var transport = 0
    var meals = 0
    var lodging = 0
    var items = 0

    static let names = ["transport", "meals", "lodging", "items"]

    static func words(_ name: String) -> Text {
        switch name {
        case "transport": Text(lv: "Transports", en: "Transport")
        case "meals": Text(lv: "Ēdināšana", en: "Meals")
        case "lodging": Text(lv: "Naktsmītne", en: "Accommodation")
        default: Text(lv: "Individuālie mācību piederumi", en: "Individual study items")
        }
    }

    subscript(name: String) -> Int {
        get {
            switch name {
            case "transport": transport
            case "meals": meals
            case "lodging": lodging
            default: items
            }
        }
        set {
            switch name {
            case "transport": transport = newValue
            case "meals": meals = newValue
            case "lodging": lodging = newValue
            default: items = newValue
            }
        }
    }

    var sum: Int { transport + meals + lodging + items }
}

/// An individual plan of a term, without what it says in words.
struct SupportPlan: Sendable {
    let id: Int
    let caseID: Int
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    let grade: Int
    var kind = PlanKind.support
    var year: SchoolYear
    var term = 1
    let made: Day
    var parents = ParentsAnswer.notAsked
    var parentsOn: Day?
    var midtermOn: Day?
    var result = PlanResult.none
    var resultOn: Day?
    var aid = PlanAid()
    let author: String
    /// Also the number of its latest body.
    var version: Int

    var period: Text {
        Text(
            lv: "\(Format(.lv).schoolYear(year)) mācību gada \(term). semestris",
            en: "term \(term) of \(Format(.en).schoolYear(year))"
        )
    }

    private static let columns: SQL = """
        id, case_id, pupil_id, institution_id, class_id, grade, kind, year, term, made_on, parents, parents_on,
        midterm_on, result, result_on, transport, meals, lodging, items, account_name, version
        """

    /// The plans of a case, the latest first.
    static func all(of caseID: Int, _ tenant: TenantID, _ connection: Connection) throws -> [SupportPlan] {
        try connection.rows(
            """
            SELECT \(columns) FROM support_plan WHERE tenant_id = \(tenant) AND case_id = \(caseID)
            ORDER BY year DESC, term DESC, kind, id DESC
            """
        )
    }
}

extension SupportPlan: Readable {
    init(row: inout Row) throws {
        func day(_ row: inout Row) throws -> Day? {
            let day: Day = try row.next()
            return day.number == 0 ? nil : day
        }
        id = try row.next()
        caseID = try row.next()
        pupil = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        kind = try row.next()
        year = SchoolYear(try row.next())
        term = try row.next()
        made = try row.next()
        parents = try row.next()
        parentsOn = try day(&row)
        midtermOn = try day(&row)
        result = try row.next()
        resultOn = try day(&row)
        aid = PlanAid(
            transport: try row.next(),
            meals: try row.next(),
            lodging: try row.next(),
            items: try row.next()
        )
        author = try row.next()
        version = try row.next()
    }
}

/// What a plan says in words: answers by name, kept as one sealed text.
enum PlanBody {
    /// Between a name and its answer, and between answers; neither can be typed into a form.
    private static let (inner, outer): (Character, Character) = ("\u{1F}", "\u{1E}")
    /// How many risks a plan may name.
    static let risks = 4

    static func text(_ answers: EditTexts) -> String {
        answers.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0.key)\(inner)\($0.value.filter { $0 != inner && $0 != outer })" }
            .joined(separator: String(outer))
    }

    static func answers(_ text: String) -> EditTexts {
        let parts = text.split(separator: outer).map {
            $0.split(separator: inner, maxSplits: 1, omittingEmptySubsequences: false)
        }
        let pairs = parts.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }
        return Dictionary(pairs) { first, _ in first }
    }
}
