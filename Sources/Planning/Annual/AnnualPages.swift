internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The annual reports of a programme and the steps of its years.
struct AnnualListPage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/annual"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanView.load(request, desk, plan: request.number("plan"))
        let plan = view.plan
        let reports = try await desk.database.data.read { try AnnualDesk.reports(of: plan, desk, $0) }
        let list = AnnualList(view: view, reports: reports)
        return .page(
            PageContent(AnnualWords.title, list.html, crumbs: PlanCrumbs.of(plan))
        )
    }
}

/// Begins the report of a year.
struct AnnualBegin: Page {
    let method = PageMethod.post
    let path = "/planning/:plan/annual"
    let permission = Permission.editPlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let year = Int(request.field("year")) ?? 0
        let id = try await AnnualDesk(desk: desk).begin(try request.number("plan"), year: year)
        return .redirect(
            "/planning/annual/\(id)",
            notice: Text(
                lv: "Pārskats sākts; uzrakstiet tā tekstus.",
                en: "The report is begun; write its texts."
            )
        )
    }
}

/// A report: its state and ways for those who edit the programme, and what it says.
struct AnnualPage: Page {
    let method = PageMethod.get
    let path = "/planning/annual/:report"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere
    let maker: DocumentMaker

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let found = try await AnnualDesk(desk: desk).find(try request.number("report"))
        let paper = AnnualPaper(found, request.language)
        let work = AnnualWork(
            found: found,
            request: request,
            today: desk.today,
            mayEdit: PlanEditor(desk).mayEdit(found.plan),
            mayOpen: desk.asker.may(.publishPlans, in: found.plan.programme.scope, on: desk.today),
            maker: maker
        )
        let hints = try await AnnualHints.load(found, desk)?.html(request.language)
        let title = found.report.title
        let head = PageHead(title[request.language], lede: paper.lede, actions: work.files)
        return .page(
            PageContent(
                title,
                "\(head)\(work.html)\(hints)\(paper.html)",
                crumbs: AnnualCrumbs.of(found.plan)
            )
        )
    }
}

/// Moves a report to another state.
struct AnnualAction: Page {
    let method = PageMethod.post
    let path = "/planning/annual/:report/state"
    let permission = Permission.editPlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("report")
        guard let move = AnnualMove(rawValue: request.field("move")) else { throw Refusal.noSuchPage }
        do {
            try await AnnualDesk(desk: desk).move(id, move, version: Int(request.field("version")) ?? 0)
        } catch is Conflict {
            return .redirect(
                "/planning/annual/\(id)",
                notice: Text(
                    lv: "Pārskatu tikko mainīja kāds cits; apskatiet to vēlreiz.",
                    en: "Somebody else has just changed the report; look at it again."
                )
            )
        } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
            // What the report's state does not allow is said on the report, where the way on is.
            return .redirect(
                "/planning/annual/\(id)",
                notice: refusal.message + Text(same: " ") + refusal.advice
            )
        }
        return .redirect(
            "/planning/annual/\(id)",
            notice: move.done
        )
    }
}

/// A report as a file.
struct AnnualFilePage: Page {
    let method = PageMethod.get
    let permission = Permission.seePlans
    let scope = PageScope.anywhere
    let kind: DocumentKind
    let maker: DocumentMaker

    var path: String { "/planning/annual/:report/\(kind.ending)" }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await AnnualFile.answer(request, kind, by: maker) { try await AnnualDesk(desk: desk).find($0) }
    }
}

/// The pages of annual reports, with the programs that make files.
func annualPages(_ maker: DocumentMaker = DocumentMaker()) -> [any Page] {
    [
        AnnualListPage(), AnnualBegin(), AnnualPage(maker: maker), AnnualAction(),
        AnnualFilePage(kind: .pdf, maker: maker), AnnualFilePage(kind: .docx, maker: maker),
        OpenAnnualList(), OpenAnnualPage(maker: maker), OpenAnnualFile(kind: .pdf, maker: maker),
        OpenAnnualFile(kind: .docx, maker: maker),
    ]
}
