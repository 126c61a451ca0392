internal import Frame
internal import Storage

/// Tables of any room with rows that somebody keeps for themselves, by what the tables say of themselves: saved views,
/// subscriptions, calendars.
struct AccountTables: Sendable {
    /// A table whose rows name the account, or are parts of rows that do.
    struct Table: Sendable {
        let note: TableNote
        /// The table that names the account; nil where this one does.
        let above: TableNote?
        /// Whether rows may be shared: those that are, are others' too and stay with the number.
        let isShared: Bool
    }

    let all: [Table]

    /// Reads the columns of the tables from the catalogue; a table stands after those that it is a part of.
    static func load(_ house: HouseBook, _ connection: Connection) throws -> AccountTables {
        let notes = house.rooms.flatMap(\.migrations).filter { $0.store == .data }.flatMap(\.tables)
            .filter { $0.holds == .accounts && $0.retention == "account" && $0.name != "account" }
        return AccountTables(
            all: try notes.map { note in
                let columns = try connection.columns(of: note.name)
                if columns.contains("account_id") {
                    return Table(note: note, above: nil, isShared: columns.contains("share"))
                }
                guard let above = notes.first(where: { $0.name == note.whole?.table }) else {
                    throw NobodysTable(name: note.name)
                }
                let shared = try connection.columns(of: above.name).contains("share")
                return Table(note: note, above: above, isShared: shared)
            }
        )
    }

    /// Removes what an account kept for itself; gives how many rows went.
    func remove(_ account: AccountID, _ tenant: TenantID, _ connection: Connection) throws -> Int {
        var removed = 0
        for table in all.reversed() {
            var own: SQL = "tenant_id = \(tenant) AND account_id = \(account)"
            if table.isShared { own = "\(own) AND share = 0" }
            if let above = table.above, let column = table.note.whole?.column {
                own = """
                    tenant_id = \(tenant) AND \(try SQL.name(column)) IN (
                        SELECT id FROM \(try SQL.name(above.name)) WHERE \(own))
                    """
            }
            // General: the table is any in which somebody keeps something, the condition that of its note.
            removed += try connection.execute("DELETE FROM \(try SQL.name(table.note.name)) WHERE \(own)")
        }
        return removed
    }
}
