/// The rows of an accumulator and their index: slots hold one more than a row's number, 0 where they are free.
struct CellTable {
    let width: Int
    let keyCount: Int
    var sign: Int64 = 1
    private(set) var count = 0
    private(set) var rows: UnsafeMutablePointer<Int64>
    private var capacity = 512
    private var slots: UnsafeMutablePointer<UInt32>
    private var mask = 1_023
    /// The row that was added to last: facts of one pupil come one after the other.
    private var last = 0

    init(width: Int, keyCount: Int) {
        self.width = width
        self.keyCount = keyCount
        rows = .allocate(capacity: capacity * width)
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
    }

    func release() {
        rows.deallocate()
        slots.deallocate()
    }

    /// Adds a cell's values to those of the same key.
    mutating func add(_ cell: UnsafeMutablePointer<Int64>) {
        if last < count, matches(rows + last * width, cell) { return change(last, by: cell) }
        let slot = find(cell)
        if slots[slot] > 0 {
            last = Int(slots[slot]) - 1
            return change(last, by: cell)
        }
        if count == capacity { return grow(adding: cell) }
        let row = rows + count * width
        for column in 0..<keyCount { row[column] = cell[column] }
        for column in keyCount..<width { row[column] = sign &* cell[column] }
        last = count
        count += 1
        slots[slot] = UInt32(count)
    }

    @inline(__always)
    private func change(_ index: Int, by cell: UnsafePointer<Int64>) {
        let row = rows + index * width
        for column in keyCount..<width { row[column] &+= sign &* cell[column] }
    }

    /// The slot of a key, or the free one where it belongs.
    private func find(_ key: UnsafePointer<Int64>) -> Int {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for column in 0..<keyCount {
            hash = (hash ^ UInt64(bitPattern: key[column])) &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 29
        }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] > 0, !matches(rows + (Int(slots[slot]) - 1) * width, key) {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func matches(_ row: UnsafePointer<Int64>, _ key: UnsafePointer<Int64>) -> Bool {
        for column in 0..<keyCount where row[column] != key[column] { return false }
        return true
    }

    private mutating func grow(adding cell: UnsafeMutablePointer<Int64>) {
        let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * 2 * width)
        larger.update(from: rows, count: count * width)
        rows.deallocate()
        rows = larger
        capacity *= 2
        slots.deallocate()
        mask = capacity * 2 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        for row in 0..<count { slots[find(rows + row * width)] = UInt32(row + 1) }
        add(cell)
    }
}
