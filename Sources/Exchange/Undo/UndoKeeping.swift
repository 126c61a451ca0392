package import Frame
package import Kernel
package import Storage

/// Ends the keeping of what imports need to be undone.
///
/// What a batch replaced is kept sealed and names persons as the data did; once nobody will undo it, it only waits to be
/// lost. A batch is marked first and its records go in pieces, so that no batch is ever undone by half of them.
package struct UndoKeeping {
    private let desk: Desk
    private let connection: Connection

    /// So many records go at once at most: each may hold a thousand facts.
    package static let most = 2_000

    /// The batches of a desk's tenant.
    package init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// From now on batches that were saved before a day cannot be undone; gives those that could until now.
    package func end(before last: Day) throws -> [BatchID] {
        try PupilMerges(desk.tenant, connection).end(before: last, today: desk.today)
        let old: SQL = """
            tenant_id = \(desk.tenant) AND undone_at = 0 AND undo_ended_on = 0
            AND applied_at < \(last.start.milliseconds)
            """
        let ended = try connection.rows("SELECT id FROM batch WHERE \(old) ORDER BY id", BatchID.self)
        guard !ended.isEmpty else { return [] }
        try connection.execute("UPDATE batch SET undo_ended_on = \(desk.today) WHERE \(old)")
        return ended
    }

    /// Removes a piece of the records of batches that cannot be undone any more; gives how many went.
    @discardableResult
    package func remove() throws -> Int {
        let batches = try connection.rows(
            """
            SELECT b.id FROM batch b
            WHERE b.tenant_id = \(desk.tenant) AND b.undo_ended_on > 0
                AND EXISTS (SELECT 1 FROM undo_row u WHERE u.tenant_id = b.tenant_id AND u.batch_id = b.id)
            ORDER BY b.id
            """,
            BatchID.self
        )
        var removed = 0
        for batch in batches where removed < UndoKeeping.most {
            removed += try remove(batch, most: UndoKeeping.most - removed)
        }
        return removed
    }

    /// Removes what batches replaced in registers about pupils who were erased, and that they added them.
    ///
    /// An undo would give an erased pupil the name again. The rest of such a batch can still be undone.
    package func forget(_ pupils: Set<PupilID>) throws {
        let ids = Set(pupils.map(\.rawValue))
        try PupilMerges(desk.tenant, connection).forget(pupils)
        for table in desk.house.registers {
            guard let place = table.pupilPlace else { continue }
            let about = try records(of: table.name.text, at: place, ids)
            for (batch, numbers) in about {
                try connection.execute(
                    """
                    DELETE FROM undo_row WHERE tenant_id = \(desk.tenant) AND batch_id = \(batch)
                    AND table_name = \(table.name.text) AND row_no IN (\(list: numbers))
                    """
                )
            }
        }
    }

    /// The numbers of a register's records whose key names one of some pupils, by batch.
    private func records(of table: String, at place: Int, _ pupils: Set<Int>) throws -> [Int: [Int]] {
        var out: [Int: [Int]] = [:]
        try connection.each(
            """
            SELECT batch_id, row_no, row_key FROM undo_row
            WHERE tenant_id = \(desk.tenant) AND table_name = \(table) ORDER BY batch_id, row_no
            """
        ) { row in
            let batch = try row.next(Int.self)
            let number = try row.next(Int.self)
            var key = ByteReader(try row.next([UInt8].self))
            guard let numbers = key.numbers(), numbers.indices.contains(place) else {
                throw StagingFault.damagedPiece
            }
            if pupils.contains(numbers[place]) { out[batch, default: []].append(number) }
        }
        return out
    }

    private func remove(_ batch: BatchID, most: Int) throws -> Int {
        let records: SQL = "tenant_id = \(desk.tenant) AND batch_id = \(batch)"
        return try connection.execute(
            """
            DELETE FROM undo_row WHERE \(records) AND (table_name, row_no) IN (
                SELECT table_name, row_no FROM undo_row WHERE \(records)
                ORDER BY table_name, row_no LIMIT \(most))
            """
        )
    }
}

/// The names of those who imported, which each batch keeps beside the number of the account.
package enum BatchNames {
    /// Puts another name in place of that of an account.
    package static func replace(
        _ account: AccountID,
        with name: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        try connection.execute(
            "UPDATE batch SET account = \(name) WHERE tenant_id = \(tenant) AND account_id = \(account)"
        )
    }
}
