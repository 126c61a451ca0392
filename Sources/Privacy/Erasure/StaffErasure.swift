internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Takes the person away from a member of staff on request: the entry of the register, and accounts that are closed.
///
/// Posts, teaching and figures stay with the number, as they do when the time of keeping is over.
struct StaffErasure {
    let desk: Desk
    let connection: Connection

    /// Whether registers and accounts say that somebody works nowhere any more.
    func hasLeft(_ staff: StaffID) throws -> Bool {
        try StaffLeft(desk, connection).due(before: desk.today, most: Int.max).contains(staff)
    }

    /// What an erasure would do, table by table.
    func plan(_ staff: StaffID) throws -> [Erasure.Part] {
        let words = PersonWords(desk, connection)
        let tables: [(name: String, column: SQL, goes: Bool)] = [
            ("staff", "id", true), ("account", "staff_id", true), ("staff_post", "staff_id", false),
            ("teaching", "staff_id", false),
        ]
        return try tables.compactMap { table in
            let rows = try connection.value(
                """
                SELECT count(*) FROM \(try SQL.name(table.name))
                WHERE tenant_id = \(desk.tenant) AND \(table.column) = \(staff)
                """,
                Int.self
            )
            guard let rows, rows > 0 else { return nil }
            return Erasure.Part(title: words.title(table.name, desk.house), rows: rows, goes: table.goes)
        }
    }

    /// Erases a member of staff; refused while they work, as their data are needed for the work.
    func run(_ staff: StaffID) throws {
        guard try hasLeft(staff) else { throw Refusal.staffWorks }
        let accounts = try connection.rows(
            "SELECT id FROM account WHERE tenant_id = \(desk.tenant) AND staff_id = \(staff) ORDER BY id",
            AccountID.self
        )
        let tables = try AccountTables.load(desk.house, connection)
        for account in accounts { try Keeping(desk: desk, connection: connection).erase(account, tables) }
        try ErasedStaff.bury(staff, desk, connection)
    }
}

extension Refusal {
    static let staffWorks = Refusal(
        .conflict,
        Text(
            lv:
                "Darbinieka dati vēl vajadzīgi: viņš strādā, viņa konts ir atvērts, vai par darba beigām nekas nav zināms.",
            en:
                "The data are still needed: the person works, has an open account, or nothing is known of the end of work."
        ),
        advice: Text(
            lv:
                "Ja persona vairs nestrādā, ierakstiet darba beigas un slēdziet kontu; citādi pieprasījumu noraidiet.",
            en:
                "If the person works no longer, enter the end of work and close the account; else refuse the request."
        )
    )
}
