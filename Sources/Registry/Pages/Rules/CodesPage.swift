import Frame
import Kernel
import Pages

/// The code lists of the tenant.
struct CodesPage: Page {
    let method = PageMethod.get
    let path = "/codes"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let counts = try await CodeEditor(desk).counts(on: desk.today)
        var table = DataTable(
            id: "codes",
            language,
            caption: RulesWords.codes[language],
            columns: [
                DataTable.Column(Text(lv: "Klasifikators", en: "Code list")[language]),
                DataTable.Column(Text(lv: "Vērtības", en: "Values")[language], .number),
            ],
            rows: counts.map { list, count in
                DataTable.Row(
                    [.words(list.title[language]), .words(Format(language).integer(count))],
                    address: "/codes/\(list.name)"
                )
            }
        )
        table.hidesCaption = true
        let head = PageHead(RulesWords.codes[language])
        return .page(
            PageContent(RulesWords.codes, "\(head)\(RulesWords.tabs("/codes", language))\(table)")
        )
    }
}

/// The values of one code list.
struct CodeListPage: Page {
    let method = PageMethod.get
    let path = "/codes/:list"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let kind = try CodeListKind.named(request.parts["list"] ?? "")
        let items = try await CodeEditor(desk).items(kind.name)
        let mayEdit = desk.mayEditRules
        var table = DataTable(
            id: "items",
            language,
            caption: kind.title[language],
            columns: CodeListPage.columns(kind, language),
            rows: items.map { record in
                DataTable.Row(
                    CodeListPage.cells(record, kind, on: desk.today, language),
                    address: mayEdit ? "/codes/\(kind.name)/\(record.item.code)" : nil
                )
            }
        )
        table.hidesCaption = true
        let add = ButtonLink(Text(lv: "Pievienot", en: "Add")[language], "/codes/\(kind.name)/new")
        let head = PageHead(
            kind.title[language],
            lede: kind.isOpen ? nil : Refusal.closedList(kind).advice[language],
            actions: mayEdit && kind.isOpen ? [add.html] : []
        )
        return .page(
            PageContent(
                kind.title,
                "\(head)\(table)",
                crumbs: [PageContent.Crumb(RulesWords.codes, "/codes")]
            )
        )
    }

    private static func columns(_ kind: CodeListKind, _ language: Language) -> [DataTable.Column] {
        var columns = [
            DataTable.Column(RulesWords.name[language]),
            DataTable.Column(Text(lv: "Angliski", en: "In Latvian")[language], isOptional: true),
            DataTable.Column(RulesWords.code[language], width: .narrow),
        ]
        if kind.hasKinds { columns.append(DataTable.Column(CodeListKind.kindField.label[language])) }
        columns.append(DataTable.Column(Text(lv: "Lieto", en: "In use")[language]))
        columns.append(DataTable.Column(RulesWords.state[language], width: .narrow))
        return columns
    }

    private static func cells(
        _ record: CodeRecord,
        _ kind: CodeListKind,
        on day: Day,
        _ language: Language
    ) -> [DataTable.Cell] {
        let item = record.item
        var cells: [DataTable.Cell] = [
            .words(item.words[language]), .words(item.words[language == .lv ? .en : .lv]), .words(item.code),
        ]
        if kind.hasKinds { cells.append(.words(record.countsAs?[language] ?? "")) }
        cells.append(.words(RulesWords.period(item.from, item.to, language)))
        cells.append(.markup(RulesWords.badge(item.from, item.to, day, language).html))
        return cells
    }
}
