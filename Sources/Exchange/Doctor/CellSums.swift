import Frame
import Storage

/// Recomputes the cells of every cube from all facts of a tenant.
final class CellSums {
    private let house: HouseBook
    private let tenant: TenantID
    private let connection: Connection
    private var pieces: [String: MemoryPieces] = [:]

    /// Cells held as they are; more are packed.
    private static let limit = 200_000

    init(_ house: HouseBook, _ tenant: TenantID, _ connection: Connection) {
        self.house = house
        self.tenant = tenant
        self.connection = connection
    }

    /// The cubes of all facts, each once, in the order of the house.
    var cubes: [Cube] {
        var seen: Set<Name> = []
        return house.facts.flatMap { $0.cells.map(\.cube) }.filter { seen.insert($0.name).inserted }
    }

    /// Reads all facts once.
    func compute() throws {
        for cube in cubes { pieces[cube.name.text] = MemoryPieces() }
        for table in house.facts {
            let sums = table.cells.map { (rule: $0, sums: CellAccumulator($0.cube)) }
            let reader = TableReader(table: IntegerTable(table), tenant: tenant)
            try reader.pages(KeyRange(), connection) { page in
                for (rule, sums) in sums {
                    for row in 0..<page.count {
                        rule.contribute(FactRow(base: UnsafePointer(page[row])), sums)
                    }
                    if sums.cellCount > CellSums.limit { pack(sums) }
                }
            }
            for (_, sums) in sums { pack(sums) }
        }
    }

    /// Shows the cells of a cube in the order of its key; cells of nothing but zeros are not kept.
    func each(_ cube: Cube, _ body: (FlatRows) throws -> Void) throws {
        guard let source = pieces[cube.name.text] else { return }
        let keyCount = cube.dimensions.count
        let width = keyCount + cube.values.count
        let merge = try FactMerge(source, keyCount: keyCount, width: width)
        let page = FlatRows(width: width)
        while let row = try merge.next() {
            if page.count > 0, order(page[page.count - 1], row, keyCount) == 0 {
                for column in keyCount..<width { page[page.count - 1][column] += row[column] }
                continue
            }
            if page.count >= 16_384 {
                try body(page)
                page.removeAll()
            }
            page.append(row)
        }
        if page.count > 0 { try body(page) }
    }

    private func pack(_ sums: CellAccumulator) {
        guard !sums.isEmpty else { return }
        let rows = FlatRows(
            width: sums.cube.dimensions.count + sums.cube.values.count,
            capacity: sums.cellCount
        )
        sums.each { rows.append(Array($0)) }
        sums.clear()
        pieces[sums.cube.name.text]?.add(rows)
    }
}
