/// The 95 % confidence interval of a share by the score of Wilson (1927), which holds for few and for shares of 0 and 1.
public struct ShareInterval: Hashable, Sendable {
    /// The lower end, from 0 to 1.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// The interval of a part of a number; nil where there is nothing to have a part of, or the part is not within it.
    public init?(_ part: Int, of all: Int) {
        guard all > 0, (0...all).contains(part) else { return nil }
        let (z, n) = (Normal.bound95, Double(all))
        let share = Double(part) / n
        let scale = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / scale
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
        low = max(0, centre - reach)
        high = min(1, centre + reach)
    }
}

/// The 95 % confidence interval of the difference of two shares of different people: the hybrid of scores of
/// Newcombe (1998, method 10), which holds for few where the normal one is too narrow.
public struct ShareDifference: Hashable, Sendable {
    /// The lower end, from -1 to 1.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// The interval of the first share less the second, each a part of a number; nil where one of them has no interval.
    public init?(_ first: (part: Int, all: Int), _ second: (part: Int, all: Int)) {
        guard let one = ShareInterval(first.part, of: first.all),
            let other = ShareInterval(second.part, of: second.all)
        else { return nil }
        let share = Double(first.part) / Double(first.all)
        let less = Double(second.part) / Double(second.all)
        func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        low = share - less - reach(share - one.low, other.high - less)
        high = share - less + reach(one.high - share, less - other.low)
    }
}
