import Kernel
import Testing

@testable import Statistics

@Suite struct CorrelationTests {
    private let x: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
    private let y: [Double] = [2, 1, 4, 3, 7, 5, 8, 6]

    @Test func `fewer than four pairs tell nothing`() {
        #expect(Correlation.pearson([1, 2, 3], [1, 2, 4]) == nil)
        #expect(Correlation.spearman([1, 2, 3], [1, 2, 4]) == nil)
        #expect(Correlation.kendall([1, 2, 3], [1, 2, 4]) == nil)
        #expect(Correlation.pearson([1, 2, 3, 4], [1, 2, 4, 3]) != nil)
    }

    @Test(arguments: [
        ([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]), ([1, 2, 3, 4], [1, 2, 3, 4, 5]),
        ([1, 2, 3, .nan], [1, 2, 3, 4]),
        ([1, 2, 3, .infinity], [1, 2, 3, 4]),
    ])
    func `a row of one value, of another length or with no number has no correlation`(
        x: [Double],
        y: [Double]
    ) {
        #expect(Correlation.pearson(x, y) == nil)
        #expect(Correlation.spearman(x, y) == nil)
        #expect(Correlation.kendall(x, y) == nil)
        #expect(Correlation.kendall(y, x) == nil)
    }

    @Test func `a perfect connection has a coefficient of one and an interval of no width`() throws {
        for result in [Correlation.pearson(x, x), Correlation.spearman(x, x), Correlation.kendall(x, x)] {
            let result = try #require(result)
            #expect(result.estimate == 1 && result.low == 1 && result.high == 1)
            #expect(result.p < 0.01)
        }
        let opposite = try #require(Correlation.kendall(x, x.reversed()))
        #expect(opposite.estimate == -1 && opposite.low == -1 && opposite.high == -1)
    }

    @Test func `four pairs bound Kendall's coefficient nowhere`() throws {
        let result = try #require(Correlation.kendall([1, 2, 3, 4], [1, 2, 3, 4]))
        #expect(result.low == -1 && result.high == 1)
    }

    @Test func `known coefficients of eight pairs without ties`() {
        #expect(close(Correlation.spearman(x, y)?.estimate, 5.0 / 6))
        #expect(close(Correlation.kendall(x, y)?.estimate, 9.0 / 14))
        #expect(Correlation.kendall(Array(zip(x, y))) == Correlation.kendall(x, y))
        #expect(Correlation.pearson(Array(zip(x, y))) == Correlation.pearson(x, y))
        #expect(Correlation.spearman(Array(zip(x, y))) == Correlation.spearman(x, y))
    }

    @Test func `units and order of the pairs change no rank correlation`() throws {
        var random = RandomSource(seed: 17)
        let (x, y) = sample(60, &random)
        let order = x.indices.shuffled(using: &random)
        let mixed = Correlation.kendall(order.map { x[$0] * 3 + 7 }, order.map { y[$0] / 5 })
        #expect(mixed == Correlation.kendall(x, y))
        let result = try #require(Correlation.pearson(x, y))
        let turned = try #require(Correlation.pearson(y, x.map { -$0 }))
        #expect(close(turned.estimate, -result.estimate))
        #expect(close(turned.low, -result.high))
    }

    @Test func `counting by merging agrees with looking at every pair`() throws {
        var random = RandomSource(seed: 23)
        for size in 4..<60 {
            let (x, y) = sample(size, &random)
            guard let tau = slowTau(x, y) else { continue }
            #expect(close(Correlation.kendall(x, y)?.estimate, tau, 1e-12))
        }
    }

    @Test func `inversions are counted while sorting`() {
        var values: [Double] = [3, 1, 2, 2, 0]
        #expect(Inversions.sort(&values) == 7)
        #expect(values == [0, 1, 2, 2, 3])
        var none: [Double] = []
        #expect(Inversions.sort(&none) == 0)
    }

    private func sample(_ size: Int, _ random: inout RandomSource) -> ([Double], [Double]) {
        let x = (0..<size).map { _ in Double(Int.random(in: 1...9, using: &random)) }
        return (x, x.map { $0 + Double(Int.random(in: 0...6, using: &random)) })
    }

    private func slowTau(_ x: [Double], _ y: [Double]) -> Double? {
        var (score, freeX, freeY) = (0.0, 0.0, 0.0)
        for i in x.indices {
            for j in 0..<i {
                let (a, b) = (sign(x[i] - x[j]), sign(y[i] - y[j]))
                score += a * b
                freeX += a * a
                freeY += b * b
            }
        }
        return freeX * freeY > 0 ? score / (freeX * freeY).squareRoot() : nil
    }

    private func sign(_ number: Double) -> Double { number > 0 ? 1 : number < 0 ? -1 : 0 }
}
