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
    let subjects: [Int: Text]
    let lists: CodeLists
    let today: Day
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
            guard
                let found = try SupportPlan.all(of: id, tenant, connection).first(where: { $0.id == number })
            else { throw Refusal.noSuchPage }
            return found
        }
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: today), connection)
        let reader = PlanReader(file: file, key: key, plan: plan, connection: connection)
        let shown = version ?? plan?.version ?? 0
        let subjects = try RegistryLookup(tenant: tenant, connection).subjects()
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
            subjects: Dictionary(subjects.map { ($0.id, Text(same: $0.name)) }) { first, _ in first },
            lists: try CodeLists.load(tenant, connection),
            today: today,
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

/// A plan, ready to be printed and signed.
struct PlanPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanPage.content(request, desk))
    }

    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ returned: ReturnedForm? = nil
    ) async throws -> PageContent {
        let (id, plan) = (try request.number("case"), try request.number("plan"))
        let version = request.query["version"].flatMap { Int($0) }
        let (data, effects) = try await desk.database.data.read { connection in
            let data = try PlanContent.load(id, plan: plan, version: version, desk, connection)
            return (data, try MeasureEffect.load(data.measures, of: data.file, desk, connection))
        }
        guard let shown = data.plan else { throw Refusal.noSuchPage }
        let view = PlanView(data: data, plan: shown, effects: effects, request: request, returned: returned)
        var content = PageContent(
            shown.kind.words,
            view.html,
            crumbs: data.crumbs(),
            persons: [data.file.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "case \(id) plan \(plan)"
        return content
    }
}

/// The form of a new plan.
struct PlanNewPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanForms.content(request, desk, nil, nil))
    }
}

/// The form of a plan that there is.
struct PlanEditPage: Page {
    let method = PageMethod.get
    let path = "/cases/:case/plans/:plan/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await PlanForms.content(request, desk, try request.number("plan"), nil))
    }
}

/// Makes a plan.
struct PlanNewAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/new"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await PlanForms.save(request, desk, nil)
    }
}

/// Keeps a plan.
struct PlanAction: Page {
    let method = PageMethod.post
    let path = "/cases/:case/plans/:plan/edit"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await PlanForms.save(request, desk, try request.number("plan"))
    }
}

/// What the four pages of the form share.
enum PlanForms {
    static func content(
        _ request: PageRequest,
        _ desk: Desk,
        _ plan: Int?,
        _ returned: ReturnedForm?
    ) async throws -> PageContent {
        let id = try request.number("case")
        let data = try await desk.database.data.read {
            try PlanContent.load(id, plan: plan, version: nil, desk, $0)
        }
        guard CaseWork.mayPlan(data.key) else {
            throw data.key.isActive ? Refusal.notYourPlan : Refusal.caseIsOver
        }
        let title =
            plan == nil
            ? Text(lv: "Jauns plāns", en: "A new plan") : Text(lv: "Labot plānu", en: "Edit the plan")
        let new = ["kind": "1", "term": "\(data.term.year.start)/\(data.term.term.rawValue)"]
        let form = PlanForm(
            lists: data.lists,
            request: request,
            address: Address(
                ["/cases/\(id)/plans", plan.map { "\($0)/edit" } ?? "new"].joined(separator: "/")
            ),
            cancel: Address((["/cases/\(id)"] + (plan.map { ["plans/\($0)"] } ?? [])).joined(separator: "/")),
            typed: returned?.typed ?? data.plan?.texts(data.body) ?? new,
            errors: returned?.errors ?? FieldErrors(),
            version: data.plan?.version ?? 0,
            today: desk.today
        )
        let head = PageHead("\(data.name): \(title[request.language])", lede: data.place[request.language])
        var content = PageContent(
            title,
            "\(head)\(form.html)",
            crumbs: data.crumbs(),
            persons: [data.file.pupil],
            status: returned == nil ? 200 : 422
        )
        content.record = "case \(id)"
        return content
    }

    static func save(_ request: PageRequest, _ desk: Desk, _ plan: Int?) async throws -> PageResponse {
        let id = try request.number("case")
        let typed = request.form.compactMapValues(\.last)
        do {
            let lists = try await desk.database.data.read { try CodeLists.load(desk.tenant, $0) }
            let answers = try PlanAnswers(typed, lists, on: desk.today)
            let version = Int(request.field("version")) ?? 0
            let kept = try await CaseWork(desk).keepPlan(plan, of: id, version: version, answers)
            return .redirect(
                "/cases/\(id)/plans/\(kept)",
                notice: Text(lv: "Plāns saglabāts.", en: "The plan was saved.")
            )
        } catch let errors as FieldErrors {
            let returned = ReturnedForm(form: "plan", typed: typed, errors: errors)
            return .page(try await content(request, desk, plan, returned))
        } catch is Conflict {
            return .redirect("/cases/\(id)", notice: .changedByAnother)
        }
    }
}

extension Refusal {
    static let notYourPlan = Refusal(
        .conflict,
        Text(
            lv: "Plānu raksta izglītības iestādes dalībnieki.",
            en: "The plan is written by people of the school."
        ),
        advice: Text(
            lv: "Savu ieteikumu varat pierakstīt kā piezīmi gadījuma lapā.",
            en: "Write what you propose as a note on the page of the case."
        )
    )
}
