import Frame
import Storage

/// Rows of one register on their way to staging; lines about the same row are joined while they are at hand.
final class RegisterLane {
    let table: RegisterTable
    let name: String
    private let columnAt: [Name: Int]
    private var rows: [[Int]: StagedRow] = [:]

    /// Rows in a chunk.
    static let chunk = 8_192

    init(_ table: RegisterTable) {
        self.table = table
        name = "register/\(table.name.text)"
        columnAt = Dictionary(zip(table.columns, table.columns.indices)) { first, _ in first }
    }

    /// Takes a row; a full chunk comes back to be handed on.
    func add(_ key: [Int], _ columns: [(Name, Value)], _ place: SourcePlace) throws -> StagedChunk? {
        guard key.count == table.key.count else { throw StagingFault.wrongWidth(table.name.text) }
        var values: [Int: Value] = [:]
        for (name, value) in columns {
            guard let index = columnAt[name] else {
                throw StagingFault.unknownColumn(table.name.text, name.text)
            }
            values[index] = value
        }
        let row = StagedRow(key: key, values: values, source: place.packed)
        if rows[key]?.take(row) == nil { rows[key] = row }
        return rows.count >= RegisterLane.chunk ? take() : nil
    }

    /// What is left in the order of the key, or nil where nothing is.
    func take() -> StagedChunk? {
        guard !rows.isEmpty else { return nil }
        let sorted = rows.values.sorted { $0.key.precedes($1.key) }
        rows = [:]
        return .register(lane: name, sorted)
    }
}

/// A format that gave a row its table does not have: a fault of the program.
enum StagingFault: Error {
    case wrongWidth(String)
    case unknownColumn(String, String)
    case unknownTable(String)
    case damagedPiece
    case abandoned
}
