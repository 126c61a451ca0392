import Kernel
package import Storage

/// Sums of one cube's cells while facts stream by: a flat open-addressing table, no allocation per fact.
///
/// A contribution sets the scratch key and values and calls `add`; `sign` is −1 while rows are taken back.
package final class CellAccumulator {
    /// The cube the sums are for.
    package let cube: Cube
    /// 1 while facts are added, −1 while they are removed.
    package var sign: Int64 = 1
    let keyCount: Int
    let width: Int
    private var storage: [Int64]
    private var used: [Bool]
    private var count = 0
    private var scratch: [Int64]

    /// An empty table for a cube.
    package init(_ cube: Cube) {
        self.cube = cube
        keyCount = cube.dimensions.count
        width = cube.dimensions.count + cube.values.count
        storage = Array(repeating: 0, count: 1024 * width)
        used = Array(repeating: false, count: 1024)
        scratch = Array(repeating: 0, count: width)
    }

    /// Whether nothing was added since the last flush.
    package var isEmpty: Bool { count == 0 }

    /// How many cells are held.
    package var cellCount: Int { count }

    /// Sets a member of the scratch key.
    package func key(_ index: Int, _ member: Int) {
        scratch[index] = Int64(member)
    }

    /// Sets a value of the scratch cell.
    package func value(_ index: Int, _ amount: Int) {
        scratch[keyCount + index] = Int64(amount)
    }

    /// Adds the scratch values to the cell of the scratch key.
    package func add() {
        let slot = find()
        let start = slot * width
        if used[slot] {
            for index in keyCount..<width { storage[start + index] += sign * scratch[index] }
            return
        }
        used[slot] = true
        count += 1
        for index in 0..<keyCount { storage[start + index] = scratch[index] }
        for index in keyCount..<width { storage[start + index] = sign * scratch[index] }
        if count * 2 > used.count { grow() }
    }

    /// Adds the sums to the cube's table in key order and forgets them; cells that become zero are deleted.
    package func flush(tenant: TenantID, _ connection: Connection) throws {
        for start in sortedStarts() {
            let cell = storage[start..<start + width]
            guard cell.dropFirst(keyCount).contains(where: { $0 != 0 }) else { continue }
            try connection.execute(cube.upsert(tenant: tenant, cell: Array(cell)))
            if cell.dropFirst(keyCount).contains(where: { $0 < 0 }) {
                try connection.execute(cube.removal(tenant: tenant, key: Array(cell.prefix(keyCount))))
            }
        }
        clear()
    }

    /// Hands out every cell in key order: key, then values.
    package func each(_ body: (ArraySlice<Int64>) throws -> Void) rethrows {
        for start in sortedStarts() { try body(storage[start..<start + width]) }
    }

    /// Forgets everything.
    package func clear() {
        storage = Array(repeating: 0, count: 1024 * width)
        used = Array(repeating: false, count: 1024)
        count = 0
    }

    private func sortedStarts() -> [Int] {
        used.indices.filter { used[$0] }.map { $0 * width }.sorted { left, right in
            for index in 0..<keyCount where storage[left + index] != storage[right + index] {
                return storage[left + index] < storage[right + index]
            }
            return false
        }
    }

    private func find() -> Int {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for index in 0..<keyCount {
            hash = (hash ^ UInt64(bitPattern: scratch[index])) &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 29
        }
        let mask = used.count - 1
        var slot = Int(truncatingIfNeeded: hash & UInt64(mask))
        while used[slot], !matches(slot) { slot = (slot + 1) & mask }
        return slot
    }

    private func matches(_ slot: Int) -> Bool {
        let start = slot * width
        for index in 0..<keyCount where storage[start + index] != scratch[index] { return false }
        return true
    }

    private func grow() {
        let old = storage
        let oldUsed = used
        let kept = scratch
        used = Array(repeating: false, count: oldUsed.count * 2)
        storage = Array(repeating: 0, count: used.count * width)
        for slot in oldUsed.indices where oldUsed[slot] {
            for index in 0..<width { scratch[index] = old[slot * width + index] }
            let target = find()
            used[target] = true
            for index in 0..<width { storage[target * width + index] = scratch[index] }
        }
        scratch = kept
    }
}

extension Cube {
    func upsert(tenant: TenantID, cell: [Int64]) -> SQL {
        let columns = SQL.joined(dimensions.map(\.column.sql) + values.map(\.sql), by: ", ")
        let keys = SQL.joined(dimensions.map(\.column.sql), by: ", ")
        let sums = SQL.joined(
            values.map { "\($0.sql) = \(name.sql).\($0.sql) + excluded.\($0.sql)" },
            by: ", "
        )
        return """
            INSERT INTO \(name.sql) (tenant_id, \(columns)) VALUES (\(tenant), \(list: cell))
            ON CONFLICT (tenant_id, \(keys)) DO UPDATE SET \(sums)
            """
    }

    func removal(tenant: TenantID, key: [Int64]) -> SQL {
        let same = zip(dimensions, key).map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let zero = values.map { value -> SQL in "\(value.sql) = 0" }
        return """
            DELETE FROM \(name.sql) WHERE tenant_id = \(tenant)
            AND \(SQL.joined(same, by: " AND ")) AND \(SQL.joined(zero, by: " AND "))
            """
    }
}
