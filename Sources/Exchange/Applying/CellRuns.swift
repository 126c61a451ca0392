import Frame
import Storage

/// The sums of one cube: those at hand, and packed runs of those that were too many.
final class CellRuns {
    let cube: Cube
    let sums: CellAccumulator
    private let packed = MemoryPieces()

    /// Cells held before they are packed.
    private static let limit = 131_072
    /// Cells in a page.
    private static let page = 16_384

    init(_ cube: Cube) {
        self.cube = cube
        sums = CellAccumulator(cube)
    }

    private var keyCount: Int { cube.dimensions.count }
    private var width: Int { cube.dimensions.count + cube.values.count }

    /// Packs the sums at hand where there are too many.
    func packFull() {
        if sums.cellCount >= CellRuns.limit { pack() }
    }

    /// Adds the sums to the tables of the cube and of its rollups, and forgets them.
    func write(_ writer: CellWriter) throws {
        guard !sums.isEmpty || !packed.isEmpty else { return }
        guard !packed.isEmpty else { return try fill(writer) }
        try writer.connection.filling(cube.name.text) { try fill(writer) }
    }

    private func fill(_ writer: CellWriter) throws {
        let table = IntegerTable(cube)
        let coarse = cube.rollups.map { (rollup: Rollup(of: cube, to: $0), runs: CellRuns($0)) }
        try each { page in
            for (rollup, runs) in coarse {
                for row in 0..<page.count { rollup.add(page[row], to: runs.sums) }
                runs.packFull()
            }
            try writer.write(page, table)
        }
        sums.clear()
        for (_, runs) in coarse { try runs.write(writer) }
    }

    /// Shows all sums page by page in the order of the key; those of nothing but zeros are passed over.
    func each(_ body: (FlatRows) throws -> Void) throws {
        var page = FlatRows(width: width, capacity: min(CellRuns.page, sums.cellCount + 1))
        func take(_ row: UnsafePointer<Int64>) throws {
            if page.count == CellRuns.page {
                try show(page, body)
                // A page that was shown may still be read by whoever got it.
                page = FlatRows(width: width, capacity: CellRuns.page)
            }
            page.append(row)
        }
        if packed.isEmpty {
            try sums.each { if let base = $0.baseAddress { try take(base) } }
        } else {
            pack()
            let merge = try FactMerge(packed, keyCount: keyCount, width: width)
            while let row = try merge.next() {
                if page.count > 0, order(page[page.count - 1], row, keyCount) == 0 {
                    let last = page[page.count - 1]
                    for column in keyCount..<width { last[column] += row[column] }
                } else {
                    try take(row)
                }
            }
        }
        try show(page, body)
    }

    private func show(_ page: FlatRows, _ body: (FlatRows) throws -> Void) throws {
        page.removeRows { row in (keyCount..<width).allSatisfy { row[$0] == 0 } }
        if page.count > 0 { try body(page) }
    }

    private func pack() {
        guard !sums.isEmpty else { return }
        let rows = FlatRows(width: width, capacity: sums.cellCount)
        sums.each { if let base = $0.baseAddress { rows.append(base) } }
        sums.clear()
        packed.add(rows)
    }
}
