import Frame
import Kernel
import Registry
import Storage

/// On which days a batch changes the classes of which pupils, and what of the facts that are there goes along.
///
/// The plan asks it before enrolments are written, the apply step afterwards; both get the same.
final class ClassMoves {
    private let tenant: TenantID
    /// The stays that are changed, as they will be.
    private var stays: [Int: [ClassesOfDays.Stay]] = [:]
    /// The classes that are changed, as they will be.
    private var classes: [Int: ClassesOfDays.ClassEntry] = [:]
    private var moves: [Int: [Move]] = [:]

    /// Days on which a pupil's class is another one than before.
    private struct Move {
        let institution: Int
        let days: ClosedRange<Int>
        /// Where the file says so.
        let source: Int
    }

    /// Pupils whose facts are read in one go; their numbers are bound one by one.
    private static let block = 200

    init(_ tenant: TenantID) {
        self.tenant = tenant
    }

    /// Takes down what a batch changes in a register; all but classes and enrolments move nobody.
    func take(_ changes: [RegisterChange], of table: RegisterTable) {
        if table.name == RegisterTable.classGroups.name {
            for change in changes { takeClass(change, table) }
        } else if table.name == RegisterTable.enrolments.name {
            for change in changes { takeStay(change, table) }
        }
    }

    private func takeClass(_ change: RegisterChange, _ table: RegisterTable) {
        guard let id = change.staged.key.first, let year = change.number("year", table) else { return }
        classes[id] = ClassesOfDays.ClassEntry(year: year, grade: change.number("grade", table) ?? 0)
    }

    private func takeStay(_ change: RegisterChange, _ table: RegisterTable) {
        let key = change.staged.key
        guard key.count == 3 else { return }
        let (pupil, institution, from) = (key[0], key[1], key[2])
        let classGroup = change.number("class_id", table) ?? 0
        let to = ClassesOfDays.last(change.number("to_day", table) ?? 0)
        let stay = ClassesOfDays.Stay(institution: institution, from: from, to: to, classGroup: classGroup)
        stays[pupil, default: []].append(stay)
        let days: ClosedRange<Int>
        if change.old == nil {
            days = from...max(from, to)
        } else {
            let oldTo = ClassesOfDays.last(change.oldNumber("to_day", table) ?? 0)
            if change.oldNumber("class_id", table) ?? 0 != classGroup {
                days = from...max(from, to, oldTo)
            } else if to != oldTo {
                days = (min(to, oldTo) + 1)...max(to, oldTo)
            } else {
                return
            }
        }
        let move = Move(institution: institution, days: days, source: change.staged.source)
        moves[pupil, default: []].append(move)
    }

    /// The facts of a table that the batch moves to other classes, in the columns of staged ones.
    ///
    /// Their source is that of the line that moves the pupil, counted below zero, so that they are known from what the
    /// file says itself. Rows of classes that the file is complete for are left out: it says itself what those have.
    func facts(
        of table: FactTable,
        except isCovered: (UnsafePointer<Int64>) -> Bool,
        _ connection: Connection
    ) throws -> MemoryPieces {
        let pieces = MemoryPieces()
        guard let columns = AttributedColumns(table) else { return pieces }
        let rows = FlatRows(width: table.comparedCount + 1, capacity: 16)
        let pupils = moves.keys.sorted()
        for start in stride(from: 0, to: pupils.count, by: ClassMoves.block) {
            let part = Array(pupils[start..<min(pupils.count, start + ClassMoves.block)])
            guard let condition = try condition(part, table, columns, connection) else { continue }
            let book = try book(of: part, connection)
            let reader = TableReader(table: IntegerTable(table), tenant: tenant, condition: condition)
            try reader.pages(KeyRange(), connection) { page in
                for index in 0..<page.count {
                    let row = UnsafePointer(page[index])
                    guard !isCovered(row), let source = source(of: row, columns),
                        let place = book.place(of: row, columns)
                    else { continue }
                    let moved = columns.row(page.array(index), in: place)
                    let goes = moved.withUnsafeBufferPointer { $0.baseAddress.map { isCovered($0) } ?? false }
                    if goes { continue }
                    let told = Array(moved.prefix(table.comparedCount))
                    rows.append(told + [Int64(MovedFact.source(source))])
                }
                guard rows.count >= FactLane.chunk else { return }
                pieces.add(rows)
                rows.removeAll()
            }
        }
        if rows.count > 0 { pieces.add(rows) }
        return pieces
    }

    /// What finds the facts of some pupils around the days of their moves; nil where there are none in those years.
    private func condition(
        _ pupils: [Int],
        _ table: FactTable,
        _ columns: AttributedColumns,
        _ connection: Connection
    ) throws -> SQL? {
        let days = pupils.flatMap { moves[$0] ?? [] }.map(\.days)
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
            return nil
        }
        let from = SchoolYear(containing: Day(number: first)).start
        let to = SchoolYear(containing: Day(number: last)).start
        let years: SQL = "year >= \(from) AND year <= \(to)"
        // A list of a new year moves everybody, and its facts are yet to come: cells tell it without a look at the facts.
        if let cube = table.cells.first?.cube, cube.dimensions.first == .year {
            let known = try connection.value(
                "SELECT 1 FROM \(cube.name.sql) WHERE tenant_id = \(tenant) AND \(years) LIMIT 1",
                Int.self
            )
            guard known != nil else { return nil }
        }
        let whole: SQL = "pupil_id IN (\(list: pupils)) AND \(years)"
        return columns.leadsByDay ? "\(whole) AND day >= \(first) AND day <= \(last)" : whole
    }

    /// The classes of some pupils as they will be.
    private func book(of pupils: [Int], _ connection: Connection) throws -> ClassesOfDays {
        var book = ClassesOfDays(classes: classes)
        try book.load(pupils, tenant, connection)
        for pupil in pupils { for stay in stays[pupil] ?? [] { book.put(stay, of: pupil) } }
        try book.loadClasses(tenant, connection)
        return book
    }

    /// Where the file moves the pupil of a row on its days; nil where it does not.
    private func source(of row: UnsafePointer<Int64>, _ columns: AttributedColumns) -> Int? {
        let days = columns.days(of: row)
        let institution = Int(row[columns.institution])
        return moves[Int(row[columns.pupil])]?.first {
            $0.institution == institution && $0.days.overlaps(days)
        }?.source
    }
}

/// The source of a fact that follows from a line about its pupil, apart from those of lines about facts.
enum MovedFact {
    /// The source below zero, and back again.
    static func source(_ source: Int) -> Int { -1 - source }
}

extension RegisterChange {
    /// The number that a column will hold; nil where it holds none.
    fileprivate func number(_ column: Name, _ table: RegisterTable) -> Int? {
        guard let place = table.columns.firstIndex(of: column) else { return nil }
        return RegisterChange.integer(staged.values[place]) ?? RegisterChange.integer(old?.values[place])
    }

    /// The number that a column holds before the change; nil where it holds none.
    fileprivate func oldNumber(_ column: Name, _ table: RegisterTable) -> Int? {
        guard let place = table.columns.firstIndex(of: column) else { return nil }
        return RegisterChange.integer(old?.values[place])
    }

    private static func integer(_ value: Value?) -> Int? {
        guard case .integer(let number)? = value else { return nil }
        return Int(number)
    }
}
