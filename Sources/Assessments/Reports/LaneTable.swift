internal import Frame
internal import Kernel

/// The tables of state tests over years: side by side, and each year by itself.
struct LaneTable {
    let question: Question
    let years: [YearOfTests]
    let lanes: [TestLane]

    /// A row for each test with its years side by side.
    var section: ReportSection {
        ReportSection(
            columns: [WorkColumns.topic] + years.flatMap(columns)
                + [
                    ReportColumn(
                        "comparability",
                        Text(lv: "Salīdzināmība", en: "Comparability"),
                        .words
                    )
                ],
            rows: lanes.map { lane in
                ReportRow(
                    [.words(lane.topic(question.members))] + zip(years, lane.works).flatMap(cells)
                        + [.words(lane.comparability(years))]
                )
            },
            chart: .lines(columns: years.map { "result_\($0.year.start)" })
        )
    }

    private func columns(_ year: YearOfTests) -> [ReportColumn] {
        let start = year.year.start
        func words(_ text: Text) -> Text {
            let name = Text(
                lv: Format(.lv).schoolYear(year.year),
                en: Format(.en).schoolYear(year.year)
            )
            return name + Text(same: ": ") + text
        }
        return [
            ReportColumn(
                "result_\(start)",
                Text(lv: Format(.lv).schoolYear(year.year), en: Format(.en).schoolYear(year.year))
            ),
            ReportColumn(
                "state_\(start)",
                words(Text(lv: "valstī, %", en: "state, %")),
                optional: true
            )
            .made(WorkMaking.state),
            ReportColumn(
                "difference_\(start)",
                words(Text(lv: "pret valsti", en: "against the state"))
            )
            .made(WorkMaking.difference(result: "result_\(start)", state: "state_\(start)")),
        ]
    }

    private func cells(_ year: YearOfTests, _ work: Work?) -> [ReportCell] {
        guard let work else { return [.unknown, .unknown, .unknown] }
        let mean = year.mean(work)?.hundredths
        let result = year.results[work]
        return [ReportCell(result), ReportCell(tenths: mean), ReportCell(result, above: mean)]
    }

    /// A row for each test of each year, with what it was and how many took it.
    var details: ReportSection {
        let rows = lanes.flatMap { lane in
            zip(years, lane.works).compactMap { year, work in work.map { detail(lane, year, $0) } }
        }
        return ReportSection(
            "years",
            title: Text(lv: "Katrs gads atsevišķi", en: "Each year by itself"),
            columns: [
                WorkColumns.topic, ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words),
                WorkColumns.kind, ReportColumn("takers", Text(lv: "Rezultāti", en: "Results")),
                WorkColumns.result, WorkColumns.state, WorkColumns.difference,
                ReportColumn("threshold", Text(lv: "Slieksnis, %", en: "Threshold, %"), optional: true)
                    .made(WorkMaking.threshold),
                ReportColumn(
                    "source",
                    Text(lv: "Valsts vidējā avots", en: "Source of the state's mean"),
                    .words,
                    optional: true
                ),
            ],
            rows: rows
        )
    }

    private func detail(_ lane: TestLane, _ year: YearOfTests, _ work: Work) -> ReportRow {
        let mean = year.mean(work)
        let result = year.results[work]
        return ReportRow([
            .words(work.topic(question.members)),
            .words(Text(lv: Format(.lv).schoolYear(year.year), en: Format(.en).schoolYear(year.year))),
            .words(work.sort.kind.words), ReportCell(year.takers[work]), ReportCell(result),
            ReportCell(tenths: mean?.hundredths), ReportCell(result, above: mean?.hundredths),
            year.threshold(work).map { .number($0, decimals: 0) } ?? .blank,
            mean.map { .words(Text(same: $0.source)) } ?? .blank,
        ])
    }
}
