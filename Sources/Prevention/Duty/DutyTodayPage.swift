internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// Pupils who missed lessons without a known reason on the last day with data.
///
/// Each has a way to note that the parents were contacted, as Cabinet Regulation 89 of 2011 (point 4) wants it within the
/// school day.
struct DutyTodayPage: Page {
    let method = PageMethod.get
    let path = "/absence-duty/today"
    let permission = Permission.readSignals
    let scope = PageScope.anywhere

    static let title = Text(lv: "Nav skolā, iemesls nav zināms", en: "Absent without a known reason")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let chosen = request.query["institution"].flatMap { Int($0) }.map { InstitutionID(rawValue: $0) }
        let data = try await desk.database.data.read { try DutyToday.load(chosen, desk, $0) }
        let view = DutyTodayView(data: data, request: request)
        return .page(
            PageContent(
                DutyTodayPage.title,
                view.html,
                crumbs: [PageContent.Crumb(DutyPage.title, "/absence-duty")],
                persons: data.persons
            )
        )
    }
}
