import Frame
import Kernel
import Pages
import Registry
import Storage

/// Home: the school year, one's own places, and the board's institutions at a glance.
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
    let places: [Place]
    let institutions: [Place]
    let columns: [(measure: Text, unit: MeasureUnit, figures: [Int: Figure])]
    let mayImport: Bool
    let hasReports: Bool

    /// A place that the asker works at.
    struct Place: Sendable {
        let id: Int
        let name: String
        let path: String
    }

    /// Measures that the table of institutions shows, where a room has them.
    private static let shown = ["attainment/mark", "attendance/missed", "attendance/unexcused"]

    static func load(_ desk: Desk, _ connection: Connection) throws -> HomeView {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let year = try DataYears.latest(desk.tenant, desk.house, today: desk.today, connection)
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let seen = try lookup.institutions(reach).map {
            Place(id: $0.id, name: $0.name, path: "/institutions/\($0.id)")
        }
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let classes = names.sorted(.classGroup, reach.classes.map(\.rawValue)).map {
            Place(id: $0, name: names.name(.classGroup, $0).lv, path: "/classes/\($0)")
        }
        return HomeView(
            year: year,
            places: (reach.everything ? [] : seen) + classes,
            institutions: reach.everything ? Array(seen.prefix(60)) : seen,
            columns: try columns(year, reach, desk, lookup, connection),
            mayImport: desk.asker.may(.importData, in: .tenant, on: desk.today),
            hasReports: !reach.isEmpty
        )
    }

    private static func columns(
        _ year: SchoolYear,
        _ reach: Reach,
        _ desk: Desk,
        _ lookup: RegistryLookup,
        _ connection: Connection
    ) throws -> [(measure: Text, unit: MeasureUnit, figures: [Int: Figure])] {
        let selection = Selection(year: year, reach: reach)
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let question = desk.question(selection, names, connection)
        return try shown.compactMap { name in
            guard desk.house.measures.names.contains(name) else { return nil }
            let measure = try desk.house.measures.named(name)
            let figures = try question.figures(name, over: [.institution])
            guard !figures.isEmpty else { return nil }
            let byMember = try figures.reduce(into: [Int: Figure]()) { shown, element in
                shown[element.key[0]] = try desk.house.disclosure.applied(to: element.value, question)
            }
            return (measure.title, measure.unit, byMember)
        }
    }

    func html(_ language: Language) -> HTML {
        let head = PageHead(
            Text(lv: "Mācību gads \(Format(.lv).schoolYear(year))", en: "School year \(year)")[language],
            lede: Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
                .counted(institutions.count)[language]
        )
        return "\(head)\(own(language))\(table(language))\(ways(language))"
    }

    private func own(_ language: Language) -> HTML? {
        guard !places.isEmpty else { return nil }
        let links: [HTML] = places.map { "<li>\(Link($0.name, Address($0.path)))</li>" }
        return Section(
            Text(lv: "Jūsu iestādes un klases", en: "Your institutions and classes")[language],
            "<ul class=\"index\">\(links)</ul>"
        ).html
    }

    private func table(_ language: Language) -> HTML? {
        guard !columns.isEmpty, !institutions.isEmpty else { return nil }
        let heading = Text(lv: "Iestādes", en: "Institutions")[language]
        var table = DataTable(
            id: "institutions",
            language,
            caption: heading,
            columns: [DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language])]
                + columns.map { DataTable.Column($0.measure[language], .number) },
            rows: institutions.map { place in
                DataTable.Row(
                    [.words(place.name)] + columns.map { cell($0.figures[place.id], language) },
                    address: Address(place.path)
                )
            }
        )
        table.hidesCaption = true
        return Section(heading, table.html).html
    }

    private func cell(_ figure: Figure?, _ language: Language) -> DataTable.Cell {
        guard let figure else { return .noData }
        let value = FaceValue(.figure(figure))
        switch value {
        case .unknown: return .noData
        case .hidden: return .suppressed
        default: return .words(value.words(language))
        }
    }

    private func ways(_ language: Language) -> HTML {
        var items: [HTML] = []
        if hasReports {
            items.append(
                "<li>\(Link(Text(lv: "Visas atskaites", en: "All reports")[language], "/reports"))</li>"
            )
        }
        if mayImport {
            items.append(
                "<li>\(Link(Text(lv: "Importēt datus", en: "Import data")[language], "/imports"))</li>"
            )
        }
        return items.isEmpty ? "" : "<ul class=\"index\">\(items)</ul>"
    }
}
