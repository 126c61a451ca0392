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

    /// The interval of a sample by its values; nil of fewer than two.
    public init?(_ values: [Double]) {
        guard let mean = Moments.mean(values), let sd = Moments.sd(values),
            let t = StudentT.bound95(degrees: Double(values.count - 1))
        else { return nil }
        let reach = t * sd / Double(values.count).squareRoot()
        low = mean - reach
        high = mean + reach
    }
}
