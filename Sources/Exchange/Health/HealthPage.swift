import Frame
import Kernel
import Pages
import Storage

/// The sources that the reader may import from: how the last import of each compares with those before it.
struct HealthPage: Page {
    let method = PageMethod.get
    let path = "/imports/sources"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    static let title = Text(lv: "Datu avoti", en: "Sources of data")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try ImportScope(desk).requireAny()
        let health = try await ImportHealth.load(desk)
        let language = request.language
        let head = PageHead(
            HealthPage.title[language],
            lede: Text(
                lv: """
                    Katra avota pēdējais imports salīdzināts ar tā paša avota un tās pašas iestādes iepriekšējiem \
                    importiem. Viss neierastais jāapskata, pirms datus lieto.
                    """,
                en: """
                    The last import of each source is compared with those of the same source and institution before it. \
                    What is out of the usual should be looked at before the data are used.
                    """
            )[language]
        )
        let body: HTML = "\(head)\(imported(health, desk, language))\(others(health, desk, language))"
        return .page(PageContent(HealthPage.title, body, crumbs: [ImportPageWords.crumb]))
    }

    private func imported(_ health: ImportHealth, _ desk: Desk, _ language: Language) -> DataTable {
        let format = Format(language)
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var table = DataTable(
            id: "sources",
            language,
            caption: words("Importētie avoti", "Sources imported from"),
            columns: [
                DataTable.Column(words("Avots", "Source"), width: .broad),
                DataTable.Column(words("Stāvoklis", "State")),
                DataTable.Column(words("Pēdējais imports", "Last import")),
            ] + HealthSign.allCases.map { DataTable.Column($0.words[language], .number) },
            rows: health.sources.map { source in
                DataTable.Row(
                    [
                        .words(
                            desk.house.title(ofSource: source.owner.mapping, source.format)[language],
                            note: source.place?[language]
                        ),
                        .markup(HealthWords.state(source, language).html),
                        .words(source.runs.first.map { format.moment($0.savedAt) } ?? ""),
                    ] + HealthSign.allCases.map { HealthWords.last($0, source, language) },
                    address: source.owner.address
                )
            }
        )
        table.empty = EmptyState(
            words("Importu vēl nav", "There are no imports yet"),
            advice: words("Sāciet ar iestāžu sarakstu.", "Begin with the list of institutions."),
            link: Link(words("Importēt failu", "Import a file"), "/imports/new")
        )
        return table
    }

    /// Formats that nothing came from yet, with the way to their cards.
    private func others(_ health: ImportHealth, _ desk: Desk, _ language: Language) -> HTML? {
        let known = Set(health.sources.map(\.format))
        let rest = desk.house.formats.filter { !known.contains($0.name) }
        guard !rest.isEmpty else { return nil }
        let items: [HTML] = rest.map { format in
            "<li>\(Link(format.title[language], "/imports/sources/\(format.name)"))</li>"
        }
        let heading = Text(lv: "Vēl nav importēti", en: "Not imported from yet")[language]
        return Section(heading, "<ul class=\"index tight\">\(items)</ul>").html
    }
}
