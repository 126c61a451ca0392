package import Frame
package import Kernel
package import Storage

/// Puts codes of columns into words, by what the rooms of a house say of them, as a tenant has them.
package struct ColumnCodes {
    private let codes: [String: ColumnCode]
    private let lists: CodeLists
    private let risks: RiskRules?
    private let scales: MarkScales?

    /// The words of a house; what no code asks for is not read.
    package init(_ desk: Desk, _ connection: Connection) throws {
        codes = Dictionary(
            desk.house.rooms.flatMap(\.codes).map { ("\($0.table).\($0.column)", $0) }
        ) { first, _ in first }
        let sources = codes.values.map(\.source)
        let hasLists = sources.contains { if case .list = $0 { true } else { false } }
        let hasRisks = sources.contains { if case .risks = $0 { true } else { false } }
        let hasScales = sources.contains { if case .scales = $0 { true } else { false } }
        lists = hasLists ? try CodeLists.load(desk.tenant, connection) : .shipped
        risks = hasRisks ? try RiskRules.load(desk.tenant, connection) : nil
        scales = hasScales ? try MarkScales.load(desk.tenant, connection) : nil
    }

    /// Whether a column has codes.
    package func has(_ column: String, of table: String) -> Bool { codes["\(table).\(column)"] != nil }

    /// The value of a column in words; nil where it is no code, or one that nobody knows.
    package func words(_ value: Value, in column: String, of table: String) -> Text? {
        switch (codes["\(table).\(column)"]?.source, value) {
        case (.numbers(let words)?, .integer(let number)): words(Int(number))
        case (.texts(let words)?, .text(let code)): words(code)
        case (.list(let list)?, .text(let code)): lists.words(list, code)
        // Nought says that no value is told.
        case (.list?, .integer(0)): Text(same: "")
        case (.list(let list)?, .integer(let number)): lists.words(list, String(number))
        case (.risks?, .text(let name)): risks?.latest(name)?.title
        case (.scales?, .text(let code)): scales?.coded(code)?.words
        default: nil
        }
    }

    /// The same for somebody who may lack the permission that the column's codes ask for; empty where they are shown
    /// nothing.
    package func words(
        _ value: Value,
        in column: String,
        of table: String,
        may: (Permission) -> Bool
    ) -> Text? {
        guard let veil = codes["\(table).\(column)"]?.veil, !may(veil.permission) else {
            return words(value, in: column, of: table)
        }
        guard case .integer(let number) = value else { return Text(same: "") }
        return veil.words(Int(number)) ?? Text(same: "")
    }
}
