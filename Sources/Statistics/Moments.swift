/// Mean and standard deviation.
public enum Moments {
    /// The mean; nil of nothing.
    public static func mean(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let count = Double(values.count)
        let rough = values.reduce(0, +) / count
        // The second pass takes off what the rounding of a long sum left.
        let rest = values.reduce(0) { $0 + ($1 - rough) }
        return rough + rest / count
    }

    /// The standard deviation of a sample, with n − 1; nil of fewer than two values.
    ///
    /// In two passes (Chan, Golub and LeVeque, The American Statistician 37, 1983).
    public static func sd(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
