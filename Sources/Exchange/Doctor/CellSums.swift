import Frame
import Storage

/// Recomputes the cells of every cube from all facts of a tenant.
final class CellSums {
    private let house: HouseBook
    private let tenant: TenantID
    private let connection: Connection
    private var runs: [String: CellRuns] = [:]

    init(_ house: HouseBook, _ tenant: TenantID, _ connection: Connection) {
        self.house = house
        self.tenant = tenant
        self.connection = connection
    }

    /// The cubes of all facts and their rollups, each once, in the order of the house.
    var cubes: [Cube] {
        var seen: Set<Name> = []
        var out: [Cube] = []
        func add(_ cube: Cube) {
            guard seen.insert(cube.name).inserted else { return }
            out.append(cube)
            for coarse in cube.rollups { add(coarse) }
        }
        for table in house.facts { for rule in table.cells { add(rule.cube) } }
        return out
    }

    /// Reads all facts once.
    func compute() throws {
        let cubes = cubes
        for cube in cubes { runs[cube.name.text] = CellRuns(cube) }
        for table in house.facts {
            let reader = TableReader(table: IntegerTable(table), tenant: tenant)
            try reader.pages(KeyRange(), connection) { page in
                for rule in table.cells {
                    guard let runs = runs[rule.cube.name.text] else { continue }
                    for row in 0..<page.count {
                        rule.contribute(FactRow(base: UnsafePointer(page[row])), runs.sums)
                    }
                    runs.packFull()
                }
            }
        }
        // A cube stands before its rollups.
        for cube in cubes { for coarse in cube.rollups { try roll(cube, coarse) } }
    }

    /// Shows the cells of a cube in the order of its key; cells of nothing but zeros are not kept.
    func each(_ cube: Cube, _ body: (FlatRows) throws -> Void) throws {
        try runs[cube.name.text]?.each(body)
    }

    private func roll(_ fine: Cube, _ coarse: Cube) throws {
        guard let target = runs[coarse.name.text] else { return }
        let rollup = Rollup(of: fine, to: coarse)
        try runs[fine.name.text]?.each { page in
            for row in 0..<page.count { rollup.add(page[row], to: target.sums) }
            target.packFull()
        }
    }
}
