package import Frame
import Registry
package import Storage

/// A table whose rows name a pupil, and where they do.
///
/// Which tables those are follows from what tables say of themselves and from their columns, so that a new one cannot be
/// left out: it moves, or somebody says here why it does not.
package struct MergedTable: Sendable {
    /// The table.
    package let name: String
    /// The column that names the pupil.
    let column: String
    /// The columns of its key after `tenant_id`.
    let key: [String]
    /// All columns after `tenant_id`; those of facts in the order of a row.
    let columns: [String]
    let sealed: [String]
    let fact: FactTable?

    /// Whether the pupil is a part of the key, so that a row that moves is another row.
    var isKeyed: Bool { key.contains(column) }
    /// Whether several rows of one thing and day are numbered.
    var hasOrdinal: Bool { key.last == "ordinal" }

    /// Tables with a pupil's number whose rows stay with it, with the reason.
    package static let stays: [String: String] = [
        "pupil": "the row of the register stays, so that the old codes and names lead to the one that counts",
        "pupil_alias": "it says itself which number leads where",
        "pupil_pair": "what was said of two numbers is said of these",
        "pupil_merge": "it says itself which numbers became one",
        "pupil_merge_row": "what was moved, as it was before",
        "erased_pupil": "an erased pupil is nobody, and is never joined with anybody",
        "audit_outbox":
            "records say of whom they were when they were made; who reads of a person reads of all numbers",
        "audit_person":
            "records say of whom they were when they were made; who reads of a person reads of all numbers",
        "undo_row": "an undo reads the old number as the one that counts",
        "import_run": "an import that was read before is refused", "staging_chunk": "as import_run",
        "rejected_row": "lines as the file has them", "upload": "files as they are",
        "upload_chunk": "files as they are",
    ]

    /// Tables of which two rows cannot become one pupil's: people have to end one of them first.
    static let mustMove: Set<String> = ["prevention_case"]

    /// The tables of a house whose rows move, registers and facts alike, in the order of the rooms.
    package static func load(_ house: HouseBook, _ connection: Connection) throws -> [MergedTable] {
        let cubes = Set(house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text))
        let facts = Dictionary(house.facts.map { ($0.name.text, $0) }) { first, _ in first }
        // Of a table that was made anew the last note holds.
        var (notes, order) = ([String: TableNote](), [String]())
        for note in house.rooms.flatMap(\.migrations).filter({ $0.store == .data }).flatMap(\.tables) {
            if notes[note.name] == nil { order.append(note.name) }
            notes[note.name] = note
        }
        return try order.filter { !cubes.contains($0) && stays[$0] == nil }.compactMap { name in
            guard let note = notes[name] else { return nil }
            let columns = try connection.columns(of: name).filter { $0 != "tenant_id" }
            let column = name == RegisterTable.sourcedIDs.name.text ? "entity_id" : "pupil_id"
            guard columns.contains(column) else { return nil }
            return MergedTable(
                name: name,
                column: column,
                key: note.key.filter { $0 != "tenant_id" },
                columns: facts[name]?.columns.map(\.text) ?? columns,
                sealed: note.sealed,
                fact: facts[name]
            )
        }
    }

    /// The place of a column in a row.
    func place(_ column: String) -> Int? { columns.firstIndex(of: column) }

    /// The value of a column of a row.
    func value(_ column: String, _ row: [Value]) -> Value { place(column).map { row[$0] } ?? .null }

    /// The whole number in a column of a row; 0 where there is none.
    func number(_ column: String, _ row: [Value]) -> Int {
        guard case .integer(let number) = value(column, row) else { return 0 }
        return Int(number)
    }

    /// What says whether two rows tell the same: everything but whose they are, where they came from and their versions.
    func told(_ row: [Value]) -> [Value] {
        let aside = Set(sealed).union([column, "version", "batch_id", "source"])
        return zip(columns, row).filter { !aside.contains($0.0) }.map(\.1)
    }
}
