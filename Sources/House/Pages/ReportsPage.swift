import Frame
import Kernel
import Pages
import Storage

/// All reports that the asker may read, by room, each with the question it answers.
struct ReportsPage: Page {
    let method = PageMethod.get
    let path = "/reports"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Atskaites", en: "Reports")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let saved = try await desk.database.data.read { try SavedList.load(desk, $0) }
        let sections: [HTML] = desk.house.rooms.compactMap { room in
            let reports = room.reports.filter { report in
                !desk.asker.reach(report.permission, on: desk.today).isEmpty
            }
            guard !reports.isEmpty else { return nil }
            let items: [HTML] = reports.map { report in
                """
                <li><a href="\(Address("/reports/\(room.name)/\(report.name)"))">\(report.title, language)</a>\
                <p>\(report.purpose, language)</p></li>
                """
            }
            return Section(room.title[language], "<ul class=\"index\">\(items)</ul>").html
        }
        let head = PageHead(
            ReportsPage.title[language],
            lede: Text(
                lv: "Katru atskaiti var skatīt, izdrukāt un saglabāt kā Excel, CSV vai JSON failu.",
                en: "Each report can be read, printed, and saved as an Excel, CSV or JSON file."
            )[language]
        )
        return .page(PageContent(ReportsPage.title, "\(head)\(saved.html(request))\(sections)"))
    }
}
