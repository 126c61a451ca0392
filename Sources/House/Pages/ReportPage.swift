import Frame
import Kernel
import Pages

/// One report, as a page.
struct ReportPage: Page {
    let method = PageMethod.get
    let path = "/reports/:room/:report"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = ReportRequest(request)
        let (answer, choices) = try await Asking(desk).answerWithChoices(asked)
        var face = PageFace(report: answer, language: request.language, choices: choices)
        face.leaf = TableLeaf(request.query[TableLeaf.name])
        let kept = asked.declared(in: desk.house)
        let keeping = try await KeepingForms.load(kept, answer, request, desk)
        let crumbs = [PageContent.Crumb(ReportsPage.title, "/reports")]
        var content = PageContent(
            answer.title,
            "\(face.html)\(keeping)",
            crumbs: crumbs,
            persons: answer.persons
        )
        content.staff = answer.staff
        return .page(content)
    }
}

extension ReportRequest {
    /// What an address asks for.
    init(_ request: PageRequest) {
        self.init("\(request.parts["room"] ?? "")/\(request.parts["report"] ?? "")")
        for filter in ReportFilter.allCases {
            guard let text = request.query[filter.rawValue], !text.isEmpty else { continue }
            self[filter] = text
        }
    }
}
