import Frame
import Kernel
import Storage

/// A table of the room: how it is declared to the house, how it is made, and whose data it holds.
struct RegistryTable {
    let register: RegisterTable
    let note: TableNote
    let sql: String

    /// A table with the statements that make it; its key is that of the register after `tenant_id`.
    init(_ register: RegisterTable, holds: TableNote.Holds, retention: String, sql: String) {
        self.register = register
        self.sql = sql
        note = TableNote(
            name: register.name.text,
            holds: holds,
            retention: retention,
            sealed: register.sealed.map(\.text).sorted(),
            key: ["tenant_id"] + register.key.map(\.text)
        )
    }

    /// All tables of the room; a table stands after those that it refers to, and rows are applied in this order.
    static let all: [RegistryTable] = [
        .territory, .institution, .institutionName, .institutionTerritory, .programme, .term, .subject,
        .classGroup, .teachingGroup, .pupil, .enrolment, .groupMember, .staff, .staffPost, .teaching,
        .codeList, .regulation, .markScale, .scaleValue,
    ]
}

extension Migration {
    static let registry = Migration(
        id: "2026-11-registry",
        tables: RegistryTable.all.map(\.note),
        sql: RegistryTable.all.map(\.sql).joined(separator: "\n")
    )
}
