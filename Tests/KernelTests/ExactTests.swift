import Kernel
import Testing

@Suite struct ExactTests {
    @Test(arguments: [
        (1, 2, 0, 1), (-1, 2, 0, -1), (1, -2, 0, -1), (-1, -2, 0, 1), (1, 3, 2, 33), (2, 3, 2, 67),
        (5, 1, 3, 5_000),
        (0, 7, 4, 0), (25, 1_000, 2, 3), (-25, 1_000, 2, -3), (249, 10_000, 2, 2),
        (Int.max, Int.max, 18, 1_000_000_000_000_000_000),
        (Int.max, 1, 0, Int.max), (Int.max, Int.min, 0, -1), (1, Int.min, 0, 0),
    ])
    func `half goes away from zero`(n: Int, d: Int, decimals: Int, expected: Int) {
        #expect(Exact.divide(n, by: d, decimals: decimals) == expected)
    }

    @Test(arguments: [(1, 2, 0, 0), (-1, 2, 0, 0), (2, 3, 2, 66), (-2, 3, 2, -66), (199, 100, 0, 1)])
    func `cutting off goes towards zero`(n: Int, d: Int, decimals: Int, expected: Int) {
        #expect(Exact.truncate(n, by: d, decimals: decimals) == expected)
    }

    @Test func `nothing is divided by zero and nothing overflows in silence`() {
        #expect(Exact.divide(1, by: 0) == nil)
        #expect(Exact.divide(Int.max, by: 1, decimals: 1) == nil)
        #expect(Exact.divide(Int.min, by: 1) == nil)
        #expect(Exact.divide(1, by: 1, decimals: 19) == nil)
        #expect(Exact.divide(1, by: 1, decimals: -1) == nil)
        #expect(Exact.truncate(1, by: 0) == nil)
    }

    @Test func `the result is within half a unit for any numbers`() throws {
        var random = RandomSource(seed: 11)
        for _ in 0..<5_000 {
            let n = Int.random(in: -1_000_000...1_000_000, using: &random)
            let d = Int.random(in: 1...5_000, using: &random)
            let decimals = Int.random(in: 0...4, using: &random)
            let result = try #require(Exact.divide(n, by: d, decimals: decimals))
            let scaled = (0..<decimals).reduce(n) { value, _ in value * 10 }
            let error = 2 * (result * d - scaled)
            #expect(error.magnitude <= d.magnitude)
            if error.magnitude == d.magnitude { #expect((error > 0) == (n > 0)) }
        }
    }

    @Test func `a share is shown by the rule of the language`() {
        let share = Share(numerator: 123, denominator: 1_000)
        #expect(Format(.lv).percent(share) == "12,3\u{a0}%")
        #expect(Format(.en).percent(share) == "12.3%")
        #expect(Format(.lv).percent(share, decimals: 0) == "12\u{a0}%")
        #expect(share.hundredths == 1_230 && share.tenths == 123 && share.whole == 12)
        #expect(Format(.lv).percent(Share(numerator: 1, denominator: 8), decimals: 1) == "12,5\u{a0}%")
        #expect(Format(.lv).percent(Share(numerator: 0, denominator: 9)) == "0,0\u{a0}%")
    }

    @Test func `a share of nothing is a dash and not a zero`() {
        #expect(Format(.lv).percent(Share(numerator: 0, denominator: 0)) == "–")
        #expect(Format(.en).mean(Mean(sum: 0, count: 0)) == "–")
    }

    @Test func `an average is made of its sum in hundredths`() {
        let mean = Mean(sum: 2_200, count: 3)
        #expect(mean.hundredths == 733)
        #expect(Format(.lv).mean(mean) == "7,33")
        #expect(Format(.en).mean(mean, decimals: 1) == "7.3")
        #expect(Format(.lv).mean(Mean(sum: 725, count: 1), decimals: 1) == "7,3")
        #expect(Mean(sum: 1, count: .max).hundredths == nil)
    }
}
