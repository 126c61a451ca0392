/// Unknowns that sums determine, by elimination with remainders of a large prime: plain, and quite other than what it
/// attacks.
package enum SparseSystem {
    private static let prime: UInt64 = 2_147_483_647

    /// The unknowns that have one value only; a row has the factor of each of its unknowns.
    package static func determined(_ rows: [[Int: Int]]) -> [Int] {
        var pivots: [Int: [Int: UInt64]] = [:]
        for row in rows {
            var rest = row.mapValues { UInt64(($0 % Int(prime) + Int(prime)) % Int(prime)) }.filter {
                $0.value != 0
            }
            for column in rest.keys.sorted() {
                guard let factor = rest[column], let pivot = pivots[column] else { continue }
                subtract(pivot, times: factor, from: &rest)
            }
            guard let lead = rest.keys.min(), let first = rest[lead] else { continue }
            let inverse = power(first, prime - 2)
            let own = rest.mapValues { $0 * inverse % prime }
            for (column, other) in pivots {
                guard let factor = other[lead] else { continue }
                var changed = other
                subtract(own, times: factor, from: &changed)
                pivots[column] = changed
            }
            pivots[lead] = own
        }
        return pivots.filter { $0.value.count == 1 }.map(\.key).sorted()
    }

    private static func subtract(
        _ pivot: [Int: UInt64],
        times factor: UInt64,
        from row: inout [Int: UInt64]
    ) {
        let negative = prime - factor
        for (column, value) in pivot {
            let sum = ((row[column] ?? 0) + value * negative) % prime
            row[column] = sum == 0 ? nil : sum
        }
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
