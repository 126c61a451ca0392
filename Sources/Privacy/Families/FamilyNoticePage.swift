internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The notice to families on one sheet, for whoever is signed in to read, print and hand out.
struct FamilyNoticePage: Page {
    let method = PageMethod.get
    let path = "/privacy/families"
    let permission = Permission.ownAccount
    // No person is in it, so everybody who speaks with families may print it.
    let scope = PageScope.own

    static let title = Text(lv: "Paziņojums ģimenēm", en: "Notice to families")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let notice = try await desk.database.data.read { try FamilyNotice.load(desk, $0) }
        // A family may read another language than whoever prints it for them.
        let language = request.query["in"].flatMap { Language(rawValue: $0) } ?? request.language
        let view = FamilyNoticeView(notice: notice, language: language)
        let mayHandle = desk.asker.may(.handlePrivacy, in: .tenant, on: desk.today)
        return .page(
            PageContent(
                FamilyNoticePage.title,
                view.html,
                crumbs: mayHandle ? [PageContent.Crumb(PrivacyPage.title, "/privacy")] : []
            )
        )
    }
}
