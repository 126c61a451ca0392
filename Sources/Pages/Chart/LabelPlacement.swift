/// Keeps labels apart that want to stand at nearly the same height.
enum LabelPlacement {
    /// The places nearest to the wanted ones (least squares) that are at least `gap` apart and in range.
    ///
    /// The order of heights is kept, ties by the order given. With the k-th lowest place shifted by k gaps
    /// this is a monotone regression, which pooling neighbours solves exactly.
    static func spread(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var pools: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            pools.append((wanted[index] - Double(rank) * gap, 1))
            while pools.count > 1, mean(pools[pools.count - 2]) > mean(pools[pools.count - 1]) {
                let last = pools.removeLast()
                pools[pools.count - 1].sum += last.sum
                pools[pools.count - 1].count += last.count
            }
        }
        let upper = max(range.lowerBound, range.upperBound - Double(max(order.count - 1, 0)) * gap)
        let shifted = pools.flatMap { pool in
            Array(repeating: min(max(mean(pool), range.lowerBound), upper), count: pool.count)
        }
        var places = wanted
        for (rank, index) in order.enumerated() { places[index] = shifted[rank] + Double(rank) * gap }
        return places
    }

    private static func mean(_ pool: (sum: Double, count: Int)) -> Double {
        pool.sum / Double(pool.count)
    }
}
