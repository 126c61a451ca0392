import Access
import Exchange
import Frame
import Kernel
import Pages
import Tabular

/// A small file of every kind that can be imported, to look at and to fill in.
struct SamplesPage: Page {
    let method = PageMethod.get
    let path = "/imports/samples"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    static let title = Text(lv: "Paraugu faili", en: "Sample files")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let lede = Text(
            lv: """
                Katra veida fails ar izdomātām iestādēm un personām. Faili ir tādā secībā, kādā tos var importēt \
                vienu pēc otra.
                """,
            en: """
                A file of each kind with invented institutions and persons. They stand in the order in which they can \
                be imported one after the other.
                """
        )
        let rows = FormatSample.all.map { row($0, desk, language) }
        let table = DataTable(
            id: "samples",
            language,
            caption: SamplesPage.title[language],
            columns: [
                DataTable.Column(Text(lv: "Faila veids", en: "Kind of file")[language], width: .broad),
                DataTable.Column(Text(lv: "Lejupielādēt", en: "Download")[language]),
                DataTable.Column(Text(lv: "Kas jānorāda, importējot", en: "What to say with it")[language]),
            ],
            rows: rows
        )
        let crumb = PageContent.Crumb(Text(lv: "Imports", en: "Import"), "/imports")
        let body: HTML = "\(PageHead(SamplesPage.title[language], lede: lede[language]))\(table)"
        return .page(PageContent(SamplesPage.title, body, crumbs: [crumb]))
    }

    private func row(_ sample: FormatSample, _ desk: Desk, _ language: Language) -> DataTable.Row {
        let title = desk.house.formats.first { $0.name == sample.format }?.title ?? Text(same: sample.format)
        let links: [HTML] = sample.kinds.map { kind in
            Link(kind.rawValue.uppercased(), "/imports/samples/\(sample.format)/\(kind.rawValue)").html
        }
        let joined: HTML = links.dropFirst().reduce(links[0]) { "\($0) \($1)" }
        return DataTable.Row([.words(title[language]), .markup(joined), .words(sample.options)])
    }
}

/// One sample as a file.
struct SampleFile: Page {
    let method = PageMethod.get
    let path = "/imports/samples/:format/:kind"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let name = request.parts["format"] ?? ""
        guard let kind = TableFormat(rawValue: request.parts["kind"] ?? ""),
            FormatSample.all.contains(where: { $0.format == name && $0.kinds.contains(kind) })
        else { throw Refusal.noSuchPage }
        let bytes = try FormatBook(desk.house, request.language).sample(name, kind)
        return .file(
            FileContent(name: "\(name).\(kind.rawValue)", type: SampleFile.type(kind), bytes: bytes)
        )
    }

    private static func type(_ kind: TableFormat) -> String {
        switch kind {
        case .csv: "text/csv"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        }
    }
}
