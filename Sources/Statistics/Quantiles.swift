/// Quantiles of a sample.
public enum Quantiles {
    /// The value that a share of the sample lies below, by linear interpolation.
    ///
    /// Type 7 of Hyndman and Fan (The American Statistician 50, 1996), which R and spreadsheets use.
    ///
    /// - Returns: nil of nothing, of values that are no numbers, and for a share outside 0…1.
    public static func quantile(_ values: [Double], _ share: Double) -> Double? {
        guard !values.contains(where: \.isNaN) else { return nil }
        return quantile(sorted: values.sorted(), share)
    }

    /// The same of values that are sorted already, for several shares of one sample.
    public static func quantile(sorted values: [Double], _ share: Double) -> Double? {
        guard share >= 0, share <= 1, let last = values.last else { return nil }
        let position = share * Double(values.count - 1)
        let index = Int(position)
        guard index + 1 < values.count else { return last }
        let fraction = position - Double(index)
        // With no way to go between the neighbours, an infinite one does not spoil the other.
        guard fraction > 0 else { return values[index] }
        return values[index] + fraction * (values[index + 1] - values[index])
    }

    /// The middle value, or the mean of the two in the middle; nil of nothing.
    public static func median(_ values: [Double]) -> Double? { quantile(values, 0.5) }
}
