internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Indicators of a programme with baseline, targets and the latest value.
enum IndicatorsReport: Report {
    static let name = "indicators"
    static let title = Text(lv: "Programmas rezultatīvie rādītāji", en: "Indicators of a programme")
    static let purpose = Text(
        lv: "Kas ar programmu jāsasniedz, no kā sākts un kas ir sasniegts?",
        en: "What is a programme to reach, where did it begin, and what has it reached?"
    )
    static let permission = Permission.seePlans
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let asked = try PlanQuestion(question)
        guard !asked.plans.isEmpty else { return PlanQuestion.empty("indicators", head([])) }
        let sections = try asked.sections("indicators", title) { plan in
            try IndicatorTable(asked: asked, plan: plan).section
        }
        let progress = try asked.sections("progress", IndicatorProgress.title) { plan in
            try IndicatorProgress(asked: asked, plan: plan).section
        }
        let histories = try asked.plans.flatMap { plan in
            try plan.indicators.compactMap { try IndicatorHistory(asked, plan, $0).section }
        }
        return ReportDocument(
            finding: finding(asked.plans),
            notes: [reading, measured],
            sections + progress.filter { !$0.rows.isEmpty } + histories
        )
    }

    static func head(_ years: [Int]) -> [ReportColumn] {
        [
            ReportColumn("number", PlanWords.number, .words),
            ReportColumn("indicator", Text(lv: "Rezultatīvais rādītājs", en: "Indicator"), .words),
            ReportColumn("level", PlanWords.level, .words, optional: true),
            ReportColumn("unit", Text(lv: "Mērvienība", en: "Unit"), .words, optional: true),
            ReportColumn("base", Text(lv: "Bāzes vērtība", en: "Baseline")).made(PlanMaking.said),
        ] + years.map { ReportColumn("target_\($0)", Text(same: String($0))).made(PlanMaking.said) } + [
            ReportColumn("value", Text(lv: "Pēdējā vērtība", en: "Latest value")).made(PlanMaking.said),
            ReportColumn("value_year", Text(lv: "Vērtības gads", en: "Its year"), .words),
            ReportColumn("standing", PlanWords.state, .words),
            ReportColumn("source", PlanWords.source, .words, optional: true),
        ]
    }

    private static func finding(_ plans: [Plan]) -> Text? {
        let missing = plans.flatMap(\.indicators).count { $0.base == nil }
        guard missing > 0 else { return nil }
        let all = plans.flatMap(\.indicators).count
        let indicators = Noun(lv: "rādītāja", "rādītājiem", en: "indicator", "indicators").form(all)
        return Text(
            lv: "Bāzes vērtība nav noteikta \(missing) no \(all) \(indicators.lv).",
            en: "The baseline is not set for \(missing) of \(all) \(indicators.en)."
        )
    }

    private static let reading = Text(
        lv: """
            Mērķlielums „+10 % (?)” nozīmē, ka dokumentā nav norādīts, vai tie ir procenti no bāzes vērtības vai procentpunkti; \
            kamēr tas nav noteikts, sasniegumu nevērtē.
            """,
        en: """
            A target “+10% (?)” means that the document does not say whether it is percent of the baseline or percentage \
            points; until it does, nothing is judged.
            """
    )
    private static let measured = Text(
        lv:
            "Vērtība, kuras avots ir Sekmes rādītājs, ir par izvēlēto mācību gadu; visas pašvaldības skaitli redz pārvalde.",
        en:
            "A value that is a measure of Sekme is of the school year chosen; the board sees that of the municipality."
    )
}

/// The table of one programme's indicators.
struct IndicatorTable {
    let asked: PlanQuestion
    let plan: Plan

    private var years: [Int] { Array(Set(plan.targets.map(\.year))).sorted() }

    var section: ReportSection {
        get throws {
            ReportSection(columns: IndicatorsReport.head(years), rows: try plan.indicators.map(row))
        }
    }

    private func row(_ indicator: Indicator) throws -> ReportRow {
        let targets = plan.targets(of: indicator)
        let reading = try IndicatorReading(indicator, of: plan, asked, year: asked.year.calendar)
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        let head: [ReportCell] = [
            .text(indicator.number), .text(name),
            indicator.level == .none ? .blank : .words(indicator.level.words),
            unit(indicator), base(indicator),
        ]
        let aims = years.map { year -> ReportCell in
            targets.first { $0.year == year }.map { cell(indicator, $0) } ?? .blank
        }
        let value: [ReportCell] = [
            reading.latest?.cell ?? .unknown, reading.latest.map { .words($0.year) } ?? .blank,
            standing(reading),
        ]
        let source = reading.latest?.stated(indicator).map { ReportCell.words($0) }
        return ReportRow(head + aims + value + [source ?? .text(indicator.source)])
    }

    private func unit(_ indicator: Indicator) -> ReportCell {
        indicator.noun.isEmpty ? .words(indicator.unit.words) : .text(indicator.noun)
    }

    private func base(_ indicator: Indicator) -> ReportCell {
        if let base = indicator.base { return number(base) }
        guard let due = indicator.baseDue else { return .unknown }
        return .words(
            Text(lv: "jānosaka līdz \(Format(.lv).day(due))", en: "due by \(Format(.en).day(due))")
        )
    }

    private func number(_ hundredths: Int) -> ReportCell {
        let (number, decimals) = Indicator.scaled(hundredths)
        return .number(number, decimals: decimals)
    }

    private func cell(_ indicator: Indicator, _ target: Target) -> ReportCell {
        if target.way == .value, let amount = target.amount { return number(amount) }
        return .words(Text(lv: indicator.words(target, .lv), en: indicator.words(target, .en)))
    }

    private func standing(_ reading: IndicatorReading) -> ReportCell {
        if let words = reading.standingWords { return .words(words) }
        // Of an indicator without a value that was said already.
        return reading.target != nil && reading.latest?.isTold == true ? .unknown : .blank
    }
}
