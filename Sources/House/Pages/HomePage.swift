import Frame
import Kernel
import Pages
import Registry
import Storage

/// Home: what needs a person, and one's own places at a glance.
struct HomePage: Page {
    let method = PageMethod.get
    let path = "/"
    let permission = Permission.ownAccount
    let scope = PageScope.own

    static let title = Text(lv: "Sākums", en: "Home")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await desk.database.data.read { try HomeView.load(desk, $0) }
        return .page(PageContent(HomePage.title, view.html(request.language)))
    }
}

/// Everything that home shows.
struct HomeView: Sendable {
    let year: SchoolYear
    let institutions: [Place]
    let classes: [Place]
    let figures: HomeFigures
    let lastImport: Instant?
    let mayImport: Bool
    let hasReports: Bool

    /// A place that the asker reaches.
    struct Place: Sendable {
        let id: Int
        let name: String
        let path: String
    }

    /// More institutions than this are a list to search in, not a glance.
    private static let most = 60

    static func load(_ desk: Desk, _ connection: Connection) throws -> HomeView {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let year = try DataYears.latest(desk.tenant, desk.house, today: desk.today, connection)
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let institutions = try lookup.institutions(reach).prefix(most).map {
            Place(id: $0.id, name: $0.name, path: "/institutions/\($0.id)")
        }
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let own = desk.asker.reach(.readPupils, on: desk.today).classes.map(\.rawValue)
        let classes = names.sorted(.classGroup, own).map {
            Place(id: $0, name: names.name(.classGroup, $0).lv, path: "/classes/\($0)")
        }
        return HomeView(
            year: year,
            institutions: institutions,
            classes: classes,
            figures: try HomeFigures.load(year, reach, institutions.map(\.id), desk, connection),
            lastImport: try lastImport(desk.tenant, connection),
            mayImport: desk.asker.may(.importData, in: .tenant, on: desk.today),
            hasReports: !reach.isEmpty
        )
    }

    private static func lastImport(_ tenant: TenantID, _ connection: Connection) throws -> Instant? {
        let milliseconds = try connection.value(
            "SELECT max(applied_at) FROM batch WHERE tenant_id = \(tenant) AND undone_at = 0",
            Int?.self
        )
        return (milliseconds ?? nil).flatMap { $0 > 0 ? Instant(milliseconds: $0) : nil }
    }
}
