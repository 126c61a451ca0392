/// Puts rows of integers that lie one after the other into the order of some of their columns.
///
/// Where the ranges of the columns fit into 64 bits together, which they do for ids and days, each row is ordered
/// by one number and no two rows are ever compared.
package enum RowOrder {
    /// The places of the rows in order; rows that are alike in the columns stay as they stood.
    package static func places(
        _ base: UnsafePointer<Int64>,
        count: Int,
        width: Int,
        by columns: [Int]
    ) -> [UInt32] {
        guard count > 1 else { return Array(0..<UInt32(count)) }
        guard let packing = Packing(base, count, width, columns) else {
            return compared(base, count, width, columns)
        }
        return packing.sorted(base, count, width)
    }

    private static func compared(
        _ base: UnsafePointer<Int64>,
        _ count: Int,
        _ width: Int,
        _ columns: [Int]
    ) -> [UInt32] {
        (0..<UInt32(count)).sorted { left, right in
            let first = base + Int(left) * width
            let second = base + Int(right) * width
            for column in columns where first[column] != second[column] {
                return first[column] < second[column]
            }
            return left < right
        }
    }
}

/// How several columns are packed into one number: each as its distance from its least value.
private struct Packing {
    private struct Part {
        let column: Int
        let least: Int64
        let shift: UInt64
    }

    private var parts: [Part] = []
    private var bits = 0

    /// Bits that one pass of the sort looks at.
    private static let digit = 11

    /// Nil where the numbers do not fit into 64 bits.
    init?(_ base: UnsafePointer<Int64>, _ count: Int, _ width: Int, _ columns: [Int]) {
        for column in columns.reversed() {
            var least = base[column]
            var most = least
            for row in 1..<count {
                let value = base[row * width + column]
                least = min(least, value)
                most = max(most, value)
            }
            let distance = UInt64(bitPattern: most &- least)
            guard distance > 0 else { continue }
            parts.append(Part(column: column, least: least, shift: UInt64(bits)))
            bits += 64 - distance.leadingZeroBitCount
            guard bits <= 64 else { return nil }
        }
    }

    func sorted(_ base: UnsafePointer<Int64>, _ count: Int, _ width: Int) -> [UInt32] {
        var entries = [(key: UInt64, place: UInt32)](repeating: (0, 0), count: count)
        var isSorted = true
        for row in 0..<count {
            entries[row] = (key(base + row * width), UInt32(row))
            if row > 0, entries[row].key < entries[row - 1].key { isSorted = false }
        }
        if !isSorted { sort(&entries) }
        return entries.map(\.place)
    }

    private func key(_ row: UnsafePointer<Int64>) -> UInt64 {
        var key: UInt64 = 0
        for part in parts { key |= UInt64(bitPattern: row[part.column] &- part.least) << part.shift }
        return key
    }

    /// Sorts by one digit after the other from the lowest, which keeps what is equal in its order.
    private func sort(_ entries: inout [(key: UInt64, place: UInt32)]) {
        var other = entries
        var shift = 0
        while shift < bits {
            Packing.pass(entries, &other, UInt64(shift))
            swap(&entries, &other)
            shift += Packing.digit
        }
    }

    private static func pass(
        _ source: [(key: UInt64, place: UInt32)],
        _ target: inout [(key: UInt64, place: UInt32)],
        _ shift: UInt64
    ) {
        let mask: UInt64 = 1 << UInt64(digit) - 1
        var starts = [Int](repeating: 0, count: 1 << digit)
        for entry in source { starts[Int(entry.key >> shift & mask)] += 1 }
        var sum = 0
        for value in starts.indices { (starts[value], sum) = (sum, sum + starts[value]) }
        for entry in source {
            let value = Int(entry.key >> shift & mask)
            target[starts[value]] = entry
            starts[value] += 1
        }
    }
}
