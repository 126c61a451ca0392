import Frame
import Kernel
import Registry
import Testing

@testable import Demo
@testable import Prevention

/// How old the cases of a demo of three years are, without making one: which sign each is opened from, and when.
struct CaseAgeTests {
    private let plan = BoardPlan(seed: 7, today: BoardPlan.usual.today)
    private let school = InstitutionID(rawValue: 1)

    /// Signs as the demo's board has them: of some pupils at the end of each month with lessons.
    private var signals: [OpenSignals.Dated] {
        var all: [OpenSignals.Dated] = []
        var day = DemoCases.since(plan)
        while day <= plan.today {
            if day == day.month.last, !(6...8).contains(day.month.month) {
                for _ in 0..<4 {
                    all.append(
                        OpenSignals.Dated(
                            signal: all.count + 1,
                            pupil: PupilID(rawValue: all.count + 1),
                            quantity: .absence,
                            institution: school,
                            noted: day,
                            year: SchoolYear(containing: day),
                            isOpen: true
                        )
                    )
                }
            }
            day = day + 1
        }
        return all
    }

    @Test
    func `of three years the oldest cases are a year and a half old, and the youngest of these weeks`()
        throws
    {
        #expect(plan.years == 3 && plan.schoolYears[0].first < DemoCases.since(plan))
        var choice = CaseChoice(signals, today: plan.today)
        var ages: [Int] = []
        for number in 0..<12 {
            let asked = DemoCases.begun(of: number, plan)
            guard let found = choice.next(at: school, near: asked) else { continue }
            ages.append(plan.today.number - found.day.number)
        }
        #expect(ages.count == 12)
        let (oldest, youngest) = (try #require(ages.max()), try #require(ages.min()))
        #expect(oldest >= 540 && oldest < 640, "\(ages)")
        #expect(youngest >= 0 && youngest <= 50, "\(ages)")
    }
}
