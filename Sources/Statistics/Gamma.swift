import Foundation

/// Logarithms of the gamma and beta functions, for the distributions.
enum Gamma {
    /// log Γ(x) for x > 0: Stirling's series above 10, recurrence below (DLMF 5.11.1 and 5.5.1).
    static func log(_ x: Double) -> Double {
        guard x < 10 else {
            let half = (x - 0.5) * Foundation.log(x)
            return half - x + halfLogTwoPi + correction(x)
        }
        var product = 1.0
        var shifted = x
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        return log(shifted) - Foundation.log(product)
    }

    /// log B(a, b) for a, b > 0, without the cancellation of three large terms.
    ///
    /// Large arguments go through the differences of Stirling's series (DiDonato and Morris, ACM TOMS 18, 1992,
    /// algorithm 708).
    static func logBeta(_ a: Double, _ b: Double) -> Double {
        let (small, large) = (min(a, b), max(a, b))
        guard large >= 10 else { return log(small) + log(large) - log(small + large) }
        let sum = small + large
        let share = log1p(-small / sum)
        guard small >= 10 else {
            let corrections = correction(large) - correction(sum)
            let power = small - small * Foundation.log(sum)
            return log(small) + corrections + power + (large - 0.5) * share
        }
        let corrections = correction(small) + correction(large) - correction(sum)
        let powers = (small - 0.5) * Foundation.log(small / sum) + large * share
        return halfLogTwoPi + corrections + powers - 0.5 * Foundation.log(large)
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_741_78

    /// What Stirling's formula lacks, for x ≥ 10: the Bernoulli series to x^-13 (DLMF 5.11.1).
    private static func correction(_ x: Double) -> Double {
        let inverse = 1 / x
        let square = inverse * inverse
        let series = coefficients.reversed().reduce(0) { sum, coefficient in sum * square + coefficient }
        return series * inverse
    }

    private static let coefficients: [Double] = [
        1.0 / 12, -1.0 / 360, 1.0 / 1_260, -1.0 / 1_680, 1.0 / 1_188, -691.0 / 360_360, 1.0 / 156,
    ]
}
