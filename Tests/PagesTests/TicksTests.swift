import Kernel
import Testing

@testable import Pages

struct TicksTests {
    @Test(arguments: [
        (0, 78, 5, [0, 20, 40, 60, 80]), (0, 35, 5, [0, 10, 20, 30, 40]), (0, 1, 5, [0, 1]),
        (57, 74, 2, [50, 60, 70, 80]), (-14, 52, 5, [-20, 0, 20, 40, 60]), (0, 0, 5, [0, 1]),
        (1_234_567, 9_876_543, 4, [0, 5_000_000, 10_000_000]), (-7, -3, 4, [-7, -6, -5, -4, -3]),
    ])
    func `an axis goes in round steps and holds its values`(low: Int, high: Int, count: Int, ticks: [Int]) {
        let made = Ticks(low, high, about: count)
        #expect(made.values == ticks)
        #expect(made.low <= low && made.high >= high)
    }

    @Test func `steps are 1, 2 or 5 times a power of ten for any values`() {
        var random = SplitMix(state: 7)
        for _ in 0..<500 {
            let low = Int.random(in: -100_000...100_000, using: &random)
            let high = low + Int.random(in: 0...1_000_000, using: &random)
            let ticks = Ticks(low, high)
            var step = ticks.step
            while step % 10 == 0 { step /= 10 }
            #expect([1, 2, 5].contains(step))
            #expect(ticks.low <= low && ticks.high >= high && ticks.values.count <= 8)
        }
    }

    @Test func `an axis writes no decimals that none of its ticks needs`() {
        let units = Units(decimals: 2, sign: "%")
        #expect(units.tick(800, step: 200, .lv, isLast: true) == "8\u{a0}%")
        #expect(units.tick(50, step: 50, .lv, isLast: false) == "0,5")
        #expect(units.tick(25, step: 25, .en, isLast: false) == "0.25")
        #expect(units.words(812, .lv) == "8,12\u{a0}%")
        #expect(Units().words(12_040, .lv) == "12\u{a0}040")
    }
}

/// A small generator with a seed, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
