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
        let face = PageFace(report: answer, language: request.language, choices: choices)
        let crumbs = [PageContent.Crumb(Text(lv: "Atskaites", en: "Reports"), "/reports")]
        return .page(PageContent(answer.title, face.html, crumbs: crumbs, persons: answer.persons))
    }
}

/// One report, as a file.
struct ReportFilePage: Page {
    let method = PageMethod.get
    let path = "/reports/:room/:report/:face"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        guard let face = ReportFace(rawValue: request.parts["face"] ?? "") else { throw Refusal.noSuchPage }
        let answer = try await Asking(desk).answer(ReportRequest(request))
        let name = answer.id.split(separator: "/").joined(separator: "-")
        let file = FileContent(
            name: "\(name)-\(answer.selection.year.start).\(face.rawValue)",
            type: face.mediaType,
            bytes: try answer.bytes(face, section: request.query["section"], language: request.language),
            persons: answer.persons
        )
        return .file(file)
    }
}

extension ReportRequest {
    /// What an address asks for.
    init(_ request: PageRequest) {
        self.init("\(request.parts["room"] ?? "")/\(request.parts["report"] ?? "")")
        year = request.query["year"].flatMap { SchoolYear($0) }
        term = request.query["term"].flatMap { Int($0) }
        institution = ReportRequest.chosen(request.query["institution"])
        classGroup = ReportRequest.chosen(request.query["class"])
        subject = ReportRequest.chosen(request.query["subject"])
    }

    private static func chosen(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }
}
