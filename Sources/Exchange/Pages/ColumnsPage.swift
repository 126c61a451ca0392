import Frame
import Kernel
import Pages
import Tabular

/// The second step: which column is which field, with the first values beside it; before it, where the file does not
/// tell, what kind of file it is.
struct ColumnsPage: Page {
    let method = PageMethod.get
    let path = "/imports/columns"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let ticket = try ImportTicket { request.query[$0] ?? "" }
        let look = try await FileLook.open(ticket.request, desk)
        return .page(try await ColumnsPage.content(ticket, look, request, desk))
    }

    /// The page; with answers it shows them again, and what is wrong with them.
    static func content(
        _ ticket: ImportTicket,
        _ look: FileLook,
        _ request: PageRequest,
        _ desk: Desk,
        _ answers: ColumnAnswers? = nil,
        error: String? = nil
    ) async throws -> PageContent {
        let language = request.language
        let isKnown = look.format != nil
        let title =
            isKnown ? Text(lv: "Pārbaudiet kolonnas", en: "Check the columns") : KindForm.title
        let kind = look.format.map { " · \($0.title[language])" } ?? ""
        let encoding = look.encoding.map { " · \($0)" } ?? ""
        let form =
            isKnown
            ? try await ColumnsForm.load(ticket, look, request, desk, answers).form(error)
            : try await KindForm.load(ticket, look, request, desk).form
        let letters = LettersChoice(ticket, look, language)
        let body: HTML = """
            \(ImportPageWords.steps(1, language))\
            \(PageHead(title[language], lede: "\(look.name)\(kind)\(encoding)"))\
            \(letters.question)\(TablePlace(ticket, look, language).bar)\
            \(ColumnsPage.rows(look, language))\(letters.encodings)\(form)
            """
        let isWrong = error != nil || answers?.isGood == false
        var content = PageContent(
            title,
            body,
            crumbs: [ImportPageWords.crumb],
            status: isWrong ? 422 : 200
        )
        content.lines = look.rows.count
        return content
    }

    /// Some of the first rows as they are read, so that wrong letters show before anything is saved.
    private static func rows(_ look: FileLook, _ language: Language) -> HTML? {
        guard !look.rows.isEmpty else { return nil }
        let width = look.rows.map(\.cells.count).max() ?? 0
        let headings = (0..<width).map { column -> String in
            let heading =
                look.guess?.headings.indices.contains(column) == true ? look.guess?.headings[column] : nil
            return heading.flatMap { $0.isEmpty ? nil : $0 } ?? ColumnLetters.of(column + 1)
        }
        var table = DataTable(
            id: "rows",
            language,
            caption: Text(
                lv: "Rindas no faila sākuma, vispirms ar latviešu burtiem",
                en: "Rows from the top of the file, those with Latvian letters first of all"
            )[language],
            columns: [
                DataTable.Column(
                    Text(lv: "Rinda failā", en: "Line of the file")[language],
                    .number,
                    width: .narrow
                )
            ] + headings.map { DataTable.Column($0) },
            rows: look.rows.map { row in
                let line = DataTable.Cell.words(Format(language).integer(row.line))
                return DataTable.Row([line] + (0..<width).map { DataTable.Cell.words(row[$0].text) })
            }
        )
        table.isWide = width > 6
        return table.html
    }
}
