package import Storage

/// Sums of one cube's cells while facts stream by: rows one after the other, found by a hash of their key.
///
/// A contribution sets the scratch key and values and calls `add`; `sign` is −1 while rows are taken back.
/// Everything lies behind pointers that never change, so that a fact costs no check of exclusive access.
package final class CellAccumulator {
    /// The cube the sums are for.
    package let cube: Cube
    @usableFromInline let keyCount: Int
    let width: Int
    @usableFromInline let scratch: UnsafeMutablePointer<Int64>
    private let table: UnsafeMutablePointer<CellTable>

    /// An empty table for a cube.
    package init(_ cube: Cube) {
        self.cube = cube
        keyCount = cube.dimensions.count
        width = cube.dimensions.count + cube.values.count
        scratch = .allocate(capacity: width)
        scratch.initialize(repeating: 0, count: width)
        table = .allocate(capacity: 1)
        table.initialize(to: CellTable(width: width, keyCount: keyCount))
    }

    deinit {
        table.pointee.release()
        table.deallocate()
        scratch.deallocate()
    }

    /// 1 while facts are added, −1 while they are removed.
    package var sign: Int64 {
        get { table.pointee.sign }
        set { table.pointee.sign = newValue }
    }

    /// Whether nothing was added since the last flush.
    package var isEmpty: Bool { table.pointee.count == 0 }

    /// How many cells are held.
    package var cellCount: Int { table.pointee.count }

    /// Sets a member of the scratch key.
    @inlinable
    package func key(_ index: Int, _ member: Int) {
        scratch[index] = Int64(member)
    }

    /// Sets a value of the scratch cell.
    @inlinable
    package func value(_ index: Int, _ amount: Int) {
        scratch[keyCount + index] = Int64(amount)
    }

    /// Adds the scratch values to the cell of the scratch key.
    package func add() {
        table.pointee.add(scratch)
    }

    /// Adds the sums to the cube's table in key order, and to those of its rollups, and forgets them; cells that
    /// become zero are deleted.
    package func flush(tenant: TenantID, _ connection: Connection) throws {
        for coarse in rollups() { try coarse.flush(tenant: tenant, connection) }
        try each { cell in
            guard cell.dropFirst(keyCount).contains(where: { $0 != 0 }) else { return }
            try connection.execute(cube.upsert(tenant: tenant, cell: Array(cell)))
            if cell.dropFirst(keyCount).contains(where: { $0 < 0 }) {
                try connection.execute(cube.removal(tenant: tenant, key: Array(cell.prefix(keyCount))))
            }
        }
        clear()
    }

    /// Hands out every cell in key order: key, then values.
    package func each(_ body: (UnsafeBufferPointer<Int64>) throws -> Void) rethrows {
        let rows = table.pointee.rows
        let places = RowOrder.places(
            rows,
            count: cellCount,
            width: width,
            by: Array(0..<keyCount)
        )
        for place in places {
            try body(UnsafeBufferPointer(start: rows + Int(place) * width, count: width))
        }
    }

    /// Forgets everything.
    package func clear() {
        let sign = sign
        table.pointee.release()
        table.initialize(to: CellTable(width: width, keyCount: keyCount))
        self.sign = sign
    }

    /// The sums held, for each rollup of the cube.
    private func rollups() -> [CellAccumulator] {
        cube.rollups.map { cube in
            let coarse = CellAccumulator(cube)
            let rollup = Rollup(of: self.cube, to: cube)
            for row in 0..<cellCount { rollup.add(table.pointee.rows + row * width, to: coarse) }
            return coarse
        }
    }
}
