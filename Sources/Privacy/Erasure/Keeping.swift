internal import Access
internal import Exchange
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The ends of keeping: what goes of each kind of data once its time is over.
///
/// Each goes in pieces, so that nobody waits for the transaction long: what is left waits for the next day. Each leaves a
/// tombstone or a mark, by which the page counts, and a record in the trail with numbers only.
struct Keeping {
    let desk: Desk
    let connection: Connection

    /// So many pupils a day at most.
    private static let pupils = 500
    /// So many of each other kind a day at most.
    private static let others = 200

    /// Pupils about whom a request is open: what tells of them must not go meanwhile.
    private var asking: SQL {
        """
        SELECT pupil_id FROM privacy_request
        WHERE tenant_id = \(desk.tenant) AND decided_on = 0 AND pupil_id > 0
        """
    }

    /// Members of staff about whom a request is open.
    private var askingStaff: SQL {
        """
        SELECT DISTINCT staff_id FROM privacy_request
        WHERE tenant_id = \(desk.tenant) AND decided_on = 0 AND staff_id > 0
        """
    }

    /// Takes away pupils who left everywhere longer ago than they are kept, about whom no request is open and of whom no
    /// evidence is within its time.
    func endPupils(after years: Int, _ rule: RetentionRule) throws {
        let last = desk.today.adding(years: -years)
        let held = KeptEvidence(desk, rule).queries
        let due = try PupilsLeft(desk, connection).due(
            before: last,
            sparing: SQL.joined([asking] + held, by: " UNION "),
            most: Keeping.pupils
        )
        guard !due.isEmpty else { return }
        let erasure = Erasure(desk: desk, connection: connection)
        try erasure.run(due, .time)
        try AuditTrail.queue(desk.event(.change, "retention", persons: due), connection)
    }

    /// Takes away members of staff who left everywhere longer ago than they are kept.
    ///
    /// Posts, teaching and figures stay with the number: what a class was taught by whom is compared over years.
    func endStaff(after years: Int) throws {
        let last = desk.today.adding(years: -years)
        let asking = Set(try connection.rows(askingStaff, StaffID.self))
        let due = try StaffLeft(desk, connection).due(before: last, most: Keeping.others)
            .filter { !asking.contains($0) }
        for staff in due { try ErasedStaff.bury(staff, desk, connection) }
        try record("staff", due.map(\.rawValue))
    }

    /// Takes the person away from accounts that were closed or ran out longer ago than they are kept.
    func endAccounts(after years: Int) throws {
        let last = desk.today.adding(years: -years)
        let due = try ErasedAccounts.due(before: last, most: Keeping.others, desk.tenant, connection)
        guard !due.isEmpty else { return }
        let tables = try AccountTables.load(desk.house, connection)
        for account in due { try erase(account, tables) }
        try record("accounts", due.map(\.rawValue))
    }

    /// Takes the person away from an account.
    func erase(_ account: AccountID, _ tables: AccountTables) throws {
        let removed = try tables.remove(account, desk.tenant, connection)
        try BatchNames.replace(account, with: ErasedAccounts.name(account), desk.tenant, connection)
        try ErasedAccounts.bury(account, removed: removed, desk, connection)
    }

    /// Accounts that were closed before their day was kept begin their time with the first day that sees them.
    func noteClosedAccounts() throws { try ErasedAccounts.noteClosed(desk, connection) }

    /// Ends records of a kind that a room keeps for a time of their own.
    func end(_ records: any TimedRecords.Type, after years: Int) throws {
        let end = KeepingEnd(
            before: desk.today.adding(years: -years),
            sparing: asking,
            most: Keeping.others,
            desk,
            connection
        )
        try record(records.retention, try records.end(end))
    }

    /// From now on imports that were saved longer ago than so many days cannot be undone.
    func endUndo(after days: Int) throws {
        let ended = try UndoKeeping(desk, connection).end(before: desk.today - days)
        try record("batches", ended.map(\.rawValue))
    }

    /// Removes a piece of what imports that cannot be undone had replaced.
    func removeUndo() throws { try UndoKeeping(desk, connection).remove() }

    /// A record of the trail says of which numbers keeping ended; of many it has several records.
    private func record(_ what: String, _ ids: [Int]) throws {
        for start in stride(from: 0, to: ids.count, by: 100) {
            let some = ids[start..<min(start + 100, ids.count)].map { String($0) }
            let subject = "retention \(what) \(some.joined(separator: ","))"
            try AuditTrail.queue(desk.event(.change, subject), connection)
        }
    }
}
