internal import Frame
internal import Kernel
internal import Statistics

/// By how much a rule is better for one group than for another: precision and sensitivity of the first less those of
/// the second, in percentage points with the interval of 95 %.
struct TrackDifference {
    let first: TrackCount
    let second: TrackCount

    private typealias Share = (part: Int, all: Int)

    /// Six cells; unknown where nobody of a group was flagged, or nobody had the outcome.
    var cells: [ReportCell] {
        let precision = TrackDifference.cells((first.hits, first.flagged), (second.hits, second.flagged))
        let sensitivity = TrackDifference.cells((first.hits, first.outcomes), (second.hits, second.outcomes))
        return precision + sensitivity
    }

    private static func cells(_ first: Share, _ second: Share) -> [ReportCell] {
        let difference = Exact.divide(
            first.part * second.all - second.part * first.all,
            by: first.all * second.all,
            decimals: 3
        )
        guard let difference, let interval = ShareDifference(first, second) else {
            return [.unknown, .unknown, .unknown]
        }
        let ends = [interval.low, interval.high].map { Int(($0 * 1_000).rounded(.toNearestOrAwayFromZero)) }
        return ([difference] + ends).map { .number($0, decimals: 1) }
    }
}
