extension Correlation {
    /// Kendall's τ_b, corrected for ties, its z test and Fieller's interval.
    ///
    /// Counted in n log n steps (Knight, JASA 61, 1966). The variance of the score under no connection is that
    /// with ties (Kendall, Rank Correlation Methods, 4th ed., 4.4); the interval has the standard error
    /// √(0.437/(n−4)) on Fisher's scale (Fieller, Hartley and Pearson, Biometrika 44, 1957).
    public static func kendall(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard comparable(x, y), let count = Concordance(x, y) else { return nil }
        let n = x.count
        let error = (0.437 / Double(n - 4)).squareRoot()
        let p = Normal.twoSided(count.z)
        return CorrelationResult(count.tau, error: error, p: p, n: n, statistic: count.z, degrees: nil)
    }
}

/// Pairs of pairs in the same order and in the opposite one, and the ties of both rows.
private struct Concordance {
    private let n: Int
    private let score: Int
    private let tiesX: Ties
    private let tiesY: Ties

    /// Counts; nil where a row has one value only.
    init?(_ x: [Double], _ y: [Double]) {
        n = x.count
        let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
        tiesX = Ties(order) { x[$0] == x[$1] }
        let joint = Ties(order) { x[$0] == x[$1] && y[$0] == y[$1] }
        var column = order.map { y[$0] }
        let swaps = Inversions.sort(&column)
        tiesY = Ties(column) { $0 == $1 }
        let pairs = n * (n - 1) / 2
        guard tiesX.pairs < pairs, tiesY.pairs < pairs else { return nil }
        score = pairs - tiesX.pairs - tiesY.pairs + joint.pairs - 2 * swaps
    }

    var tau: Double {
        let pairs = n * (n - 1) / 2
        let free = (Double(pairs - tiesX.pairs) * Double(pairs - tiesY.pairs)).squareRoot()
        return max(-1, min(1, Double(score) / free))
    }

    var z: Double {
        let count = Double(n)
        let all = count * (count - 1)
        let untied = all * (2 * count + 5) - tiesX.weighted - tiesY.weighted
        let doubles = Double(tiesX.pairs) * Double(tiesY.pairs) * 2 / all
        let triples = tiesX.triples * tiesY.triples / (9 * all * (count - 2))
        return Double(score) / (untied / 18 + doubles + triples).squareRoot()
    }
}

/// Sums over the groups of equal neighbours.
private struct Ties {
    /// Σ t(t−1)/2.
    private(set) var pairs = 0
    /// Σ t(t−1)(2t+5).
    private(set) var weighted = 0.0
    /// Σ t(t−1)(t−2).
    private(set) var triples = 0.0

    init<Element>(_ sorted: [Element], equal: (Element, Element) -> Bool) {
        var start = 0
        for index in sorted.indices
        where index + 1 == sorted.count || !equal(sorted[index], sorted[index + 1]) {
            add(index + 1 - start)
            start = index + 1
        }
    }

    private mutating func add(_ size: Int) {
        pairs += size * (size - 1) / 2
        let t = Double(size)
        weighted += t * (t - 1) * (2 * t + 5)
        triples += t * (t - 1) * (t - 2)
    }
}
