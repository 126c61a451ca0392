/// Student's t distribution.
public enum StudentT {
    /// The probability of a value up to `t`; nil where `degrees` is not above zero.
    ///
    /// By the incomplete beta function (Abramowitz and Stegun 26.7.1).
    public static func cdf(_ t: Double, degrees: Double) -> Double? {
        guard let tails = twoSided(t, degrees: degrees) else { return nil }
        return t > 0 ? 1 - tails / 2 : tails / 2
    }

    /// The probability of a value at least as far from zero as `t`; nil where `degrees` is not above zero.
    public static func twoSided(_ t: Double, degrees: Double) -> Double? {
        guard degrees > 0, !t.isNaN else { return nil }
        guard t.isFinite else { return 0 }
        let square = t * t
        // Each of the two parts is made without a subtraction, so that both keep their digits.
        let x = degrees / (degrees + square)
        let y = square.isFinite ? square / (degrees + square) : 1
        return Beta.regularised(x: x, y: y, degrees / 2, 0.5)
    }
}
