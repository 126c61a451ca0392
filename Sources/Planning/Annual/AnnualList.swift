internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The list of a programme's annual reports.
struct AnnualList {
    let view: PlanView
    let reports: [AnnualReport]

    private var language: Language { view.language }

    var html: HTML {
        let head = PageHead(view.plan.programme.title, lede: view.lede)
        return "\(head)\(view.tabs("/annual"))\(table)\(begin)\(PlanSteps(view: view))"
    }

    private var table: HTML {
        var table = DataTable(
            id: "annual",
            language,
            caption: AnnualWords.title[language],
            columns: [
                DataTable.Column(Text(lv: "Pārskats", en: "Report")[language]),
                DataTable.Column(PlanWords.state[language], width: .narrow),
                DataTable.Column(Text(lv: "Skaitļi fiksēti", en: "Figures frozen")[language], width: .narrow),
                DataTable.Column(Text(lv: "Publicēts", en: "Published")[language], width: .narrow),
            ],
            rows: reports.reversed().map { report in
                DataTable.Row(
                    [
                        .words(report.title[language]),
                        .markup(
                            Badge(report.state.words[language], report.state == .published ? .good : .plain)
                                .html
                        ),
                        .words(report.frozen.map(view.format.day) ?? "–"),
                        .words(report.published.map(view.format.day) ?? "–"),
                    ],
                    address: Address(report.address)
                )
            }
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Gada pārskatu vēl nav", en: "There are no annual reports yet")[language],
            advice: view.mayEdit
                ? Text(
                    lv:
                        "Sāciet pārskatu: tabulas un diagrammas Sekme saliek no programmas datiem, tekstus raksta cilvēks.",
                    en:
                        "Begin one: Sekme composes tables and charts from the programme’s data; a person writes the texts."
                )[language]
                : Text(
                    lv: "Kad pārskats būs publicēts, tas būs šeit.",
                    en: "Once one is published, it stands here."
                )[
                    language
                ]
        )
        return Section(AnnualWords.title[language], table.html).html
    }

    /// Years of the programme whose report can be begun: those that have begun and have none that is open.
    private var years: [Int] {
        let open = Set(reports.filter { !$0.state.isFrozen }.map(\.year))
        return view.plan.years.filter { $0 <= view.today.parts.year && !open.contains($0) }.reversed()
    }

    private var begin: HTML? {
        guard view.mayEdit, !years.isEmpty else { return nil }
        let known = Set(reports.map(\.year))
        let options = years.map { year in
            Option(
                String(year),
                known.contains(year)
                    ? Text(lv: "\(year) – jauna redakcija", en: "\(year) – a new edition")[language]
                    : String(year)
            )
        }
        let chosen = years.first { !known.contains($0) && $0 < view.today.parts.year } ?? years.first
        return Form(
            id: "begin",
            language,
            action: Address(view.address + "/annual"),
            csrf: view.request.formToken,
            parts: [
                .field(
                    Field(
                        "year",
                        Text(lv: "Par kuru gadu", en: "Of which year")[language],
                        .select(options, chosen: chosen.map(String.init))
                    )
                )
            ],
            buttons: [Button(Text(lv: "Sākt pārskatu", en: "Begin the report")[language], .second)]
        ).html
    }
}
