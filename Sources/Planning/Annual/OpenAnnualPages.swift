internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// The way from signing in to the reports that need none.
enum OpenAnnualDoor: OpenDoor {
    static let title = OpenAnnualList.title
    static let path = OpenAnnualList.address

    static func isOpen(_ tenant: TenantID, _ connection: Connection) throws -> Bool {
        try AnnualDesk.hasOpen(tenant, connection)
    }
}

/// The annual reports that were opened to everybody, for whoever asks; no such page while none is.
struct OpenAnnualList: Page {
    let method = PageMethod.get
    let path = OpenAnnualList.address
    let permission = Permission.seePlans
    let scope = PageScope.open

    static let title = Text(lv: "Programmu gada pārskati", en: "Annual reports of programmes")
    static let address = "/public/annual"

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let reports = try await AnnualDesk(desk: desk).allOpen()
        guard !reports.isEmpty else { throw Refusal.noSuchPage }
        var table = DataTable(
            id: "annual",
            language,
            caption: OpenAnnualList.title[language],
            columns: [
                DataTable.Column(Text(lv: "Pārskats", en: "Report")[language]),
                DataTable.Column(Text(lv: "Programma", en: "Programme")[language], width: .broad),
                DataTable.Column(Text(lv: "Publicēts", en: "Published")[language], width: .narrow),
            ],
            rows: reports.map { report, title in
                DataTable.Row(
                    [
                        .words(report.title[language]), .words(title),
                        .words(report.opened.map(Format(language).day) ?? "–"),
                    ],
                    address: Address(report.openAddress)
                )
            }
        )
        table.hidesCaption = true
        return .page(PageContent(OpenAnnualList.title, "\(PageHead(OpenAnnualList.title[language]))\(table)"))
    }
}

/// A report that was opened to everybody.
struct OpenAnnualPage: Page {
    let method = PageMethod.get
    let path = "/public/annual/:report"
    let permission = Permission.seePlans
    let scope = PageScope.open
    let maker: DocumentMaker

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let found = try await AnnualDesk(desk: desk).open(try request.number("report"))
        let (report, paper) = (found.report, AnnualPaper(found, language))
        let files = [DocumentKind.pdf, .docx].filter(maker.has).map { kind in
            ButtonLink(kind.ending.uppercased(), Address(report.openAddress + "/" + kind.ending), .second)
                .html
        }
        let head = PageHead(report.title[language], lede: paper.lede, actions: files)
        let later = found.successor.map { later in
            Notice(
                .attention,
                language,
                Text(lv: "Ir publicēta jaunāka redakcija.", en: "A later edition is published.")[language],
                link: Link(later.title[language], Address(later.openAddress))
            ).html
        }
        return .page(
            PageContent(
                report.title,
                "\(head)\(later)\(paper.html)",
                crumbs: [PageContent.Crumb(OpenAnnualList.title, OpenAnnualList.address)]
            )
        )
    }
}

/// A report that was opened to everybody, as a file.
///
/// What was made once is kept for a while, so that those who ask again cost nothing.
struct OpenAnnualFile: Page {
    let method = PageMethod.get
    let permission = Permission.seePlans
    let scope = PageScope.open
    let kind: DocumentKind
    let maker: DocumentMaker

    var path: String { "/public/annual/:report/\(kind.ending)" }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await AnnualFile.answer(request, kind, by: maker) { try await AnnualDesk(desk: desk).open($0) }
    }
}
