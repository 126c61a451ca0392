import Frame
import Registry
import Storage

/// Compares the classes that facts store with the enrolments of their dates.
struct ClassCheck {
    let house: HouseBook
    let tenant: TenantID
    let connection: Connection

    /// Finds the tables whose facts are in other classes than their pupils.
    ///
    /// With somebody to tell whose they are, they get the class of the enrolment, and cells follow. Batch and line stay, so
    /// that an undo takes back what the batch brought.
    func run(repair notice: NoticeTaker? = nil) throws -> [DoctorFinding] {
        guard house.registers.contains(where: { $0.name == RegisterTable.enrolments.name }) else { return [] }
        var book = ClassesOfDays()
        try book.load(nil, tenant, connection)
        try book.loadClasses(tenant, connection)
        var findings: [DoctorFinding] = []
        for table in house.facts {
            if let finding = try check(table, book, notice) { findings.append(finding) }
        }
        return findings
    }

    private func check(
        _ table: FactTable,
        _ book: ClassesOfDays,
        _ notice: NoticeTaker?
    ) throws -> DoctorFinding? {
        guard let columns = AttributedColumns(table) else { return nil }
        var count = 0
        var example: (old: [Int64], new: [Int64])?
        let cells = CellSet(table, tenant, connection)
        try TableReader(table: IntegerTable(table), tenant: tenant).pages(KeyRange(), connection) { page in
            let old = FlatRows(width: page.width, capacity: 1)
            let new = FlatRows(width: page.width, capacity: 1)
            for index in 0..<page.count {
                guard let place = book.place(of: UnsafePointer(page[index]), columns) else { continue }
                old.append(page[index])
                new.append(columns.row(page.array(index), in: place))
            }
            guard old.count > 0 else { return }
            if example == nil { example = (old.array(0), new.array(0)) }
            count += old.count
            if let notice { try write(new, instead: old, table, cells, notice) }
        }
        try cells.flush()
        guard let example else { return nil }
        return DoctorFinding(
            classes: table,
            count: count,
            key: example.old.prefix(table.key.count).map { Int($0) },
            found: Int(example.old[columns.classGroup]),
            expected: Int(example.new[columns.classGroup]),
            isMended: notice != nil
        )
    }

    private func write(
        _ new: FlatRows,
        instead old: FlatRows,
        _ table: FactTable,
        _ cells: CellSet,
        _ notice: NoticeTaker
    ) throws {
        let flat = IntegerTable(table)
        for row in 0..<new.count { try connection.execute(flat.update(tenant, new.array(row))) }
        cells.add(old, sign: -1)
        cells.add(new, sign: 1)
        notice.take(new, NoticeTaker.Columns(table))
    }
}
