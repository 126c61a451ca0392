import Frame
import Kernel
import Pages

/// The days of terms, year by year.
struct TermsPage: Page {
    let method = PageMethod.get
    let path = "/terms"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Semestri", en: "Terms")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let terms = try await TermEditor(desk).terms()
        let mayEdit = desk.mayEditRules
        var table = DataTable(
            id: "terms",
            language,
            caption: TermsPage.title[language],
            columns: [
                DataTable.Column(Text(lv: "Semestris", en: "Term")[language]),
                DataTable.Column(Text(lv: "Datumi", en: "Days")[language]),
                DataTable.Column(RulesWords.state[language]),
            ],
            rows: terms.map { term in
                let state =
                    term.version == 0
                    ? Text(lv: "parastie datumi", en: "the usual days")
                    : Text(lv: "pārvaldes noteikti", en: "set by the board")
                return DataTable.Row(
                    [
                        .words(term.title[language]),
                        .words(RulesWords.period(term.days.lowerBound, term.days.upperBound, language)),
                        .words(state[language]),
                    ],
                    address: mayEdit ? Address(TermRow.address(term)) : nil
                )
            }
        )
        table.hidesCaption = true
        let head = PageHead(TermsPage.title[language], lede: TermsPage.lede[language])
        return .page(
            PageContent(TermsPage.title, "\(head)\(RulesWords.tabs("/terms", language))\(table)")
        )
    }

    private static let lede = Text(
        lv:
            "Importētie dati paliek semestrī, kurā tie importēti; pēc datumu maiņas importējiet failu vēlreiz.",
        en: "Data that were imported stay in their term; import the file again after the days have changed."
    )
}

/// The days of one term on a page of their own.
struct TermRow: EditedRow {
    static let path = "/terms/:year/:term"
    static let permission = Permission.administer

    let desk: Desk
    let year: SchoolYear
    let term: Term

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        year = SchoolYear(try request.number("year"))
        guard let term = Term(rawValue: try request.number("term")) else { throw Refusal.noSuchPage }
        self.term = term
    }

    static func address(_ record: TermRecord) -> String {
        "/terms/\(record.year.start)/\(record.term.rawValue)"
    }

    func load() async throws -> EditedState {
        let found = try await TermEditor(desk).terms().first { $0.year == year && $0.term == term }
        guard let record = found else { throw Refusal.noSuchPage }
        return EditedState(
            title: record.title,
            crumbs: [PageContent.Crumb(TermsPage.title, "/terms")],
            address: TermRow.address(record),
            back: "/terms",
            fields: { _ in TermRecord.fields },
            texts: record.texts,
            version: record.version,
            history: try await TermEditor(desk).history(year, term)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await TermEditor(desk).change(year, term, version: version, texts)
        return EditSaved(address: "/terms")
    }

    func restore(change: Int, version: Int) async throws {
        try await TermEditor(desk).restore(year, term, change: change, version: version)
    }
}
