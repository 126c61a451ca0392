internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The meetings that the reader leads or is asked to.
struct MeetingsPage: Page {
    let method = PageMethod.get
    let path = "/meetings"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Sanāksmes", en: "Meetings")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = MeetingList.Asked(request, desk.today)
        let list = try await desk.database.data.read { try MeetingList.load(asked, desk, $0) }
        return .page(
            PageContent(MeetingsPage.title, MeetingListView(list: list, language: request.language).html)
        )
    }
}
