internal import Frame
internal import Kernel

/// How far the indicators of one programme have come from baseline to target, in per cent of the way.
///
/// Indicators have units of their own, so that their values make no picture together; the way that was gone does.
struct IndicatorProgress {
    let asked: PlanQuestion
    let plan: Plan

    static let title = Text(lv: "Virzība uz mērķi", en: "The way gone to the target")

    /// A row for each indicator whose baseline, target and value are numbers.
    var section: ReportSection {
        get throws {
            ReportSection(
                columns: IndicatorProgress.columns,
                rows: try plan.indicators.compactMap(row),
                chart: .bars(column: "way")
            )
        }
    }

    private static let columns = [
        ReportColumn("indicator", Text(lv: "Rezultatīvais rādītājs", en: "Indicator"), .words),
        ReportColumn("base", Text(lv: "Bāzes vērtība", en: "Baseline")).made(said),
        ReportColumn("target", Text(lv: "Mērķlielums", en: "Target")).made(said),
        ReportColumn("target_year", Text(lv: "Mērķa gads", en: "Year of the target"), .words),
        ReportColumn("value", Text(lv: "Pēdējā vērtība", en: "Latest value")).made(said),
        ReportColumn("way", Text(lv: "Paveikts, %", en: "Way gone, %")).made(
            NumberMaking(
                Text(
                    lv: """
                        Pēdējā vērtība mīnus bāzes vērtība, dalīta ar mērķlielumu mīnus bāzes vērtību, procentos; zem nulles, ja \
                        vērtība attālinājusies no mērķa.
                        """,
                    en: """
                        The latest value less the baseline, over the target less the baseline, in per cent; below zero where the \
                        value has moved away from the target.
                        """
                ),
                of: ["base", "target", "value"]
            )
        ),
    ]

    private static let said = NumberMaking(
        Text(
            lv: "Kā norādīts programmā, ievadīts vai aprēķināts Sekmes rādītājā.",
            en: "As the programme, the value entered or a measure of Sekme says."
        ),
        of: []
    )

    private func row(_ indicator: Indicator) throws -> ReportRow? {
        let reading = try IndicatorReading(indicator, of: plan, asked, year: asked.year.calendar)
        guard let base = indicator.base, let target = reading.target, target.way == .value,
            let aim = target.amount, let value = reading.latest?.hundredths(as: indicator.unit),
            let way = IndicatorProgress.way(from: base, to: aim, at: value)
        else { return nil }
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        return ReportRow([
            .text(name), number(base), number(aim), .text(String(target.year)), number(value),
            .number(way, decimals: 1),
        ])
    }

    /// Tenths of a per cent of the way; nil where the target is where it began.
    static func way(from base: Int, to aim: Int, at value: Int) -> Int? {
        guard aim != base else { return nil }
        let isFall = aim < base
        return Exact.divide(isFall ? base - value : value - base, by: abs(aim - base), decimals: 3)
    }

    private func number(_ hundredths: Int) -> ReportCell {
        let (number, decimals) = Indicator.scaled(hundredths)
        return .number(number, decimals: decimals)
    }
}
