import Statistics
import Testing

struct MeanIntervalTests {
    @Test func `the interval is that of t`() throws {
        // 8, 6 and 7: mean 7, deviation 1; R: qt(0.975, 2) is 4.302653.
        let interval = try #require(MeanInterval(n: 3, sum: 2100, squares: 800 * 800 + 600 * 600 + 700 * 700))
        #expect(abs(interval.low - (700 - 100 * 4.302653 / 3.0.squareRoot())) < 0.001)
        #expect(abs(interval.high - (700 + 100 * 4.302653 / 3.0.squareRoot())) < 0.001)
    }

    @Test func `the bound of t is that of R`() throws {
        for (degrees, bound) in [(1.0, 12.7062), (2, 4.302653), (10, 2.228139), (1000, 1.962339)] {
            let found = try #require(StudentT.bound95(degrees: degrees))
            #expect(abs(found - bound) < 0.0001)
        }
    }

    @Test func `one value has no interval and equal values have no width`() {
        #expect(MeanInterval(n: 1, sum: 700, squares: 490_000) == nil)
        #expect(MeanInterval(n: 2, sum: 1400, squares: 980_000)?.low == 700)
    }

    @Test func `values by themselves have the interval of their sums`() throws {
        let sums = try #require(MeanInterval(n: 3, sum: 2100, squares: 800 * 800 + 600 * 600 + 700 * 700))
        let values = try #require(MeanInterval([800, 600, 700]))
        #expect(abs(sums.low - values.low) < 0.000_001 && abs(sums.high - values.high) < 0.000_001)
        #expect(MeanInterval([700]) == nil)
        #expect(MeanInterval([]) == nil)
    }
}
