internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The team's board: pupils by how far the team is with them.
struct BoardPage: Page {
    let method = PageMethod.get
    let path = "/team"
    let permission = Permission.joinCases
    let scope = PageScope.anywhere

    static let title = Text(lv: "Atbalsta komanda", en: "Support team")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        // As cases are, it is seen by nobody through another's eyes.
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let asked = PupilBoard.Asked(request)
        let board = try await desk.database.data.read { try PupilBoard.load(asked, desk, $0) }
        let view = BoardView(board: board, language: request.language)
        return .page(PageContent(BoardPage.title, view.html, persons: view.persons))
    }
}
