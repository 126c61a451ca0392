import Foundation

/// The standard normal distribution.
public enum Normal {
    /// The probability of a value up to `z`, exact in both tails.
    public static func cdf(_ z: Double) -> Double {
        0.5 * erfc(-z / 2.0.squareRoot())
    }

    /// The probability of a value at least as far from zero as `z`.
    public static func twoSided(_ z: Double) -> Double {
        erfc(abs(z) / 2.0.squareRoot())
    }

    /// The value that a probability lies below; nil outside 0…1, infinite at its ends.
    ///
    /// A rational first guess (Abramowitz and Stegun 26.2.23) and Halley's steps on `cdf`, each of which trebles
    /// the number of right digits.
    public static func quantile(_ probability: Double) -> Double? {
        guard probability >= 0, probability <= 1 else { return nil }
        if probability == 0 { return -.infinity }
        if probability == 1 { return .infinity }
        if probability > 0.5 { return lower(1 - probability).map { -$0 } }
        return lower(probability)
    }

    /// The two-sided 95 % point, 1.96.
    static let bound95 = 1.959_963_984_540_054_2

    private static func lower(_ probability: Double) -> Double? {
        var z = guess(probability)
        for _ in 0..<3 {
            let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            guard density > 0 else { return z }
            let error = (cdf(z) - probability) / density
            z -= error / (1 + z * error / 2)
        }
        return z
    }

    private static func guess(_ probability: Double) -> Double {
        let t = (-2 * log(probability)).squareRoot()
        let above = (0.010328 * t + 0.802853) * t + 2.515517
        let below = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1
        return above / below - t
    }
}
