import Frame
import Kernel
import Pages

/// Lessons missed by month, a small chart for each institution with the municipality's line in every one.
struct BoardMonths: Sendable {
    let months: [Int]
    let byInstitution: [MemberKey: Figure]
    let municipality: [Int: Figure]

    /// More small charts than this are no picture any more.
    private static let most = 32

    static func load(_ selection: Selection, _ figures: PageFigures) throws -> BoardMonths {
        let measure = "attendance/missed-share"
        let all = try figures.vector(measure, selection, over: [.institution, .month])
        let shown = all.filter { !$0.value.isHidden && $0.key[1] > 0 }
        return BoardMonths(
            months: Set(shown.keys.map { $0[1] }).sorted(),
            byInstitution: shown,
            municipality: try shown.isEmpty ? [:] : figures.line(measure, selection, over: .month)
        )
    }

    func html(_ lines: [Board.Line], _ language: Language) -> HTML? {
        let known = lines.filter { line in months.contains { byInstitution[[line.id, $0]] != nil } }
        guard months.count > 1, known.count > 1, known.count <= BoardMonths.most else { return nil }
        let format = Format(language)
        let heading = Text(lv: "Kavēto stundu daļa pa mēnešiem", en: "Share of lessons missed by month")[
            language
        ]
        var head = ChartHead(
            id: "months",
            language,
            title: heading,
            summary: Text(
                lv:
                    "Procenti no reģistrētajām stundām; pelēkā līnija ir pašvaldība kopā, visiem ir viens mērogs.",
                en: "Per cent of lessons recorded; the grey line is the municipality, all have one scale."
            )[language]
        )
        head.hidesTitle = true
        let chart = SmallMultiples(
            head,
            units: Units(decimals: 1, sign: "%"),
            thing: Text(lv: "Iestāde", en: "Institution")[language],
            categories: months.map { format.shortMonth(Month(number: $0)) },
            panels: known.map { line in
                .init(line.name, months.map { byInstitution[[line.id, $0]]?.scaled?.value })
            },
            comparison: municipality.values.contains { $0.scaled != nil }
                ? .init(
                    Text(lv: "Pašvaldība", en: "Municipality")[language],
                    months.map { municipality[$0]?.scaled?.value }
                ) : nil
        )
        return Section(heading, chart.html).html
    }
}
