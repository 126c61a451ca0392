internal import Frame
internal import Storage

/// Tables with rows that name a member of staff, by the register's number or by that of an account.
struct StaffTables: Sendable {
    /// A table, and how the rows of one person are found.
    struct Table: Sendable {
        let note: TableNote
        /// The columns that are shown.
        let columns: [String]
        /// The column that names the person.
        let column: String
        /// Whether the column has the number of an account; else that of the register.
        let isByAccount: Bool
        /// Whether rows are about pupils, so that they are told of and not given out.
        let isOfOthers: Bool
        /// Whether there may be very many rows.
        let isOfFacts: Bool

        /// The rows of a person with accounts.
        func condition(_ staff: StaffID, _ accounts: [AccountID], _ tenant: TenantID) throws -> SQL {
            let name = try SQL.name(column)
            return isByAccount
                ? "tenant_id = \(tenant) AND \(name) IN (\(list: accounts))"
                : "tenant_id = \(tenant) AND \(name) = \(staff)"
        }
    }

    let all: [Table]

    /// Columns that open doors or say nothing of a person.
    private static let secret: Set<String> = [
        "password", "totp", "totp_next", "totp_step", "code_hash", "secret_hash", "token_hash",
        "data_version",
        "fingerprint", "lease_until", "attempts", "problem_lv", "problem_en",
    ]
    /// Tables that name members of staff and are not given out, with the reason.
    static let aside: [String: String] = [
        "audit_outbox": "on its way to the trail, which is told apart",
        "report_set_item": "a part of sets that are shown",
        "meeting_addition": "written for the minutes; found by the meeting",
        "plan_task": "a document of the municipality, which names who answers",
        "plan_report": "a document of the municipality, which names who approved it",
        "plan_report_frozen": "a document of the municipality, which names who froze it",
    ]
    /// Columns with the number of an account.
    private static let accounts: Set<String> = ["account_id", "leader_id"]
    /// Classes of tables that are gone within days, and copies of imports.
    private static let passing: Set<String> = ["days", "staging", "rejected", "undo", "provenance"]

    /// Reads the columns of the tables from the catalogue.
    static func load(_ house: HouseBook, _ connection: Connection) throws -> StaffTables {
        let facts = Set(house.facts.map(\.name.text))
        let sums = Set(house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text))
        // Of a table that was made anew the last note holds.
        let all = house.rooms.flatMap(\.migrations).filter { $0.store == .data }.flatMap(\.tables)
        let notes = Dictionary(all.map { ($0.name, $0) }) { _, last in last }
        var seen: Set<String> = []
        let order = all.map(\.name).filter { seen.insert($0).inserted }
        let persons: Set<TableNote.Holds> = [.pupils, .staff, .accounts]
        return StaffTables(
            all: try order.compactMap { notes[$0] }.compactMap { note in
                guard persons.contains(note.holds), aside[note.name] == nil, !sums.contains(note.name),
                    !passing.contains(note.retention)
                else { return nil }
                let columns = try connection.columns(of: note.name)
                guard let column = naming(note, columns) else { return nil }
                let sealed = note.name == "staff" ? [] : note.sealed
                return Table(
                    note: note,
                    columns: columns.filter { !secret.contains($0) && !sealed.contains($0) },
                    column: column,
                    isByAccount: accounts.contains(column),
                    isOfOthers: note.holds == .pupils && note.retention != "requests",
                    isOfFacts: facts.contains(note.name)
                )
            }
        )
    }

    /// The column that names the person; nil where none does.
    private static func naming(_ note: TableNote, _ columns: [String]) -> String? {
        if note.name == "staff" { return "id" }
        return ["staff_id", "teacher_id", "account_id", "leader_id"].first { columns.contains($0) }
    }
}
