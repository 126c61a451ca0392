import Frame
import Kernel
import Pages
import Storage

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
                DataTable.Column(Text(lv: "Lieto", en: "In use")[language], width: .narrow),
            ],
            rows: scales.map { scale in
                let period = RulesWords.period(scale.period.from, scale.period.to, language)
                return DataTable.Row(
                    [.words(scale.words[language]), .words(marks(scale, language)), .words(period)],
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
        let add = ButtonLink(Text(lv: "Pievienot skalu", en: "Add a scale")[language], "/scales/new")
        let head = PageHead(
            RulesWords.scales[language],
            lede: ScalesPage.lede[language],
            actions: desk.mayEditRules ? [add.html] : []
        )
        return .page(
            PageContent(RulesWords.scales, "\(head)\(RulesWords.tabs("/scales", language))\(table)")
        )
    }

    private static let lede = Text(
        lv:
            "Kurā skalā ir klases vērtējumi, ja fails to nenorāda, nosaka prasība „Vērtējumu skalas pa klasēm”; līmeņus "
            + "10 ballu skalā – „Apguves līmeņu robežas”.",
        en:
            "Which scale a grade's marks are on, where a file does not say it, is set by the rule “Scales of marks by "
            + "grade”; levels of ten points by “Bounds of the levels of attainment”."
    )

    /// The marks of a scale, and the numbers between its bounds where none is a mark of its own.
    private func marks(_ scale: ScaleRecord, _ language: Language) -> String {
        let texts = scale.values.filter { $0.period.to == nil }.map(\.text)
        let format = Format(language)
        guard scale.values.allSatisfy({ $0.value.hundredths == nil }), let lowest = scale.lowest,
            let highest = scale.highest
        else { return texts.joined(separator: ", ") }
        let span = "\(format.decimal(lowest, 2))–\(format.decimal(highest, 2))"
        return ([span] + texts).joined(separator: ", ")
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
        let bands = try await bands(of: scale, desk)
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
            rows: scale.values.map { row($0, scale, bands, mayEdit, language) }
        )
        table.hidesCaption = true
        let add = ButtonLink(
            Text(lv: "Pievienot vērtējumu", en: "Add a mark")[language],
            "/scales/\(scale.code)/value/new"
        )
        let rename = ButtonLink(
            Text(lv: "Labot skalu", en: "Edit the scale")[language],
            "/scales/\(scale.code)/name",
            .second
        )
        let lede = Text(
            lv: "Importētie vērtējumi saglabā to nozīmi, kāda skalai bija importa laikā.",
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

    /// The bounds of levels of this school year; nil for scales whose values have their levels themselves.
    private func bands(of scale: ScaleRecord, _ desk: Desk) async throws -> LevelBands? {
        guard scale.code == MarkScales.ten else { return nil }
        let (tenant, day) = (desk.tenant, SchoolYear(containing: desk.today).last)
        let rules = try await desk.database.data.read { try Regulations.load(tenant, $0) }
        return try rules.parameters(on: day)
    }

    private func row(
        _ value: ScaleRecord.Value,
        _ scale: ScaleRecord,
        _ bands: LevelBands?,
        _ mayEdit: Bool,
        _ language: Language
    ) -> DataTable.Row {
        let stands = value.value
        let number = stands.hundredths.map { Format(language).decimal($0, 2) }
        let counts = ScalePage.counted(stands)
        var level = stands.level
        if let bands, stands.counts, let hundredths = stands.hundredths {
            level = bands.level(hundredths: hundredths)
        }
        let address = ScaleValueRow.address(scale.code, value.text)
        return DataTable.Row(
            [
                .words(value.text), number.map { .words($0) } ?? .notApplicable,
                level > 0 ? .words(String(level)) : .notApplicable, .words(counts[language]),
                .words(RulesWords.period(value.period.from, value.period.to, language)),
            ],
            address: mayEdit ? Address(address) : nil
        )
    }

    /// How a mark counts: in a mean, as a lacking one, as one that is not expected, or nowhere.
    private static func counted(_ value: MarkScale.Value) -> Text {
        switch value.sign {
        case .missing: Text(lv: "nē: vērtējuma vēl nav", en: "no: there is no mark yet")
        case .exempt: Text(lv: "nē: izglītojamais ir atbrīvots", en: "no: the pupil is exempt")
        case .plain: value.counts ? Text(lv: "jā", en: "yes") : Text(lv: "nē", en: "no")
        }
    }
}
