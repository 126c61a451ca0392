import Frame
import Kernel
import Pages

/// The institutions at a glance: one calm table, or the numbers of the one that the reader sees.
extension HomeView {
    /// What the glance shows, in this order; kinds of absence are parts of the bar.
    private static let shown = [
        "registry/pupils", "attainment/mark", "attendance/missed", "attendance/over-limit",
    ]
    private static let kinds: [(measure: String, meaning: Meaning)] = [
        ("attendance/illness", .illness), ("attendance/excused", .excused),
        ("attendance/unexcused", .unexcused),
    ]

    private var columns: [HomeFigures.Column] { HomeView.shown.compactMap(figures.column) }

    func counts(_ language: Language) -> HTML? {
        let items = columns.compactMap { column -> Counts.Item? in
            guard let words = column.whole.flatMap({ words($0, language) }) else { return nil }
            var item = Counts.Item(words, heading(column, language))
            item.address = column.whole?.making
            return item
        }
        return items.isEmpty ? nil : Counts(items).html
    }

    func table(_ language: Language) -> HTML? {
        guard !institutions.isEmpty else { return nil }
        let columns = columns
        let title = Text(lv: "Iestādes", en: "Institutions")[language]
        var table = DataTable(
            id: "institutions",
            language,
            caption: title,
            columns: [DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language])]
                + columns.map { column in
                    DataTable.Column(heading(column, language), hasBar(column) ? .bar : .number)
                },
            rows: institutions.map { place in
                DataTable.Row(
                    [.words(place.name)] + columns.map { cell($0, place.id, language) },
                    address: Address(place.path)
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        if columns.contains(where: hasBar) { table.key = key(language) }
        if columns.contains(where: { $0.whole?.tally != nil }) {
            let all = Text(lv: "Kopā", en: "Total")[language]
            table.totals = [
                DataTable.Row([.words(all)] + columns.map { cell($0.whole, language) })
            ]
        }
        return Section(title, table.html).html
    }

    /// The heading tells the year where it is not the one the page speaks of.
    private func heading(_ column: HomeFigures.Column, _ language: Language) -> String {
        let title = column.title[language]
        return column.year == year ? title : "\(title), \(Format(language).schoolYear(column.year))"
    }

    private func hasBar(_ column: HomeFigures.Column) -> Bool {
        column.measure == "attendance/missed" && HomeView.kinds.contains { figures.column($0.measure) != nil }
    }

    private func cell(
        _ column: HomeFigures.Column,
        _ institution: Int,
        _ language: Language
    ) -> DataTable.Cell {
        var cell = cell(column.byInstitution[institution], language)
        if hasBar(column) { cell.picture = bar(column, institution) }
        return cell
    }

    private func cell(_ figure: Figure?, _ language: Language) -> DataTable.Cell {
        if figure?.isHidden == true { return .suppressed }
        return figure.flatMap { figure in
            words(figure, language).map { .words($0, address: figure.making) }
        } ?? .noData
    }

    private func words(_ figure: Figure, _ language: Language) -> String? {
        switch FaceValue(.figure(figure)) {
        case .number: FaceValue(.figure(figure)).words(language)
        default: nil
        }
    }

    /// The kinds of absence of one institution, on one scale for all; none where a part of it is hidden.
    private func bar(_ column: HomeFigures.Column, _ institution: Int) -> DataTable.Picture? {
        let most = column.byInstitution.values.compactMap { $0.tally?.numerator }.max() ?? 0
        let parts = HomeView.kinds.compactMap { kind -> (value: Int, meaning: Meaning)? in
            guard let figure = figures.column(kind.measure)?.byInstitution[institution], !figure.isHidden
            else { return nil }
            return (figure.tally?.numerator ?? 0, kind.meaning)
        }
        guard parts.count == HomeView.kinds.count, most > 0 else { return nil }
        return .bar(parts, full: most, width: 160)
    }

    private func key(_ language: Language) -> [Key.Item] {
        [
            Key.Item(.illness, Text(lv: "slimības dēļ", en: "illness")[language]),
            Key.Item(.excused, Text(lv: "cits attaisnojošs iemesls", en: "another excuse")[language]),
            Key.Item(.unexcused, Text(lv: "neattaisnoti", en: "without excuse")[language]),
        ]
    }
}
