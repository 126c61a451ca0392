import Frame
import Storage

/// A column that names a row of another table, in a table that is neither a register nor one of facts or cells.
///
/// Which those are follows from what tables say of themselves and from the names of their columns, so that a new one is not
/// left out.
struct LooseReference: Hashable {
    let table: String
    let column: String
    /// The table whose rows are named by their `id`.
    let target: String

    /// Columns that name rows by another word than their table's.
    private static let others = [
        "pupil_alias.merge_id": "pupil_merge", "pupil_alias.target_id": "pupil",
        "pupil_merge.other_id": "pupil", "pupil_merge_row.merge_id": "pupil_merge",
        "pupil_pair.other_id": "pupil", "undo_row.batch_id": "batch",
    ]

    /// Columns that may name what is no more, and why.
    static let loose = [
        "batch.institution_id":
            "what an import was confined to, which may be taken back with the import that brought it"
    ]

    /// The references of a house, in the order of its tables.
    ///
    /// Tombstones name what is no more, and what accounts keep for themselves may outlive its place: it opens nothing then.
    static func load(_ house: HouseBook, _ connection: Connection) throws -> [LooseReference] {
        let cubes = house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text)
        let counted = Set(house.registers.map(\.name.text) + house.facts.map(\.name.text) + cubes)
        let all = house.rooms.flatMap(\.migrations).filter { $0.store == .data }.flatMap(\.tables)
        // Of a table that was made anew the last note holds.
        let notes = all.reduce(into: [String: TableNote]()) { $0[$1.name] = $1 }
        let held = notes.values.filter { note in
            !counted.contains(note.name) && note.holds != .system && note.holds != .accounts
        }
        return try held.sorted { $0.name < $1.name }.flatMap { note in
            try connection.columns(of: note.name).compactMap { column -> LooseReference? in
                guard loose["\(note.name).\(column)"] == nil, let other = tableNamed(by: column, note, house),
                    // A house may be without the room of the other table.
                    notes[other] != nil
                else { return nil }
                return LooseReference(table: note.name, column: column, target: other)
            }
        }
    }

    private static func tableNamed(by column: String, _ note: TableNote, _ house: HouseBook) -> String? {
        if let whole = note.whole, whole.column == column { return whole.table }
        if let other = others["\(note.name).\(column)"] { return other }
        let register = house.registers.first { register in
            register.key == ["id"] && register.isNamed(in: note.name)
                && register.references.contains { $0.text == column }
        }
        return register?.name.text
    }

    /// The numbers that the column names and that are not there, the least first; 0 and NULL name nothing.
    func lost(_ tenant: TenantID, _ connection: Connection, limit: Int) throws -> [Int] {
        let (column, table, target) = (try SQL.name(column), try SQL.name(table), try SQL.name(target))
        return try connection.rows(
            """
            SELECT DISTINCT t.\(column) FROM \(table) t
            WHERE t.tenant_id = \(tenant) AND t.\(column) <> 0 AND NOT EXISTS (
                SELECT 1 FROM \(target) o WHERE o.tenant_id = t.tenant_id AND o.id = t.\(column))
            ORDER BY t.\(column) LIMIT \(limit)
            """,
            Int.self
        )
    }
}
