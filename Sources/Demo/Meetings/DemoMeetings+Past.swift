import Access
import Frame
import Kernel
import Meetings

extension DemoMeetings {
    /// Meetings of institutions in the school years before this one, from the one on that the programme's first annual report
    /// tells of: those of the school and those of the board by turns.
    ///
    /// Their minutes name nobody, as none of today's signs was known then.
    func past(
        _ pedagogue: Asker,
        _ coordinator: Asker,
        _ colleague: Asker,
        _ head: Asker
    ) async throws {
        let (first, now) = (plan.reported, SchoolYear(containing: plan.today))
        for year in [first, first.next] where year < now {
            // They have become more since the programme began.
            for (number, day) in DemoMeetings.days(year).dropFirst(year == first ? 1 : 0).enumerated() {
                let isHome = number % 2 == 0
                let leader = isHome ? pedagogue : coordinator
                let id = try await meeting(
                    isHome ? home : nil,
                    true,
                    leader,
                    day,
                    isHome ? [colleague, head] : [pedagogue, head],
                    isHome ? DemoMeetings.besideSchool : DemoMeetings.besideBoard
                )
                try await stage.hold(id, by: leader, on: day)
                try await stage.general(id, by: leader, on: day, DemoMeetings.general)
                try await stage.approve(id, by: leader, on: day + 2)
            }
        }
    }

    /// The days of six meetings of a year.
    private static func days(_ year: SchoolYear) -> [Day] {
        [(0, 10), (0, 11), (0, 12), (1, 2), (1, 3), (1, 5)].map { later, month in
            (Month(year.start + later, month).first + 9).workday
        }
    }

    private static let general = """
        Saskaņota ziņu apmaiņa starp iestādēm un pārrunāts, kas programmā paveikts. Nākamajā sanāksmē – kopīgo pasākumu \
        grafiks.
        """
}
