import Kernel
import Pages

extension Samples {
    static func head(_ id: String, _ language: Language) -> ChartHead {
        ChartHead(id: id, language, title: attack, summary: attack, source: attack)
    }

    static func lines(_ language: Language, id: String = "lines") -> LineChart {
        LineChart(
            head(id, language),
            units: Units(decimals: 1, sign: "%"),
            categoryName: attack,
            categories: ["a", "b", "c", "d"],
            series: [
                .init(attack, [10, 20, nil, 35], .illness), .init("b", [30, nil, 40, 34], .excused),
                .init("c", [5, 6, 7, nil], .unexcused),
            ]
        )
    }

    static func bars(_ language: Language) -> BarChart {
        BarChart(
            head("bars", language),
            units: Units(decimals: 1),
            names: (attack, "V"),
            bars: [
                .init(attack, .known(52)), .init("b", .suppressed), .init("c", .noData),
                .init("d", .known(-14), .accent, isBold: true),
            ],
            reference: .init(attack, 40)
        )
    }

    private static func table(_ language: Language) -> DataTable {
        DataTable(
            id: "dots-table",
            language,
            caption: attack,
            columns: [.init(attack), .init("N", .number)],
            rows: [.init([.words(attack), "2,0"])]
        )
    }

    static func charts(_ language: Language) -> [(name: String, html: HTML)] {
        let side = Scatter.Side(attack, Units(decimals: 1))
        let levels: [StackedBars.Series] = [.init(attack, .high), .init("b", .insufficient)]
        return [
            ("LineChart", lines(language).html),
            ("BarChart", bars(language).sorted().html),
            (
                "StackedBars",
                StackedBars(
                    head("stacks", language),
                    units: Units(sign: "%"),
                    .share,
                    thing: "T",
                    series: levels,
                    bars: [.init(attack, [40, 60], note: attack), .init("b", nil), .init("c", [0, 0])]
                ).html
            ),
            (
                "Scatter",
                Scatter(
                    head("dots", language),
                    x: side,
                    y: side,
                    dots: [.init(attack, x: 10, y: 20), .init(nil, x: 30, y: 5, .accent)],
                    table: table(language)
                ).html
            ),
            (
                "StackedColumns",
                StackedColumns(
                    head("columns", language),
                    units: Units(decimals: 1, sign: "%"),
                    categoryName: "M",
                    categories: ["a", attack, "c"],
                    parts: [.init(attack, [10, nil, 30], .illness), .init("b", [5, nil, 0], .unexcused)],
                    whole: ("W", [15, nil, 30]),
                    reference: .init(attack, [20, 10, nil])
                ).html
            ),
            (
                "SmallMultiples",
                SmallMultiples(
                    head("panels", language),
                    units: Units(decimals: 1),
                    thing: "T",
                    categories: ["1", "2"],
                    panels: [.init(attack, [60, 62]), .init("b", [nil, nil])],
                    comparison: .init("c", [61, 61], .other),
                    fromZero: false
                ).html
            ),
        ]
    }
}
