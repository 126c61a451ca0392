internal import CPostgres

extension StorageError {
    /// What PostgreSQL answered to a statement.
    init(result: OpaquePointer, sql: String) {
        let state = PGField.state.read(result) ?? ""
        self.init(
            StorageError.code(state, result),
            details: "PostgreSQL\(StorageError.message(state, result)) in: \(sql)",
            sqlState: state
        )
    }

    /// The connection broke, or could not be made.
    init(connection: OpaquePointer?, doing: String) {
        // libpq's own words name host, role and database but no value of a query.
        let words = connection.flatMap(PQerrorMessage).map { String(cString: $0) } ?? ""
        self.init(.unavailable, details: "PostgreSQL, \(doing): \(words)", sqlState: "08006")
    }

    /// A conflict between transactions, which goes away when the whole transaction runs again.
    var isRetryable: Bool { sqlState == "40001" || sqlState == "40P01" }

    private static func code(_ state: String, _ result: OpaquePointer) -> Code {
        if state == "40001" || state == "40P01" || state == "55P03" { return .busy }
        return switch state.prefix(2) {
        case "23": .constraint(constraint(state, result))
        case "08", "53", "57", "28", "3D": .unavailable
        default: .other
        }
    }

    /// The server's sentence, only for classes of error that never quote a value: syntax and names, resources.
    private static func message(_ state: String, _ result: OpaquePointer) -> String {
        switch state.prefix(2) {
        case "42", "0A", "08", "25", "40", "53", "55", "57": ": \(PGField.message.read(result) ?? "")"
        default: ""
        }
    }

    /// The rule in the form that SQLite gives it.
    private static func constraint(_ state: String, _ result: OpaquePointer) -> String {
        let table = PGField.table.read(result) ?? ""
        switch state {
        case "23502": return "\(table).\(PGField.column.read(result) ?? "")"
        case "23503": return "foreign key"
        case "23505":
            let columns = keyColumns(PGField.detail.read(result) ?? "")
            if let columns { return columns.map { "\(table).\($0)" }.joined(separator: ", ") }
            return PGField.constraint.read(result) ?? table
        default: return PGField.constraint.read(result) ?? table
        }
    }

    /// The columns out of `Key (tenant_id, id)=(1, 2) already exists.`; the values stay behind.
    private static func keyColumns(_ detail: String) -> [String]? {
        guard let open = detail.firstIndex(of: "(") else { return nil }
        let names = detail[detail.index(after: open)...].prefix { $0 != ")" }
        guard detail[names.endIndex...].hasPrefix(")=(") else { return nil }
        return names.split(separator: ",").map { name in String(name.drop { $0 == " " }) }
    }
}

/// The fields of an error that are read, by libpq's letters (`postgres_ext.h`).
enum PGField: Character {
    case state = "C"
    case message = "M"
    case detail = "D"
    case table = "t"
    case column = "c"
    case constraint = "n"

    func read(_ result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(rawValue.asciiValue ?? 0)).map { String(cString: $0) }
    }
}
