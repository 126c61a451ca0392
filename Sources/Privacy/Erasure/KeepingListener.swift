internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Ends the keeping of data whose time is over, once a day.
struct KeepingListener: ChangeListener {
    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        guard notice.dayBegan else { return }
        try connection.execute(
            """
            INSERT INTO privacy_day (tenant_id, day) VALUES (\(desk.tenant), \(desk.today))
            ON CONFLICT (tenant_id) DO UPDATE SET day = excluded.day
            """
        )
        let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(on: desk.today)
        let keeping = Keeping(desk: desk, connection: connection)
        try keeping.noteClosedAccounts()
        // A board that has not said how long it keeps data has nothing removed.
        if let rule { try end(rule, keeping, desk) }
        try keeping.removeUndo()
        // What opens nothing any more has no time that a board would set.
        try Accounts.removeOverLinks(desk, connection)
    }

    /// Records with a time of their own first: they may hold the rest of a pupil's data back.
    private func end(_ rule: RetentionRule, _ keeping: Keeping, _ desk: Desk) throws {
        for records in desk.house.rooms.flatMap(\.keeping) {
            let kind = RetentionKind(rawValue: records.retention)
            if let years = kind.flatMap({ rule.time(of: $0) }) { try keeping.end(records, after: years) }
        }
        if let years = rule.time(of: .schooling) { try keeping.endPupils(after: years, rule) }
        if let years = rule.time(of: .staff) { try keeping.endStaff(after: years) }
        if let years = rule.time(of: .accounts) { try keeping.endAccounts(after: years) }
        if let days = rule.time(of: .undo) { try keeping.endUndo(after: days) }
    }

    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool {
        try connection.value("SELECT day FROM privacy_day WHERE tenant_id = \(desk.tenant)", Day.self)
            != desk.today
    }

    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] { [] }
}
