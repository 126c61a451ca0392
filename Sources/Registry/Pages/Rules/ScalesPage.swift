import Frame
import Kernel
import Pages

/// The scales of marks.
struct ScalesPage: Page {
    let method = PageMethod.get
    let path = "/scales"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let scales = try await ScaleEditor(desk).scales()
        var table = DataTable(
            id: "scales",
            language,
            caption: RulesWords.scales[language],
            columns: [
                DataTable.Column(Text(lv: "Skala", en: "Scale")[language]),
                DataTable.Column(Text(lv: "Vērtējumi", en: "Marks")[language], width: .broad),
            ],
            rows: scales.map { scale in
                let marks = scale.values.filter { $0.to == nil }.map(\.text).joined(separator: ", ")
                return DataTable.Row(
                    [.words(scale.words[language]), .words(marks)],
                    address: "/scales/\(scale.code)"
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Skalu vēl nav", en: "There are no scales yet")[language],
            advice: Text(
                lv: "Skalas ieraksta, izveidojot pārvaldi; ja to nav, sazinieties ar sistēmas uzturētāju.",
                en:
                    "Scales are written when the board is made; if there are none, ask whoever runs the system."
            )[language]
        )
        let head = PageHead(RulesWords.scales[language])
        return .page(
            PageContent(RulesWords.scales, "\(head)\(RulesWords.tabs("/scales", language))\(table)")
        )
    }
}

/// One scale with its values.
struct ScalePage: Page {
    let method = PageMethod.get
    let path = "/scales/:scale"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let scale = try await ScaleEditor(desk).scale(request.parts["scale"] ?? "")
        let mayEdit = desk.mayEditRules
        var table = DataTable(
            id: "values",
            language,
            caption: scale.words[language],
            columns: [
                DataTable.Column(Text(lv: "Vērtējums", en: "Mark")[language]),
                DataTable.Column(Text(lv: "Skaitlis", en: "Number")[language], .number),
                DataTable.Column(Text(lv: "Apguves līmenis", en: "Level of attainment")[language], .number),
                DataTable.Column(Text(lv: "Ietilpst vidējā", en: "Takes part in the mean")[language]),
                DataTable.Column(Text(lv: "Lieto", en: "In use")[language]),
            ],
            rows: scale.values.map { row($0, scale, mayEdit, language) }
        )
        table.hidesCaption = true
        let add = ButtonLink(
            Text(lv: "Pievienot vērtējumu", en: "Add a mark")[language],
            "/scales/\(scale.code)/value/new"
        )
        let rename = ButtonLink(
            Text(lv: "Labot nosaukumu", en: "Edit the name")[language],
            "/scales/\(scale.code)/name",
            .second
        )
        let lede = Text(
            lv: "Ievestie vērtējumi saglabā to nozīmi, kāda skalai bija importa laikā.",
            en: "Marks that were imported keep what the scale said at the time of the import."
        )
        let head = PageHead(
            scale.words[language],
            lede: lede[language],
            actions: mayEdit ? [add.html, rename.html] : []
        )
        return .page(
            PageContent(
                scale.words,
                "\(head)\(table)",
                crumbs: [PageContent.Crumb(RulesWords.scales, "/scales")]
            )
        )
    }

    private func row(
        _ value: ScaleRecord.Value,
        _ scale: ScaleRecord,
        _ mayEdit: Bool,
        _ language: Language
    ) -> DataTable.Row {
        let stands = value.value
        let number = stands.hundredths.map { Format(language).decimal($0, 2) }
        let counts = stands.counts ? Text(lv: "jā", en: "yes") : Text(lv: "nē", en: "no")
        let address = ScaleValueRow.address(scale.code, value.text)
        return DataTable.Row(
            [
                .words(value.text), number.map { .words($0) } ?? .notApplicable,
                stands.level > 0 ? .words(String(stands.level)) : .notApplicable, .words(counts[language]),
                .words(RulesWords.period(Day(number: 0), value.to, language)),
            ],
            address: mayEdit ? Address(address) : nil
        )
    }
}
