/// Finds the unknowns that a system of sums determines, exactly: by Gauss and Jordan over whole numbers.
///
/// A row is a sum of unknowns whose value is known. In reduced form an unknown is determined where a row names
/// it alone.
struct Elimination {
    /// One row: the unknowns in rising order, each with its factor.
    typealias Row = [(unknown: Int, factor: Int)]

    private var rows: [Row] = []
    /// The row that each unknown was solved for.
    private var rowOfPivot: [Int: Int] = [:]
    /// Whether a factor outgrew a machine word; then every unknown counts as determined, which is the safe side.
    private(set) var isOverflown = false

    /// Adds a row.
    mutating func add(_ row: Row) {
        guard !isOverflown, let reduced = reduce(row), let pivot = reduced.first else { return }
        let index = rows.count
        for other in rows.indices {
            guard let factor = Elimination.factor(of: pivot.unknown, in: rows[other]) else { continue }
            guard let row = combine(rows[other], pivot.factor, reduced, factor) else { return }
            rows[other] = row
        }
        rows.append(reduced)
        rowOfPivot[pivot.unknown] = index
    }

    /// The unknowns that stand alone in a row.
    var determined: [Int] {
        rows.compactMap { $0.count == 1 ? $0[0].unknown : nil }.sorted()
    }

    /// The row without the unknowns that rows were solved for.
    private mutating func reduce(_ row: Row) -> Row? {
        var row = row
        for (unknown, _) in row {
            guard let index = rowOfPivot[unknown] else { continue }
            guard let factor = Elimination.factor(of: unknown, in: row) else { continue }
            guard let pivot = Elimination.factor(of: unknown, in: rows[index]) else { continue }
            guard let next = combine(row, pivot, rows[index], factor) else { return nil }
            row = next
        }
        return row
    }

    /// `left * by - right * times`, divided by what all factors share.
    private mutating func combine(_ left: Row, _ by: Int, _ right: Row, _ times: Int) -> Row? {
        var out = Row()
        out.reserveCapacity(left.count + right.count)
        var (atLeft, atRight) = (0, 0)
        while atLeft < left.count || atRight < right.count {
            let next = Elimination.next(left, atLeft, right, atRight)
            var sum = 0
            if atLeft < left.count, left[atLeft].unknown == next {
                guard let product = multiplied(left[atLeft].factor, by) else { return nil }
                sum = product
                atLeft += 1
            }
            if atRight < right.count, right[atRight].unknown == next {
                guard let product = multiplied(right[atRight].factor, times) else { return nil }
                let (difference, overflow) = sum.subtractingReportingOverflow(product)
                if overflow { isOverflown = true }
                sum = difference
                atRight += 1
            }
            if sum != 0 { out.append((next, sum)) }
        }
        return isOverflown ? nil : Elimination.shortened(out)
    }

    private mutating func multiplied(_ left: Int, _ right: Int) -> Int? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { isOverflown = true }
        return overflow ? nil : product
    }

    private static func next(_ left: Row, _ atLeft: Int, _ right: Row, _ atRight: Int) -> Int {
        guard atLeft < left.count else { return right[atRight].unknown }
        guard atRight < right.count else { return left[atLeft].unknown }
        return min(left[atLeft].unknown, right[atRight].unknown)
    }

    private static func shortened(_ row: Row) -> Row {
        let shared = row.reduce(0) { divisor($0, $1.factor) }
        return shared > 1 ? row.map { ($0.unknown, $0.factor / shared) } : row
    }

    private static func divisor(_ left: Int, _ right: Int) -> Int {
        var (a, b) = (left.magnitude, right.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return Int(clamping: a)
    }

    /// The factor of an unknown in a row, found by halving.
    private static func factor(of unknown: Int, in row: Row) -> Int? {
        var (low, high) = (0, row.count)
        while low < high {
            let middle = (low + high) / 2
            if row[middle].unknown < unknown { low = middle + 1 } else { high = middle }
        }
        return low < row.count && row[low].unknown == unknown ? row[low].factor : nil
    }
}
