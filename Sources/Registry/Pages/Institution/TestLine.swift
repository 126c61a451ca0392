import Frame
import Kernel
import Pages

/// A test with the result here and that of the state's pupils.
struct TestLine: Sendable {
    let words: Text
    let own: Figure
    let state: Figure?

    /// By test; by kind for those who may not see single tests.
    static func load(_ own: Selection, _ figures: PageFigures) throws -> [TestLine] {
        let single = try load(own, .assessment, figures)
        if single.contains(where: { !$0.own.isHidden }) { return single }
        return try load(own, .kind, figures)
    }

    private static func load(
        _ selection: Selection,
        _ dimension: Dimension,
        _ figures: PageFigures
    ) throws -> [TestLine] {
        let own = try figures.line("assessments/beside-state", selection, over: dimension)
        let state = try figures.line("assessments/state-beside", selection, over: dimension)
        return try figures.words("assessments/beside-state", dimension, own.keys).compactMap {
            member,
            words in
            own[member].map { TestLine(words: words, own: $0, state: state[member]) }
        }
    }

    static func table(_ lines: [TestLine], id: String = "tests", _ language: Language) -> DataTable? {
        guard !lines.isEmpty else { return nil }
        var table = DataTable(
            id: id,
            language,
            caption: Text(lv: "Pārbaudes darbi un valsts vidējais", en: "Tests and the state mean")[language],
            columns: [
                DataTable.Column(Text(lv: "Pārbaudes darbs", en: "Test")[language]),
                DataTable.Column(Text(lv: "Kārtoja", en: "Took it")[language], .number),
                DataTable.Column(Text(lv: "Šeit", en: "Here")[language], .number),
                DataTable.Column(Text(lv: "Valstī", en: "State")[language], .number),
                DataTable.Column(Text(lv: "Starpība, p. p.", en: "Difference, p.p.")[language], .number),
            ],
            rows: lines.map { $0.row(language) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.notes = [
            Text(
                lv: "Starpība: rezultāts šeit mīnus tā paša darba rezultāts valstī, procentpunktos.",
                en:
                    "The difference is the result here less that of the same test in the state, in percentage points."
            )[language]
        ]
        return table
    }

    private func row(_ language: Language) -> DataTable.Row {
        let people = own.people.map {
            DataTable.Cell.words(Format(language).integer($0), address: own.making)
        }
        return DataTable.Row([
            .words(words[language]), people ?? (own.isHidden ? .suppressed : .noData),
            .figure(own, language), .figure(state, language), difference(language),
        ])
    }

    /// The difference of the two numbers as they are shown, in percentage points.
    private func difference(_ language: Language) -> DataTable.Cell {
        guard !own.isHidden, let here = own.scaled, let there = state?.scaled else { return .empty }
        let points = here.value - there.value
        let words = Format(language).decimal(points, here.decimals)
        return .words(points > 0 ? "+\(words)" : words, address: own.making)
    }
}
