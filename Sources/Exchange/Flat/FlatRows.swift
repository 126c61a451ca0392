/// Rows of integers of one width, one after the other, without a box for each.
///
/// It is owned by one thread at a time; a full one is handed over and never touched again by the giver.
final class FlatRows: @unchecked Sendable {
    /// Integers in a row.
    let width: Int
    /// Rows held.
    private(set) var count = 0
    private(set) var base: UnsafeMutablePointer<Int64>
    private var capacity: Int

    /// No rows yet, with space for some.
    init(width: Int, capacity: Int = 1_024) {
        self.width = width
        self.capacity = max(1, capacity)
        base = .allocate(capacity: self.capacity * width)
    }

    /// So many rows that the caller is to fill, each of them, before anyone looks at them.
    init(width: Int, count: Int) {
        self.width = width
        self.count = count
        capacity = max(1, count)
        base = .allocate(capacity: capacity * width)
    }

    deinit {
        base.deallocate()
    }

    /// The row at an index.
    subscript(row: Int) -> UnsafeMutablePointer<Int64> { base + row * width }

    /// Forgets the rows and keeps the space.
    func removeAll() {
        count = 0
    }

    /// Appends a row and says where it is, for the caller to fill.
    @inline(__always)
    func grow() -> UnsafeMutablePointer<Int64> {
        if count == capacity { enlarge() }
        count += 1
        return base + (count - 1) * width
    }

    /// Appends a copy of a row.
    func append(_ row: UnsafePointer<Int64>) {
        grow().update(from: row, count: width)
    }

    /// Appends a row.
    func append(_ row: [Int64]) {
        row.withUnsafeBufferPointer { row in
            guard row.count == width, let start = row.baseAddress else { return }
            append(start)
        }
    }

    /// Takes rows out and closes up.
    func removeRows(where isUnwanted: (UnsafePointer<Int64>) -> Bool) {
        var kept = 0
        for row in 0..<count where !isUnwanted(self[row]) {
            if kept < row { self[kept].update(from: self[row], count: width) }
            kept += 1
        }
        count = kept
    }

    /// The row at an index as an array.
    func array(_ row: Int) -> [Int64] {
        Array(UnsafeBufferPointer(start: self[row], count: width))
    }

    private func enlarge() {
        let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * 2 * width)
        larger.update(from: base, count: count * width)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}

/// Whether the first row comes before the second by its first columns: below 0, 0 or above.
@inline(__always)
func order(_ left: UnsafePointer<Int64>, _ right: UnsafePointer<Int64>, _ columns: Int) -> Int {
    for column in 0..<columns where left[column] != right[column] {
        return left[column] < right[column] ? -1 : 1
    }
    return 0
}
