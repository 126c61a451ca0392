import Frame
import Kernel
import Statistics

/// The mean of a teacher's marks in a class and subject with what is known of its precision.
///
/// Pupils are the sample, not marks: the interval is of the mean of pupils' means, by Student's t.
struct MarkInterval: Sendable {
    /// In hundredths.
    let low: Int
    let high: Int
    let pupils: Int

    /// Fewer pupils than this bound nothing worth a number.
    static let fewest = 5

    /// Of the marks of pupils, each as its exact parts; nil of too few.
    init?(_ tallies: [Tally]) {
        let means = tallies.filter { $0.denominator > 0 }.map {
            Double($0.numerator) / Double($0.denominator)
        }
        guard means.count >= MarkInterval.fewest, let interval = MeanInterval(means) else { return nil }
        low = Int(interval.low.rounded())
        high = Int(interval.high.rounded())
        pupils = means.count
    }

    func words(_ language: Language) -> String { Format(language).range(low, high, 2) }
}
