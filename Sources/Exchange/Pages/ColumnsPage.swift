import Frame
import Kernel
import Pages
import Tabular

/// The second step: which column is which field, with the first values beside it.
struct ColumnsPage: Page {
    let method = PageMethod.get
    let path = "/imports/columns"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let ticket = try ImportTicket { request.query[$0] ?? "" }
        let look = try await FileLook.open(ticket.request, desk)
        return .page(ColumnsPage.content(ticket, look, request, desk, error: nil))
    }

    static func content(
        _ ticket: ImportTicket,
        _ look: FileLook,
        _ request: PageRequest,
        _ desk: Desk,
        error: String?
    ) -> PageContent {
        let language = request.language
        let title = Text(lv: "Pārbaudiet kolonnas", en: "Check the columns")
        let kind = look.format.map { " · \($0.title[language])" } ?? ""
        let encoding = look.encoding.map { " · \($0)" } ?? ""
        var form = Form(
            id: "columns",
            language,
            action: "/imports/columns",
            csrf: request.formToken,
            parts: ticket.values.filter { look.format != nil || $0.name != "format" }
                .map { .hidden(name: $0.name, value: $0.value) } + fields(look, request)
                + saving(look, request, desk),
            buttons: [
                Button(Text(lv: "Nolasīt un parādīt izmaiņas", en: "Read and show the changes")[language])
            ],
            cancel: "/imports"
        )
        form.isPaired = look.format != nil
        form.errors = error.map { [$0] } ?? look.question.map { [$0.inWords(language)] } ?? []
        let body: HTML = """
            \(ImportPageWords.steps(1, language))\
            \(PageHead(title[language], lede: "\(look.name)\(kind)\(encoding)"))\
            \(LettersChoice(ticket, look, language).question)\
            \(ColumnsPage.rows(look, language))\(LettersChoice(ticket, look, language).encodings)\(form)
            """
        var content = PageContent(
            title,
            body,
            crumbs: [ImportPageWords.crumb],
            status: error == nil ? 200 : 422
        )
        content.lines = look.rows.count
        return content
    }

    private static func fields(_ look: FileLook, _ request: PageRequest) -> [Form.Part] {
        let language = request.language
        guard look.format != nil else {
            let options = look.candidates.map { Option($0.format.name, $0.format.title[language]) }
            let label = Text(lv: "Faila veids", en: "Kind of file")[language]
            return [.field(Field("format", label, .radios(options, chosen: nil)))]
        }
        guard let guess = look.guess else { return [] }
        let none = Option("", Text(lv: "Failā nav", en: "Not in the file")[language])
        let options = guess.headings.enumerated().filter { !$0.element.isEmpty }
            .map { Option("#\($0.offset + 1)", $0.element) }
        return guess.fields.map { field in
            let sent = request.field("column-\(field.code)")
            let chosen = sent.isEmpty ? field.column.map { "#\($0 + 1)" } ?? "" : sent
            return .field(
                Field(
                    "column-\(field.code)",
                    field.title[language],
                    .select([none] + options, chosen: chosen),
                    hint: hint(field, language),
                    isOptional: !field.isRequired || !field.constant.isEmpty,
                    width: .long
                )
            )
        }
    }

    /// Asks for a name under which the choice is kept.
    private static func saving(_ look: FileLook, _ request: PageRequest, _ desk: Desk) -> [Form.Part] {
        let language = request.language
        guard look.guess != nil, SavedColumns(desk: desk).isOpen else { return [] }
        return [
            .field(
                Field(
                    "save-as",
                    Text(lv: "Saglabāt šo izvēli ar nosaukumu", en: "Save this choice under a name")[
                        language
                    ],
                    .text(value: request.field("save-as")),
                    hint: Text(
                        lv: "Nākamajam šādam failam to izvēlēsieties pirmajā solī.",
                        en: "For the next such file you choose it in the first step."
                    )[language],
                    isOptional: true
                )
            )
        ]
    }

    private static func hint(_ field: MappingGuess.FieldGuess, _ language: Language) -> String? {
        if field.column == nil, !field.constant.isEmpty {
            return Text(lv: "Visām rindām: \(field.constant)", en: "For all lines: \(field.constant)")[
                language
            ]
        }
        guard !field.samples.isEmpty else { return nil }
        let values = field.samples.joined(separator: " · ")
        let doubt =
            field.confidence < 100
            ? Text(
                lv: " – minēts pēc virsraksta, pārbaudiet",
                en: " – guessed from the heading, please check"
            )
            : Text(same: "")
        return values + doubt[language]
    }

    /// The first rows as they are read, so that wrong letters show before anything is saved.
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
            caption: Text(lv: "Pirmās rindas failā", en: "The first rows of the file")[language],
            columns: headings.map { DataTable.Column($0) },
            rows: look.rows.map { row in
                DataTable.Row((0..<width).map { .words(row[$0].text) })
            }
        )
        table.isWide = width > 6
        return table.html
    }
}

/// Begins the reading, as a job that goes on when the page is closed.
struct ColumnsAction: Page {
    let method = PageMethod.post
    let path = "/imports/columns"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let ticket = try ImportTicket { request.field($0) }
        let look = try await FileLook.open(ticket.request, desk)
        guard let format = look.format else {
            return .page(ColumnsPage.content(ticket, look, request, desk, error: nil))
        }
        if look.spoiled != nil {
            let words = LettersChoice.undecided[request.language]
            return .page(ColumnsPage.content(ticket, look, request, desk, error: words))
        }
        var order = ticket.request
        order.format = format.name
        for field in look.guess?.fields ?? [] {
            order.columns[field.code] = request.field("column-\(field.code)")
        }
        let chosen = order.columns.values.filter { !$0.isEmpty }
        if chosen.count != Set(chosen).count {
            return .page(
                ColumnsPage.content(ticket, look, request, desk, error: ColumnsAction.twice[request.language])
            )
        }
        let lacking = (look.guess?.fields ?? []).filter { field in
            field.isRequired && field.constant.isEmpty && order.columns[field.code, default: ""].isEmpty
        }
        if let first = lacking.first {
            let words = Text(
                lv: "Norādiet, kurā kolonnā ir „\(first.title.lv)”.",
                en: "Say which column is “\(first.title.en)”."
            )
            return .page(ColumnsPage.content(ticket, look, request, desk, error: words[request.language]))
        }
        let name = request.field("save-as")
        if look.guess != nil, !name.allSatisfy(\.isWhitespace) {
            do {
                order.mapping = try await SavedColumns(desk: desk).save(name, look, order.columns)
            } catch let refusal as Refusal where refusal.kind == .invalid {
                let words = refusal.inWords(request.language)
                return .page(ColumnsPage.content(ticket, look, request, desk, error: words))
            }
        }
        let job = try await JobQueue(desk).stage(order)
        return .redirect("/imports/jobs/\(job)")
    }

    private static let twice = Text(
        lv: "Viena kolonna izvēlēta vairākiem laukiem. Katram laukam vajag savu.",
        en: "One column is chosen for several fields. Each field needs its own."
    )
}
