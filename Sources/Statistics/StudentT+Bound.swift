extension StudentT {
    /// The point within which `t` lies on either side of zero with a probability of 95 %; nil where `degrees` is
    /// not above zero.
    ///
    /// By halving an interval on ``twoSided(_:degrees:)``: 12.706 for one degree, 1.96 for many.
    public static func bound95(degrees: Double) -> Double? {
        guard degrees > 0 else { return nil }
        var (low, high) = (0.0, 2.0)
        while let outside = twoSided(high, degrees: degrees), outside > 0.05 {
            (low, high) = (high, high * 2)
        }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            guard let outside = twoSided(middle, degrees: degrees) else { return nil }
            if outside > 0.05 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
