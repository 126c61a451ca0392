/// The 95 % confidence interval of a mean: the mean ± t · s / √n, with n − 1 degrees of freedom.
public struct MeanInterval: Hashable, Sendable {
    /// The lower end, in the unit of the values.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// The interval of a sample by its number, sum and sum of squares; nil of fewer than two values.
    public init?(n: Int, sum: Int, squares: Int) {
        guard n > 1, let t = StudentT.bound95(degrees: Double(n - 1)) else { return nil }
        let count = Double(n)
        // The parts of the variance are whole numbers, so that nothing is lost before the division.
        let (whole, isTooLarge) = squares.multipliedReportingOverflow(by: n)
        let (square, isSquareTooLarge) = sum.multipliedReportingOverflow(by: sum)
        guard !isTooLarge, !isSquareTooLarge else { return nil }
        let variance = Double(max(0, whole - square)) / (count * (count - 1))
        let mean = Double(sum) / count
        let reach = t * (variance / count).squareRoot()
        low = mean - reach
        high = mean + reach
    }
}

extension StudentT {
    /// The value that 95 % of the distribution lie within, on both sides of zero; nil where `degrees` is not above zero.
    public static func bound95(degrees: Double) -> Double? {
        guard degrees > 0 else { return nil }
        var (low, high) = (1.0, 13.0)
        // The bound falls from 12.7 of one degree to 1.96; each halving adds a binary digit.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            guard let tails = twoSided(middle, degrees: degrees) else { return nil }
            if tails > 0.05 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
