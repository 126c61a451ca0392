internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// An individual plan of a term, without what it says in words.
struct SupportPlan: Sendable {
    let id: Int
    let caseID: Int
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    let grade: Int
    let kind: PlanKind
    /// For which group it is made; only plans of the education programme say it.
    var ground = PlanGround.notSaid
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
        midterm_on, result, result_on, transport, meals, lodging, items, account_name, version, ground
        """

    /// A plan of a case by its number.
    static func find(
        _ id: Int,
        of caseID: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> SupportPlan? {
        try connection.first(
            """
            SELECT \(columns) FROM support_plan
            WHERE tenant_id = \(tenant) AND case_id = \(caseID) AND id = \(id)
            """,
            as: SupportPlan.self
        )
    }

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
        ground = try row.next()
    }
}

/// What a plan says in words: answers by name, kept as one sealed text.
enum PlanBody {
    /// Between a name and its answer, and between answers; neither can be typed into a form.
    private static let (inner, outer): (Character, Character) = ("\u{1F}", "\u{1E}")
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

    /// A day among the answers; nil where there is none.
    static func day(_ text: String?) -> Day? { text.flatMap { try? Parse.day($0) } }
}
