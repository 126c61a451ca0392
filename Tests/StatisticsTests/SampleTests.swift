import Statistics
import Testing

@Suite struct SampleTests {
    private let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]

    @Test(arguments: [(0, 1), (0.1, 1), (0.25, 1.75), (0.5, 3.5), (0.9, 6.9), (1, 9)])
    func `quantiles are those of type 7`(share: Double, expected: Double) {
        #expect(close(Quantiles.quantile(values, share), expected, 1e-14))
    }

    @Test func `there is no quantile of nothing or outside of the sample`() {
        #expect(Quantiles.median([]) == nil)
        #expect(Quantiles.quantile(values, 1.1) == nil)
        #expect(Quantiles.quantile(values, .nan) == nil)
        #expect(Quantiles.median([1, .nan]) == nil)
        #expect(Quantiles.quantile(sorted: [1, .infinity], 0) == 1)
        #expect(Quantiles.median([7]) == 7)
    }

    @Test func `mean and deviation of a sample`() {
        #expect(Moments.mean(values) == 3.875)
        #expect(close(Moments.sd(values), 2.748376143938713, 1e-15))
        #expect(close(Moments.sd(values.map { $0 + 1e9 }), 2.748376143938713, 1e-15))
        #expect(Moments.mean([]) == nil)
        #expect(Moments.sd([1]) == nil)
    }

    @Test func `equal values share the mean of their ranks`() {
        #expect(Ranks.average([10, 20, 20, 5, 20]) == [2, 4, 4, 1, 4])
        #expect(Ranks.average([]) == [])
    }
}
