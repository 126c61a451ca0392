import Kernel
import Testing

@testable import Evidence

struct EliminationTests {
    private func determined(_ rows: [[Int]]) -> [Int] {
        var system = Elimination(unknowns: rows.first?.count ?? 0)
        for row in rows {
            system.add(row.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) })
        }
        return system.determined
    }

    @Test func `one sum of two unknowns determines neither`() {
        #expect(determined([[1, 1]]) == [])
    }

    @Test func `a chain of sums determines what no single sum does`() {
        // a+b, b+c, a+c: half of their sum less the second is a.
        #expect(determined([[1, 1, 0], [0, 1, 1], [1, 0, 1]]) == [0, 1, 2])
        #expect(determined([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1], [1, 0, 0, 1]]) == [])
    }

    @Test func `a repeated sum adds nothing`() {
        #expect(determined([[1, 1, -1], [2, 2, -2], [-1, -1, 1]]) == [])
    }

    @Test func `a table with its margins leaves a square of four unknown`() {
        // Cells a b / c d with the sums of rows and columns known.
        #expect(determined([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]]) == [])
        #expect(determined([[1, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 0]]) == [0, 1, 2])
    }

    @Test func `random systems come to what a dense elimination of fractions does`() {
        var dice = RandomSource(seed: 11)
        for _ in 0..<400 {
            let unknowns = Int.random(in: 1...7, using: &dice)
            let rows = (0..<Int.random(in: 1...7, using: &dice)).map { _ in
                (0..<unknowns).map { _ in [-1, 0, 0, 1].randomElement(using: &dice) ?? 0 }
            }
            #expect(determined(rows) == Attacker.determined(rows, unknowns: unknowns))
        }
    }

    @Test func `remainders of the prime are counted right`() {
        let large = Prime.modulus - 1
        #expect(Prime.multiply(large, large) == 1)
        #expect(Prime.add(large, 1) == 0)
        #expect(Prime.add(Prime.of(-3), Prime.of(3)) == 0)
        #expect(Prime.negated(0) == 0)
        var dice = RandomSource(seed: 3)
        for _ in 0..<200 {
            let number = UInt64.random(in: 1..<Prime.modulus, using: &dice)
            #expect(Prime.multiply(number, Prime.inverse(number)) == 1)
        }
    }
}
