internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What pages of a plan read: the case with its key, the plan and its words.
struct PlanContent: Sendable {
    let file: CaseFile
    let key: CaseKey
    let name: String
    let place: Text
    let plan: SupportPlan?
    let body: EditTexts
    /// The version whose words are shown; the latest unless another is asked for.
    let shown: Int
    let versions: [(number: Int, at: Instant, who: String)]
    let measures: [PlanMeasure]
    /// Minutes of consultations logged for the pupil in the plan's term, by subject.
    let logged: [Int: Int]
    let choices: PlanChoices
    let term: (year: SchoolYear, term: Term)

    static func load(
        _ id: Int,
        plan number: Int?,
        version: Int?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PlanContent {
        let (tenant, today) = (desk.tenant, desk.today)
        let (file, key) = try CaseGate(desk, connection).enter(id)
        guard key.opens(.plan) else { throw Refusal.noSuchPage }
        let plan = try number.map { number in
            guard let found = try SupportPlan.find(number, of: id, tenant, connection) else {
                throw Refusal.noSuchPage
            }
            return found
        }
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: today), connection)
        let reader = PlanReader(file: file, key: key, plan: plan, connection: connection)
        let shown = version ?? plan?.version ?? 0
        return PlanContent(
            file: file,
            key: key,
            name: names.name(.pupil, file.pupil.rawValue).lv,
            place: names.name(.institution, file.institution.rawValue),
            plan: plan,
            body: try reader.body(shown),
            shown: shown,
            versions: try reader.versions(),
            measures: try plan.map { try PlanMeasure.all(of: $0.id, tenant, connection) } ?? [],
            logged: try reader.logged(),
            choices: try PlanChoices.load(desk, connection),
            term: try Years.load(tenant, connection).term(on: today)
        )
    }

    func crumbs() -> [PageContent.Crumb] {
        [
            PageContent.Crumb(CasesPage.title, "/cases"),
            PageContent.Crumb(Text(same: name), "/cases/\(file.id)"),
        ]
    }
}

/// Reads the words of a plan with the key to its case.
private struct PlanReader {
    let file: CaseFile
    let key: CaseKey
    let plan: SupportPlan?
    let connection: Connection

    func body(_ number: Int) throws -> EditTexts {
        guard let plan else { return [:] }
        let sealed = try connection.value(
            """
            SELECT body_sealed FROM plan_version
            WHERE tenant_id = \(file.tenant) AND plan_id = \(plan.id) AND number = \(number)
            """,
            [UInt8].self
        )
        guard let sealed else { throw Refusal.noSuchPage }
        let place = SealedPlace.row("plan_version", "body_sealed", file.tenant, plan.id, number)
        let text = try CaseText(sealed, file.tenant, at: place, of: file.id, .plan).opened(key, connection)
        return PlanBody.answers(text ?? "")
    }

    func versions() throws -> [(number: Int, at: Instant, who: String)] {
        guard let plan else { return [] }
        return try connection.rows(
            """
            SELECT number, at, account_name FROM plan_version
            WHERE tenant_id = \(file.tenant) AND plan_id = \(plan.id) ORDER BY number DESC
            """,
            Int.self,
            Int.self,
            String.self
        )
        .map { ($0.0, Instant(milliseconds: $0.1), $0.2) }
    }

    func logged() throws -> [Int: Int] {
        guard let plan else { return [:] }
        let rows = try connection.rows(
            """
            SELECT subject_id, sum(minutes) FROM consultation
            WHERE tenant_id = \(file.tenant) AND pupil_id = \(plan.pupil) AND year = \(plan.year.start)
                AND term = \(plan.term) AND is_undone = 0
            GROUP BY subject_id ORDER BY subject_id
            """,
            Int.self,
            Int.self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }
}
