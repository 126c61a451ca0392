import Foundation

/// A correlation with what is known of its precision.
public struct CorrelationResult: Hashable, Sendable {
    /// The coefficient, −1 to 1.
    public let estimate: Double
    /// The lower end of the 95 % confidence interval.
    public let low: Double
    /// The upper end of the 95 % confidence interval.
    public let high: Double
    /// The probability of a coefficient at least as far from zero if there were no connection.
    public let p: Double
    /// How many pairs it rests on.
    public let n: Int
    /// What `p` comes from: Student's t for Pearson and Spearman, the normal z for Kendall.
    public let statistic: Double
    /// The degrees of freedom of t; nil for z.
    public let degrees: Int?

    /// A coefficient with the interval tanh(artanh r ± 1.96 `error`): Fisher's transformation.
    init(_ estimate: Double, error: Double, p: Double, n: Int, statistic: Double, degrees: Int?) {
        self.estimate = estimate
        self.p = p
        self.n = n
        self.statistic = statistic
        self.degrees = degrees
        let reach = Normal.bound95 * error
        // So few pairs bound nothing; infinity less infinity would be no number.
        low = reach.isFinite ? tanh(atanh(estimate) - reach) : -1
        high = reach.isFinite ? tanh(atanh(estimate) + reach) : 1
    }
}
