import Frame
import Kernel
import Pages
import Storage

/// A saved view: the report as it is narrowed, under the name that was given.
struct ViewPage: Page {
    let method = PageMethod.get
    let path = "/views/:view"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("view")
        let view = try await desk.database.data.read {
            try SavedViews(desk: desk, connection: $0).find(id)
        }
        let (answer, choices) = try await Asking(desk).answerWithChoices(view.request)
        let language = request.language
        let face = PageFace(report: answer, language: language, choices: choices)
        let edit = Link(
            Text(lv: "Pārdēvēt vai noņemt", en: "Rename or remove")[language],
            "/views/\(id)/edit"
        )
        let keeping: HTML? = view.isKept(by: desk) ? " · \(edit)" : nil
        let words = Text(lv: "Saglabātais skats", en: "Saved view")
        let line: HTML = """
            <p class="quiet">\(words, language): <strong>\(view.name.text, language)</strong>\
            <span class="screen-only">\(keeping)</span></p>
            """
        let crumbs = [
            PageContent.Crumb(ReportsPage.title, "/reports"),
            PageContent.Crumb(answer.title, view.request.address.text),
        ]
        var content = PageContent(
            view.name.text,
            "\(line)\(face.html)",
            crumbs: crumbs,
            persons: answer.persons
        )
        content.staff = answer.staff
        return .page(content)
    }
}
