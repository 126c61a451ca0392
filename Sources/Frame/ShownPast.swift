package import Kernel

/// How much of the past a page about a pupil shows: the last year, and all of it for whoever asks (a pupil is more than
/// what was).
///
/// The audit trail tells which of the two was read.
package struct ShownPast: Sendable {
    /// Whether everything was asked for.
    package let isWhole: Bool
    /// The first day that is shown.
    package let since: Day

    /// So many days are shown.
    private static let days = 366
    /// What an address has that asks for everything.
    package static let name = "past"
    /// The value that goes with the name.
    package static let all = "all"
    /// What a record of the trail ends with where everything was read.
    package static let mark = "past"

    /// What is shown on a day.
    package init(isWhole: Bool = false, on today: Day) {
        self.isWhole = isWhole
        since = isWhole ? Day(number: 0) : today - ShownPast.days
    }

    /// What a request asks for on a day.
    package init(_ request: PageRequest, on today: Day) {
        self.init(isWhole: request.query[ShownPast.name] == ShownPast.all, on: today)
    }

    /// What the trail says was read at an address; nil where its own words do.
    package func record(of path: String) -> String? {
        isWhole ? "\(path) \(ShownPast.mark)" : nil
    }
}
