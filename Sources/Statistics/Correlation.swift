/// Correlation of two rows of numbers that belong together by their position.
///
/// Every function gives nil of fewer than four pairs, of rows of different length, of values that are no finite
/// numbers, and where a row has one value only.
public enum Correlation {
    /// How wide the interval of a rank correlation is made.
    public enum Interval: Sendable {
        /// Standard error 1/√(n−3), as for Pearson's coefficient.
        case fisher
        /// Standard error √((1 + ρ²/2)/(n−3)): Bonett and Wright, Psychometrika 65 (2000).
        case bonettWright
    }

    /// Pearson's product-moment correlation, its t test and Fisher's interval.
    ///
    /// t = r √(n−2) / √(1−r²) with n−2 degrees of freedom; interval: Fisher, Metron 1 (1921).
    public static func pearson(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard comparable(x, y), let r = coefficient(x, y) else { return nil }
        return tested(r, n: x.count, error: (1 / Double(x.count - 3)).squareRoot())
    }

    /// Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of their ranks.
    ///
    /// p by the approximation with t, which R uses for samples with ties.
    public static func spearman(
        _ x: [Double],
        _ y: [Double],
        interval: Interval = .bonettWright
    ) -> CorrelationResult? {
        guard comparable(x, y) else { return nil }
        guard let rho = coefficient(Ranks.average(x), Ranks.average(y)) else { return nil }
        let widening = interval == .fisher ? 1 : 1 + rho * rho / 2
        return tested(rho, n: x.count, error: (widening / Double(x.count - 3)).squareRoot())
    }

    /// Pearson's correlation of pairs.
    public static func pearson(_ pairs: [(Double, Double)]) -> CorrelationResult? {
        pearson(pairs.map(\.0), pairs.map(\.1))
    }

    /// Spearman's correlation of pairs.
    public static func spearman(
        _ pairs: [(Double, Double)],
        interval: Interval = .bonettWright
    ) -> CorrelationResult? {
        spearman(pairs.map(\.0), pairs.map(\.1), interval: interval)
    }

    /// Kendall's correlation of pairs.
    public static func kendall(_ pairs: [(Double, Double)]) -> CorrelationResult? {
        kendall(pairs.map(\.0), pairs.map(\.1))
    }

    static func comparable(_ x: [Double], _ y: [Double]) -> Bool {
        x.count == y.count && x.count >= 4 && x.allSatisfy(\.isFinite) && y.allSatisfy(\.isFinite)
    }

    private static func coefficient(_ x: [Double], _ y: [Double]) -> Double? {
        guard let meanX = Moments.mean(x), let meanY = Moments.mean(y) else { return nil }
        var (squaresX, squaresY, products) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            let (left, right) = (a - meanX, b - meanY)
            squaresX += left * left
            squaresY += right * right
            products += left * right
        }
        guard squaresX > 0, squaresY > 0 else { return nil }
        // By the ratio, not by the product: a row correlates with itself by exactly one, and nothing overflows.
        let r = products / squaresX * (squaresX / squaresY).squareRoot()
        return r.isNaN ? nil : max(-1, min(1, r))
    }

    private static func tested(_ r: Double, n: Int, error: Double) -> CorrelationResult? {
        let degrees = Double(n - 2)
        let t = r * degrees.squareRoot() / ((1 - r) * (1 + r)).squareRoot()
        guard let p = StudentT.twoSided(t, degrees: degrees) else { return nil }
        return CorrelationResult(r, error: error, p: p, n: n, statistic: t, degrees: n - 2)
    }
}
