internal import Frame
internal import Kernel
internal import Registry

/// One indicator by itself: its baseline, its values over the years, the municipality and the state where they are known,
/// and what it is to reach.
///
/// Its rows are of one unit, so that they make a picture together; the target that its latest value is held to is the line
/// across the bars.
struct IndicatorHistory {
    /// What a row is called and its number: in hundredths of the unit, or a figure that is not shown.
    private struct Line {
        let words: Text
        let hundredths: Int?
        var hidden: Figure?
        var benchmark: Benchmark.Kind?
    }

    private let asked: PlanQuestion
    private let plan: Plan
    private let indicator: Indicator

    /// How many years it looks back, the one asked for included.
    private static let span = 5

    init(_ asked: PlanQuestion, _ plan: Plan, _ indicator: Indicator) {
        self.asked = asked
        self.plan = plan
        self.indicator = indicator
    }

    /// The table with its picture; nil where no value is known, or nothing to hold it against.
    var section: ReportSection? {
        get throws {
            let values = try values
            guard values.contains(where: { $0.hundredths != nil }) else { return nil }
            let base = indicator.base.map { Line(words: IndicatorHistory.base, hundredths: $0) }
            let lines = try [base].compactMap { $0 } + values + wider + targets
            guard lines.count > 1 else { return nil }
            let decimals = decimals(lines)
            return ReportSection(
                "indicator-\(indicator.id)",
                title: title,
                columns: [
                    ReportColumn("what", Text(lv: "Kas", en: "What"), .words),
                    ReportColumn("value", heading).made(making),
                ],
                rows: lines.map { row($0, decimals) },
                chart: .bars(column: "value")
            )
        }
    }

    /// The values: of a measure by school year, typed ones by the year that they were typed of.
    private var values: [Line] {
        get throws {
            guard indicator.origin == .measure else {
                return plan.values(of: indicator).map {
                    Line(words: Text(same: String($0.year)), hundredths: $0.amount)
                }
            }
            let last = asked.year.calendar
            let years = plan.years.filter { $0 <= last && $0 > last - IndicatorHistory.span }
            return try Array(Set(years + [last])).sorted().compactMap { year -> Line? in
                let school = school(year)
                let figure = try IndicatorReading.figure(indicator, of: plan, asked, school)
                let value = IndicatorReading.value(indicator, of: plan, figure, year: year)
                if case .typed(let typed)? = value {
                    return Line(words: Text(same: String(typed.year)), hundredths: typed.amount)
                }
                return figure.flatMap { line(IndicatorHistory.words(school), $0) }
            }
        }
    }

    /// The school year whose figure counts for a calendar year: that of the question, else the one that ends in it.
    private func school(_ year: Int) -> SchoolYear {
        year == asked.year.calendar ? asked.year.school : SchoolYear(year - 1)
    }

    /// Of an institution's indicator the municipality, for those who see all of it, and the state, both of the year asked for.
    private var wider: [Line] {
        get throws {
            let question = asked.question
            guard indicator.origin == .measure, question.measures.has(indicator.measure) else { return [] }
            let owner = plan.programme.institution
            var selection = Selection(year: asked.year.school, reach: question.selection.reach)
            var lines: [Line] = []
            if owner.rawValue != 0, question.selection.reach.everything {
                let figure = try question.shown([question.figure(indicator.measure, in: selection)]).first
                let words = Text(lv: "Pašvaldība, ", en: "Municipality, ")
                lines += [figure.flatMap { line(words + IndicatorHistory.words(asked.year.school), $0) }]
                    .compactMap { $0 }
            }
            if owner.rawValue != 0 { selection.institution = owner }
            let known = try question.benchmarks(of: indicator.measure, in: selection)
            lines += known.filter { $0.kind == .state }.map { one in
                Line(words: one.words, hundredths: one.hundredths, benchmark: .state)
            }
            return lines
        }
    }

    /// The targets that are numbers: from that of the year asked for on, then those before.
    private var targets: [Line] {
        let path = IndicatorPath(indicator, plan.targets(of: indicator))
        let now = asked.year.calendar
        let ordered = path.targets.filter { $0.year >= now } + path.targets.filter { $0.year < now }
        return ordered.compactMap { target in
            path.number(target).map { number in
                Line(
                    words: Text(lv: "Mērķis \(target.year). gadā", en: "Target of \(target.year)"),
                    hundredths: number,
                    benchmark: .target
                )
            }
        }
    }

    /// A figure as a row; nil where nothing is known, or the measure is of another unit.
    private func line(_ words: Text, _ figure: Figure) -> Line? {
        if figure.isHidden { return Line(words: words, hundredths: nil, hidden: figure) }
        let number = IndicatorReading.Value.figure(figure).hundredths(as: indicator.unit)
        return number.map { Line(words: words, hundredths: $0) }
    }

    /// As many decimals as any of the numbers needs: they stand under one another, and are drawn on one axis.
    private func decimals(_ lines: [Line]) -> Int {
        lines.compactMap(\.hundredths).map { Indicator.scaled($0).1 }.max() ?? 0
    }

    private func row(_ line: Line, _ decimals: Int) -> ReportRow {
        let divisor = decimals == 0 ? 100 : decimals == 1 ? 10 : 1
        let cell: ReportCell =
            if let hundredths = line.hundredths {
                .number(hundredths / divisor, decimals: decimals)
            } else {
                line.hidden.map { .figure($0) } ?? .unknown
            }
        var row = ReportRow([.words(line.words), cell])
        row.benchmark = line.benchmark
        return row
    }

    private var title: Text {
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        let code = asked.plans.count == 1 ? "" : " (\(plan.programme.code))"
        return Text(same: "\(indicator.number). \(name)\(code)")
    }

    private var heading: Text {
        let value = Text(lv: "Vērtība", en: "Value")
        if indicator.unit == .percent { return value + Text(same: ", %") }
        return indicator.noun.isEmpty ? value : value + Text(same: ", \(indicator.noun)")
    }

    private var making: NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    Vērtības ir programmas avota: Sekmes rādītājs par mācību gadu vai ievadīta vērtība; bāze un mērķi ir tādi, kādi \
                    noteikti programmā.
                    """,
                en: """
                    Values are from the source that the programme names: a measure of Sekme of a school year, or what was typed; \
                    the baseline and targets are as the programme sets them.
                    """
            ),
            of: [],
            measures: indicator.origin == .measure ? [indicator.measure] : []
        )
    }

    private static let base = Text(lv: "Bāzes vērtība", en: "Baseline")

    private static func words(_ year: SchoolYear) -> Text {
        Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
    }
}
