import Statistics
import Testing

struct ShareIntervalTests {
    @Test func `the interval of a difference is that of Newcombe's table`() throws {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
        let known: [((part: Int, all: Int), (part: Int, all: Int), Double, Double)] = [
            ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090),
            ((5, 56), (0, 29), -0.0381, 0.1926), ((0, 10), (0, 20), -0.1611, 0.2775),
            ((10, 10), (0, 10), 0.6075, 1),
        ]
        for (first, second, low, high) in known {
            let found = try #require(ShareDifference(first, second))
            #expect(
                abs(found.low - low) < 0.000_06 && abs(found.high - high) < 0.000_06,
                "\(first) \(second)"
            )
        }
    }

    @Test func `the interval of a share stays within 0 and 1`() throws {
        // 81 of 263 by the score without correction: Newcombe 1998, table I.
        let share = try #require(ShareInterval(81, of: 263))
        #expect(abs(share.low - 0.2553) < 0.000_06 && abs(share.high - 0.3662) < 0.000_06)
        let none = try #require(ShareInterval(0, of: 20))
        #expect(abs(none.low) < 0.000_001 && abs(none.high - 0.1611) < 0.000_06)
    }

    @Test func `what is a part of nothing has no interval`() {
        #expect(ShareInterval(0, of: 0) == nil && ShareInterval(3, of: 2) == nil)
        #expect(ShareDifference((1, 2), (0, 0)) == nil)
    }
}
