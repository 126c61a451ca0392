import Foundation

/// The regularised incomplete beta function.
enum Beta {
    /// I_x(a, b), with `y` = 1 − x given apart so that no digits are lost near either end; nil outside 0…1.
    ///
    /// By the continued fraction DLMF 8.17.22, evaluated from the front by Lentz's method as modified by Thompson
    /// and Barnett (J. Comput. Phys. 64, 1986), on the side where it converges fast. The product is made of
    /// logarithms, so that tails below 10^-300 keep their digits.
    static func regularised(x: Double, y: Double, _ a: Double, _ b: Double) -> Double? {
        guard a > 0, b > 0, x >= 0, y >= 0 else { return nil }
        if x == 0 { return 0 }
        if y == 0 { return 1 }
        if x < (a + 1) / (a + b + 2) { return lower(x, y, a, b) }
        return lower(y, x, b, a).map { 1 - $0 }
    }

    private static func lower(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double? {
        guard let fraction = continuedFraction(x, a, b) else { return nil }
        let logX = x < 0.5 ? log(x) : log1p(-y)
        let logY = y < 0.5 ? log(y) : log1p(-x)
        let powers = a * logX + b * logY
        return exp(powers - Gamma.logBeta(a, b) - log(a) + log(fraction))
    }

    /// 1 / (1 + d₁/(1 + d₂/(1 + …))), until two values agree to the last digit.
    private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double? {
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var value = d
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            value *= c * d
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            value *= c * d
            if abs(c * d - 1) < 1e-15 { return value }
        }
        return nil
    }

    /// The number, or a tiny one in the place of zero.
    private static func away(_ number: Double) -> Double {
        abs(number) < 1e-300 ? 1e-300 : number
    }
}
