import Frame
import Kernel
import Pages
import Storage

/// One source: what it touches, who owns it, how often it comes, and how its imports went.
struct SourcePage: Page {
    let method = PageMethod.get
    let path = "/imports/sources/:source"
    let permission = Permission.importData
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try ImportScope(desk).requireAny()
        let owner = SourceOwner(request)
        let name = owner.mapping
        let mappings = try await Mappings(desk).list()
        let source = try await ImportHealth.load(desk).source(owner)
        let mapped = source?.format ?? mappings.first { $0.name == name }?.format ?? name
        let format = desk.house.formats.first { $0.name == mapped }
        guard source != nil || format != nil else { throw Refusal.noSuchPage }
        let language = request.language
        let title = source.map { desk.house.title(of: $0) } ?? desk.house.title(ofSource: name, mapped)
        let body: HTML = """
            \(PageHead(title[language], lede: source.map { HealthWords.verdict($0, language) }))\
            \(source.map { readings($0, language) })\
            \(format.map { card($0, mappings.first { $0.name == name }, language) })\
            \(source.map { history($0, language) })
            """
        let crumbs = [ImportPageWords.crumb, PageContent.Crumb(HealthPage.title, "/imports/sources")]
        return .page(PageContent(title, body, crumbs: crumbs))
    }

    private func readings(_ source: SourceHealth, _ language: Language) -> DataTable {
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        var table = DataTable(
            id: "readings",
            language,
            caption: words("Pēdējais imports un ierastais", "The last import and the usual"),
            columns: [
                DataTable.Column(words("Rādītājs", "What"), width: .broad),
                DataTable.Column(words("Pēdējā importā", "Last import"), .number),
                DataTable.Column(words("Parasti", "Usual"), .number),
                DataTable.Column(words("Vērtējums", "Verdict")),
            ],
            rows: source.readings.map { reading in
                DataTable.Row([
                    .words(reading.sign.words[language]),
                    .words(
                        HealthWords.value(reading.value, reading.sign, language),
                        needsAttention: reading.isOut
                    ),
                    .words(HealthWords.usual(reading, language)),
                    .markup(HealthWords.verdict(reading, language).html),
                ])
            }
        )
        table.notes = [
            words(
                "Ierastas ir vērtības, kas no iepriekšējo importu mediānas atšķiras ne vairāk kā par trim izkliedēm; vajadzīgi vismaz pieci importi.",
                "The usual is the median of the imports before, three spreads to either side; it takes five imports."
            )
        ]
        return table
    }

    private func card(
        _ format: any ImportFormat.Type,
        _ mapping: Mapping?,
        _ language: Language
    ) -> Section {
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let card = format.card
        let removes = mapping?.removes ?? false
        let facts: [(name: String, value: HTML)] = [
            (words("Ko maina", "What it changes"), HTML(text: card.touches[language])),
            (words("Izcelsme", "Origin"), HTML(text: card.origin[language])),
            (words("Par datiem atbild", "Who answers for the data"), HTML(text: card.owner[language])),
            (words("Cik bieži", "How often"), HTML(text: card.rhythm[language])),
            (
                words("Kas notiek ar esošajām rindām", "What happens to present rows"),
                HTML(text: card.policy[language])
            ),
            (
                words("Rindas, kuru failā vairs nav", "Rows that the file no longer has"),
                HTML(text: removes ? words("izdzēš", "are removed") : words("paliek", "stay"))
            ),
            (
                words("Jaunas personas un iestādes", "New persons and institutions"),
                HTML(
                    text: mapping?.isMaster == true
                        ? words(
                            "pievieno reģistriem (pamatavots)",
                            "are added to the registers (master source)"
                        )
                        : words(
                            "nepievieno, bet parāda kā neatrastas",
                            "are not added, but told as not found"
                        )
                )
            ),
            (
                words("Lauki", "Fields"),
                HTML(text: format.fields.map { $0.title[language] }.joined(separator: ", "))
            ),
        ]
        return Section(words("Datu plūsmas apraksts", "Data-flow card"), DefinitionList(facts).html)
    }

    private func history(_ source: SourceHealth, _ language: Language) -> DataTable {
        let format = Format(language)
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        return DataTable(
            id: "runs",
            language,
            caption: words("Avota importi", "Imports of the source"),
            columns: [
                DataTable.Column(words("Nr.", "No."), width: .narrow),
                DataTable.Column(words("Saglabāts", "Saved")),
            ] + HealthSign.allCases.map { DataTable.Column($0.words[language], .number) },
            rows: source.runs.map { run in
                DataTable.Row(
                    [.words(String(run.batch.rawValue)), .words(format.moment(run.savedAt))]
                        + HealthSign.allCases.map { sign in
                            .words(sign.value(run).map { HealthWords.value($0, sign, language) } ?? "")
                        },
                    address: "/imports/batches/\(run.batch.rawValue)"
                )
            }
        )
    }
}
