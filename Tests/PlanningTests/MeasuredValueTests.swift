import Frame
import Kernel
import Registry
import Testing

@testable import Planning

/// The value of an indicator whose source is a measure, of years that the measure knows and of those that it does not.
struct MeasuredValueTests {
    private static let programme = ActionProgramme(id: 1, institution: InstitutionID(rawValue: 0), code: "P")

    /// A programme whose indicator is a share, with what was typed of 2025.
    private static let plan: Plan = {
        var indicator = Indicator(id: 1, plan: programme, number: "5")
        indicator.origin = .measure
        indicator.measure = "attendance/missed-share"
        var value = IndicatorValue(indicator: 1, year: 2025, amount: 730)
        value.source = "Kopsavilkumi"
        var plan = Plan(programme)
        plan.indicators = [indicator]
        plan.indicatorValues = [value]
        return plan
    }()

    private static func figure(_ tally: Tally?, isHidden: Bool = false) -> Figure {
        Figure(
            measure: "attendance/missed-share",
            unit: .share,
            selection: Selection(year: SchoolYear(2024)),
            tally: tally,
            isHidden: isHidden
        )
    }

    /// The number of a year in hundredths, and whether it was counted; nil where there is no value at all.
    private func read(_ figure: Figure?, year: Int = 2025) -> (number: Int?, isCounted: Bool)? {
        let plan = Self.plan
        let value = IndicatorReading.value(plan.indicators[0], of: plan, figure, year: year)
        return value.map { (number: $0.hundredths(as: .percent), isCounted: $0.isCounted) }
    }

    @Test func `a year that the measure does not know has what was typed with its source`() {
        let typed = read(Self.figure(nil))
        #expect(typed?.number == 730 && typed?.isCounted == false)
        let other = read(Self.figure(nil), year: 2026)
        #expect(other?.number == nil && other?.isCounted == true)
    }

    @Test func `the source of what stands in for a measure is told beside it, and no figure has one`() {
        let indicator = Self.plan.indicators[0]
        func source(_ figure: Figure) -> String? {
            IndicatorReading.value(indicator, of: Self.plan, figure, year: 2025)?.stated(indicator)?.lv
        }
        #expect(source(Self.figure(nil)) == "Kopsavilkumi")
        #expect(source(Self.figure(Tally(63, over: 1000))) == nil)
    }

    @Test func `nothing typed stands in for a figure that is known, hidden or not the reader's to see`() {
        let known = read(Self.figure(Tally(63, over: 1000)))
        #expect(known?.number == 630 && known?.isCounted == true)
        let hidden = read(Self.figure(nil, isHidden: true))
        #expect(hidden?.number == nil && hidden?.isCounted == true)
        #expect(read(nil)?.isCounted == nil)
    }
}
