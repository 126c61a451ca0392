/// Ranks of a sample.
public enum Ranks {
    /// The rank of every value from 1 on, in the order given; equal values share the mean of their ranks.
    public static func average(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let rank = Double(start + 1 + end) / 2
            for index in order[start..<end] { ranks[index] = rank }
            start = end
        }
        return ranks
    }
}
