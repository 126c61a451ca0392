/// A fraction of whole numbers, for checking elimination by a second, plainer way.
struct Fraction: Equatable {
    let top: Int
    let bottom: Int

    init(_ top: Int, _ bottom: Int = 1) {
        let sign = bottom < 0 ? -1 : 1
        let shared = max(1, Fraction.divisor(top.magnitude, bottom.magnitude))
        self.top = sign * top / shared
        self.bottom = sign * bottom / shared
    }

    var isZero: Bool { top == 0 }

    static func - (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom)
    }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.top * right.top, left.bottom * right.bottom)
    }

    static func / (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.top * right.bottom, left.bottom * right.top)
    }

    private static func divisor(_ left: UInt, _ right: UInt) -> Int {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return Int(a)
    }
}

/// An attacker who has sums of unknowns and asks which of them follow.
struct Attacker {
    /// The unknowns that a dense elimination determines, of rows with a factor for each unknown.
    static func determined(_ rows: [[Int]], unknowns: Int) -> [Int] {
        var rows = rows.map { $0.map { Fraction($0) } }
        var pivots: [(row: Int, column: Int)] = []
        for column in 0..<unknowns {
            let done = pivots.count
            guard let found = (done..<rows.count).first(where: { !rows[$0][column].isZero }) else { continue }
            rows.swapAt(done, found)
            let pivot = rows[done][column]
            rows[done] = rows[done].map { $0 / pivot }
            for other in rows.indices where other != done && !rows[other][column].isZero {
                let factor = rows[other][column]
                rows[other] = zip(rows[other], rows[done]).map { $0 - $1 * factor }
            }
            pivots.append((done, column))
        }
        return pivots.filter { pivot in rows[pivot.row].count { !$0.isZero } == 1 }.map(\.column).sorted()
    }
}
