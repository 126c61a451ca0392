import Frame
import Storage

/// The name of a row in a register.
struct RowKey: Hashable {
    let table: String
    let key: [Int]

    init(_ table: String, _ key: [Int]) {
        self.table = table
        self.key = key
    }
}

/// A row of a register that was given and is not yet handed on.
struct HeldRow {
    let table: RegisterTable
    let key: [Int]
    var columns: [(Name, Value)]
    let place: SourcePlace

    var name: RowKey { RowKey(table.name.text, key) }

    /// The number in a column, of its key or given; nil where the row does not say it.
    func number(_ column: Name) -> Int? {
        if let index = table.key.firstIndex(of: column) { return key[index] }
        guard case .integer(let number) = columns.last(where: { $0.0 == column })?.1 else { return nil }
        return Int(number)
    }
}

/// A fact that was given and is not yet handed on.
struct HeldFact {
    let table: FactTable
    let columns: [Int]
    let place: SourcePlace

    /// The number in a column, or nil where the table has none of that name.
    func number(_ column: Name) -> Int? {
        (table.key + table.values).firstIndex(of: column).map { columns[$0] }
    }
}

/// What one line of a file gave.
struct HeldLine {
    var rows: [HeldRow] = []
    var facts: [HeldFact] = []

    var isEmpty: Bool { rows.isEmpty && facts.isEmpty }

    /// Whether the line itself says that somebody learns or works at an institution.
    func places(_ person: RowKey, at institution: Int) -> Bool {
        let column: Name = person.table == "pupil" ? "pupil_id" : "staff_id"
        return rows.contains { row in
            OwnRows.placing.contains(row.table.name.text) && row.number(column) == person.key.first
                && row.number("institution_id") == institution
        }
    }
}
