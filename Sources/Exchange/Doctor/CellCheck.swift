import Frame
import Storage

/// Compares the cells of every cube with what its facts give, both in the order of the key.
struct CellCheck {
    let house: HouseBook
    let tenant: TenantID
    let connection: Connection

    /// Findings listed for a cube; all of them are mended.
    private static let limit = 1_000

    /// Finds every cell that is not what it must be; with `repair` it is written anew.
    func run(repair: Bool) throws -> [DoctorFinding] {
        let sums = CellSums(house, tenant, connection)
        try sums.compute()
        var findings: [DoctorFinding] = []
        for cube in sums.cubes { findings += try check(cube, sums, repair) }
        return findings
    }

    private func check(_ cube: Cube, _ sums: CellSums, _ repair: Bool) throws -> [DoctorFinding] {
        let table = IntegerTable(cube)
        let keyCount = table.key.count
        var findings: [DoctorFinding] = []
        var fixes: [SQL] = []
        let missing = FlatRows(width: table.width)
        var last: [Int64]?

        func differ(_ finding: DoctorFinding, _ fix: SQL?) {
            if findings.count < CellCheck.limit { findings.append(finding) }
            if repair, let fix { fixes.append(fix) }
        }
        func compare(_ expected: FlatRows, _ range: KeyRange) throws {
            var at = 0
            func lacking() {
                let row = expected.array(at)
                at += 1
                guard row.dropFirst(keyCount).contains(where: { $0 != 0 }) else { return }
                missing.append(row)
                differ(finding(.cellMissing, table, expected: row), nil)
            }
            try TableReader(table: table, tenant: tenant).pages(range, connection) { page in
                for index in 0..<page.count {
                    while at < expected.count, order(expected[at], page[index], keyCount) < 0 { lacking() }
                    let found = page.array(index)
                    guard at < expected.count, order(expected[at], page[index], keyCount) == 0 else {
                        differ(finding(.cellSurplus, table, found: found), table.delete(tenant, found))
                        continue
                    }
                    let row = expected.array(at)
                    at += 1
                    let isZero = row.dropFirst(keyCount).allSatisfy { $0 == 0 }
                    if isZero {
                        differ(finding(.cellSurplus, table, found: found), table.delete(tenant, found))
                    } else if row != found {
                        let fix = table.update(tenant, row)
                        differ(finding(.cellDiffers, table, found: found, expected: row), fix)
                    }
                }
            }
            while at < expected.count { lacking() }
        }

        try sums.each(cube) { page in
            let end = Array(page.array(page.count - 1).prefix(keyCount))
            try compare(page, KeyRange(lower: last, upper: end))
            last = end
        }
        try compare(FlatRows(width: table.width, capacity: 1), KeyRange(lower: last))
        for fix in fixes { try connection.execute(fix) }
        if repair { try table.load(missing, tenant, connection) }
        return findings
    }

    private func finding(
        _ kind: DoctorFinding.Kind,
        _ table: IntegerTable,
        found: [Int64] = [],
        expected: [Int64] = []
    ) -> DoctorFinding {
        let keyCount = table.key.count
        let key = expected.isEmpty ? found.prefix(keyCount) : expected.prefix(keyCount)
        return DoctorFinding(
            kind,
            table: table.name.text,
            key: key.map { Int($0) },
            found: found.dropFirst(keyCount).map { Int($0) },
            expected: expected.dropFirst(keyCount).map { Int($0) }
        )
    }
}
