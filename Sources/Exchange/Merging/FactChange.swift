import Frame
import Storage

/// Takes down facts that leave and facts that come, and brings their cells up to that.
final class FactChange {
    private let table: FactTable
    private let cells: CellSet
    private let gone: FlatRows
    private let come: FlatRows

    init(_ table: FactTable, _ tenant: TenantID, _ connection: Connection) {
        self.table = table
        cells = CellSet(table, tenant, connection)
        gone = FlatRows(width: table.columns.count)
        come = FlatRows(width: table.columns.count)
    }

    func remove(_ row: [Value]) { gone.append(FactChange.numbers(row)) }

    func add(_ row: [Value]) { come.append(FactChange.numbers(row)) }

    /// Writes the cells and tells whose facts of which years changed.
    func finish(_ notice: NoticeTaker) throws {
        let columns = NoticeTaker.Columns(table)
        for (rows, sign) in [(gone, Int64(-1)), (come, Int64(1))] {
            cells.add(rows, sign: sign)
            notice.take(rows, columns)
        }
        try cells.flush()
    }

    /// Facts hold whole numbers only.
    private static func numbers(_ row: [Value]) -> [Int64] {
        row.map { value -> Int64 in
            guard case .integer(let number) = value else { return 0 }
            return number
        }
    }
}
