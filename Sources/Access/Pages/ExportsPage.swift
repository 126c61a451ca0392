internal import Frame
internal import Kernel
internal import Pages
internal import Storage

/// Large exports of persons that wait for the asker's decision.
struct ExportsPage: Page {
    let method = PageMethod.get
    let path = "/exports"
    let permission = Permission.approveExports
    let scope = PageScope.anywhere

    private static let title = Text(lv: "Personas datu eksporti", en: "Exports of persons")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let waiting = try await PersonExports(desk).waiting()
        let names = try await desk.database.data.read { connection in
            try waiting.reduce(into: [AccountID: String]()) { names, export in
                names[export.account] = try Accounts.find(export.account, tenant: desk.tenant, connection)?
                    .name
            }
        }
        let words = AuditWords(desk.house, accounts: [:])
        var table = DataTable(
            id: "exports",
            language,
            caption: ExportsPage.title[language],
            columns: [
                DataTable.Column(Text(lv: "Kas prasa", en: "Asked by")[language]),
                DataTable.Column(PageWords.when[language]),
                DataTable.Column(Text(lv: "Ko", en: "What")[language]),
                DataTable.Column(Text(lv: "Kādam nolūkam", en: "What for")[language], width: .broad),
                DataTable.Column(Text(lv: "Personas", en: "Persons")[language], .number),
                DataTable.Column("", width: .narrow),
            ],
            rows: waiting.map { export in
                DataTable.Row([
                    .words(names[export.account] ?? "–"),
                    .words(Format(language).moment(export.asked)),
                    .words(words.words(export.what)[language], note: export.scope.words[language]),
                    .words(export.reason),
                    .words(Format(language).integer(export.people)),
                    .markup(
                        ExportDecision.form(export, request, isOwn: export.account == desk.asker.account)
                    ),
                ])
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Neviens eksports negaida", en: "No export waits")[language],
            advice: Text(
                lv: "Šeit parādīsies eksporta lūgumi, kuros personu skaits pārsniedz noteikto robežu.",
                en: "An export above the ceiling will appear here."
            )[language]
        )
        return .page(PageContent(ExportsPage.title, "\(PageHead(ExportsPage.title[language]))\(table)"))
    }
}

/// Approves or refuses an export.
struct ExportDecision: Page {
    let method = PageMethod.post
    let path = "/exports/:export"
    let permission = Permission.approveExports
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let approve = request.field("decision") == "approve"
        guard approve || request.field("decision") == "refuse" else { throw Refusal.noSuchPage }
        try await PersonExports(desk).decide(try request.number("export"), approve: approve)
        let notice =
            approve
            ? Text(lv: "Eksports atļauts.", en: "The export is approved.")
            : Text(lv: "Eksports noraidīts.", en: "The export is refused.")
        return .redirect("/exports", notice: notice)
    }

    static func form(_ export: PersonExport, _ request: PageRequest, isOwn: Bool) -> HTML {
        let language = request.language
        guard !isOwn else {
            return Badge(Text(lv: "lemj cits", en: "somebody else decides")[language]).html
        }
        return Form(
            id: "export-\(export.id)",
            language,
            action: "/exports/\(export.id)",
            csrf: request.formToken,
            parts: [],
            buttons: [
                Button(
                    Text(lv: "Atļaut", en: "Approve")[language],
                    .small,
                    field: ("decision", "approve")
                ),
                Button(Text(lv: "Noraidīt", en: "Refuse")[language], .small, field: ("decision", "refuse")),
            ]
        )
        .html
    }
}
