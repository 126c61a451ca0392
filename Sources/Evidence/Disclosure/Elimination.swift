internal import Kernel

/// Finds the unknowns that a system of sums determines.
///
/// The sums are brought into steps (Gauss). Then the free unknowns get random values, and those that follow are
/// worked out as if every sum were zero: what is zero then in spite of the dice is determined, and nothing else is.
/// It is counted modulo a prime of 61 bits; a chance hit would hide a cell too many, never one too few.
struct Elimination {
    /// One row: the unknowns in rising order, each with its factor.
    typealias Row = [(unknown: Int, factor: Int)]

    private var steps: [[Entry]] = []
    /// The row whose first unknown it is; -1 for none.
    private var stepOf: [Int]

    private struct Entry {
        let unknown: Int
        let factor: UInt64
    }

    /// A system of so many unknowns.
    ///
    /// Those with low numbers are solved for first: they should be in few rows.
    init(unknowns: Int) {
        stepOf = [Int](repeating: -1, count: unknowns)
    }

    /// Adds a row.
    mutating func add(_ row: Row) {
        var rest = row.map { Entry(unknown: $0.unknown, factor: Prime.of($0.factor)) }
        while let first = rest.first {
            guard stepOf[first.unknown] >= 0 else {
                let inverse = Prime.inverse(first.factor)
                stepOf[first.unknown] = steps.count
                steps.append(
                    rest.map { Entry(unknown: $0.unknown, factor: Prime.multiply($0.factor, inverse)) }
                )
                return
            }
            rest = Elimination.reduced(rest, by: steps[stepOf[first.unknown]], times: first.factor)
        }
    }

    /// The unknowns that have one value only, in rising order.
    var determined: [Int] {
        var dice = RandomSource(seed: 0x5eb3)
        var values = stepOf.map { _ in UInt64.random(in: 1..<Prime.modulus, using: &dice) }
        for unknown in stepOf.indices.reversed() where stepOf[unknown] >= 0 {
            var sum: UInt64 = 0
            for entry in steps[stepOf[unknown]].dropFirst() {
                sum = Prime.add(sum, Prime.multiply(entry.factor, values[entry.unknown]))
            }
            values[unknown] = Prime.negated(sum)
        }
        return values.indices.filter { stepOf[$0] >= 0 && values[$0] == 0 }
    }

    /// `left` less `times` the step, whose first factor is 1: the first unknown falls away.
    private static func reduced(_ left: [Entry], by step: [Entry], times: UInt64) -> [Entry] {
        let factor = Prime.negated(times)
        var out: [Entry] = []
        out.reserveCapacity(left.count + step.count)
        var (at, of) = (1, 1)
        while at < left.count || of < step.count {
            if of == step.count || (at < left.count && left[at].unknown < step[of].unknown) {
                out.append(left[at])
                at += 1
                continue
            }
            var sum = Prime.multiply(step[of].factor, factor)
            if at < left.count, left[at].unknown == step[of].unknown {
                sum = Prime.add(sum, left[at].factor)
                at += 1
            }
            if sum != 0 { out.append(Entry(unknown: step[of].unknown, factor: sum)) }
            of += 1
        }
        return out
    }
}
