internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Personal data at a glance: open requests, the record of processing, how long data are kept.
struct PrivacyPage: Page {
    let method = PageMethod.get
    let path = "/privacy"
    let permission = Permission.handlePrivacy
    let scope = PageScope.tenant

    static let title = Text(lv: "Personas dati", en: "Personal data")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await desk.database.data.read { connection in
            let words = PersonWords(desk, connection)
            let requests = try PrivacyRequest.all(desk.tenant, connection)
            let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(
                on: desk.today
            )
            return PrivacyView(
                language: request.language,
                today: desk.today,
                requests: requests.map { ($0, $0.subject.name(words)) },
                sets: DataSet.all(desk.house),
                lists: try CodeLists.load(desk.tenant, connection),
                retention: Retention(rule: rule),
                ended: try EndedKeeping.last(desk.house, desk.tenant, connection)
            )
        }
        var content = PageContent(
            PrivacyPage.title,
            view.html,
            persons: view.requests.flatMap { $0.request.subject.pupils }
        )
        content.staff = view.requests.flatMap { $0.request.subject.staff }
        return .page(content)
    }
}
