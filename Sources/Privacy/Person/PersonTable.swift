internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A table with rows about single pupils, and how the rows of one are found.
struct PersonTable: Sendable {
    let room: Room
    let note: TableNote
    let columns: [String]
    /// The tables that its rows are parts of, the nearest first; the last one names the pupil itself.
    let wholes: [TableNote]

    /// The rows of a pupil.
    func condition(_ pupil: PupilID, _ tenant: TenantID) throws -> SQL {
        var condition: SQL = note.name == "pupil" ? "id = \(pupil)" : "pupil_id = \(pupil)"
        // From the table that names the pupil down to this one.
        for (above, below) in zip(wholes, [note] + wholes).reversed() {
            guard let whole = below.whole else { continue }
            condition = """
                \(try SQL.name(whole.column)) IN (
                    SELECT id FROM \(try SQL.name(above.name)) WHERE tenant_id = \(tenant) AND \(condition))
                """
        }
        return "tenant_id = \(tenant) AND \(condition)"
    }

    /// What past years count of its rows; nil where they do not.
    func counted(_ house: HouseBook) -> CountedRows? {
        house.rooms.flatMap(\.counted).first { $0.table.text == note.name }
    }

    /// Whether its rows go when a person is taken away: what was written and found of them goes, what counts stays.
    func goes(_ house: HouseBook) -> Bool {
        note.retention == "schooling" && !PersonTables.stays.contains(note.name)
            && !house.facts.contains { $0.name.text == note.name } && counted(house) == nil
    }
}

/// Every table with rows about single pupils, by what the tables say of themselves.
struct PersonTables: Sendable {
    let all: [PersonTable]

    /// Where a pupil learned stays with the number, as institutions and classes are counted from it.
    static let stays: Set<String> = ["pupil", "enrolment", "group_member"]

    /// Tables of cases, whose sealed texts nobody but those who take part opens: the owner of the case gives them out.
    static let heldBack: Set<String> = [
        "prevention_case", "case_step", "case_member", "case_note", "case_task", "plan_version",
        "plan_state", "case_referral", "referral_form",
    ]

    /// Tables that hold pupils' data and are not shown pupil by pupil, with the reason.
    static let aside: [String: Text] = [
        "undo_row": copies, "pupil_merge_row": copies, "import_run": copies, "staging_chunk": copies,
        "rejected_row": copies,
        "upload": copies, "upload_chunk": copies,
        "audit_person": Text(
            lv: "Piekļuves ieraksti ir parādīti atsevišķi.",
            en: "Records of access are shown apart."
        ),
        "sourced_id": Text(
            lv: "Citu sistēmu identifikatori, bez citiem datiem.",
            en: "Identifiers of other systems, without other data."
        ),
        "absence_total": totals, "past_total": totals,
    ]

    private static let copies = Text(
        lv: "Īslaicīga šifrēta importa kopija; tie paši dati ir pārējās tabulās.",
        en: "A sealed copy of an import for a short time; the other tables have the same data."
    )
    private static let totals = Text(
        lv: "Kopsavilkumi bez personām.",
        en: "Totals without persons."
    )

    /// Reads the columns of the tables from the catalogue.
    static func load(_ house: HouseBook, _ connection: Connection) throws -> PersonTables {
        let sums = Set(house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text))
        // Of a table that was made anew the last note holds.
        var notes: [String: TableNote] = [:]
        for migration in house.rooms.flatMap(\.migrations) where migration.store == .data {
            for note in migration.tables { notes[note.name] = note }
        }
        var seen: Set<String> = []
        let tables = try house.rooms.flatMap { room in
            try room.migrations.filter { $0.store == .data }.flatMap(\.tables).compactMap {
                noted -> PersonTable? in
                guard let note = notes[noted.name], note.holds == .pupils, seen.insert(note.name).inserted,
                    !sums.contains(note.name), aside[note.name] == nil
                else { return nil }
                return PersonTable(
                    room: room,
                    note: note,
                    columns: try connection.columns(of: note.name),
                    wholes: try wholes(of: note, notes, connection)
                )
            }
        }
        return PersonTables(all: tables)
    }

    private static func wholes(
        of note: TableNote,
        _ notes: [String: TableNote],
        _ connection: Connection
    ) throws -> [TableNote] {
        var (wholes, next) = ([TableNote](), note)
        while next.name != "pupil", try !connection.columns(of: next.name).contains("pupil_id") {
            guard let above = next.whole.flatMap({ notes[$0.table] }), !wholes.contains(above) else {
                throw NobodysTable(name: note.name)
            }
            wholes.append(above)
            next = above
        }
        return wholes
    }
}

/// A table that holds pupils' data and does not say whose a row is.
struct NobodysTable: Error {
    let name: String
}
