import Frame
import Kernel
import Storage

/// The records of imports in the `state` store.
struct ImportStore: Sendable {
    let tenant: TenantID

    func insert(_ record: ImportRecord, _ connection: Connection) throws {
        let order = try seal(JSON.bytes(record.order), record.id, "request", connection)
        try connection.execute(
            """
            INSERT INTO import_run
            (tenant_id, id, state, format, mapping, account_id, started_at, touched_at, done_bytes,
            all_bytes, lines, data_mark, batch_id, reader, turn, request, plan)
            VALUES (\(tenant), \(record.id), \(record.state), \(record.format),
            \(record.order.mapping.name), \(record.account), \(record.startedAt.milliseconds),
            \(record.touchedAt.milliseconds), 0, \(record.allBytes), 0, '', 0, \(record.reader),
            \(record.turn), \(order), NULL)
            """
        )
    }

    func find(_ id: ImportID, _ connection: Connection) throws -> ImportRecord? {
        try records("id = \(id)", connection).first
    }

    /// All imports in some states, the oldest first.
    func list(_ states: [ImportState], _ connection: Connection) throws -> [ImportRecord] {
        try records("state IN (\(list: states))", connection)
    }

    /// Notes that reading goes on; false where somebody else has taken the import up since.
    func touch(
        _ id: ImportID,
        _ turn: Int,
        _ now: Instant,
        done: Int,
        lines: Int,
        _ connection: Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE import_run SET touched_at = \(now.milliseconds), done_bytes = \(done), lines = \(lines)
            WHERE tenant_id = \(tenant) AND id = \(id) AND turn = \(turn) AND state = \(ImportState.staging)
            """
        ) > 0
    }

    /// Takes up an import that was being read, and what was asked for then; nil where somebody else was faster.
    func take(
        _ record: ImportRecord,
        _ order: ImportOrder,
        _ now: Instant,
        _ connection: Connection
    ) throws -> Int? {
        let turn = record.turn + 1
        let sealed = try seal(JSON.bytes(order), record.id, "request", connection)
        let taken = try connection.execute(
            """
            UPDATE import_run SET turn = \(turn), reader = \(ReadingProcess.own),
            touched_at = \(now.milliseconds), request = \(sealed)
            WHERE tenant_id = \(tenant) AND id = \(record.id) AND turn = \(record.turn)
            AND state = \(ImportState.staging)
            """
        )
        return taken > 0 ? turn : nil
    }

    /// Moves an import that is being read to another state; false where somebody else has taken it up since.
    func move(
        _ id: ImportID,
        of turn: Int,
        to state: ImportState,
        _ now: Instant,
        _ connection: Connection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE import_run SET state = \(state), touched_at = \(now.milliseconds)
            WHERE tenant_id = \(tenant) AND id = \(id) AND turn = \(turn) AND state = \(ImportState.staging)
            """
        ) > 0
    }

    /// Moves an import from one state to another; false where it was in a third.
    func move(
        _ id: ImportID,
        from states: [ImportState],
        to state: ImportState,
        _ now: Instant,
        _ connection: Connection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE import_run SET state = \(state), touched_at = \(now.milliseconds)
            WHERE tenant_id = \(tenant) AND id = \(id) AND state IN (\(list: states))
            """
        )
        return changed > 0
    }

    func keepPlan(_ id: ImportID, _ plan: StoredPlan, mark: String, _ connection: Connection) throws {
        let sealed = try seal(JSON.bytes(plan), id, "plan", connection)
        try connection.execute(
            """
            UPDATE import_run SET plan = \(sealed), data_mark = \(mark)
            WHERE tenant_id = \(tenant) AND id = \(id)
            """
        )
    }

    func keepBatch(_ id: ImportID, _ batch: BatchID, _ connection: Connection) throws {
        try connection.execute(
            "UPDATE import_run SET batch_id = \(batch) WHERE tenant_id = \(tenant) AND id = \(id)"
        )
    }

    /// Forgets imports in some states, with their plans and rejected lines, where nothing was done since an instant.
    func forget(_ states: [ImportState], before: Instant, _ connection: Connection) throws {
        let old: SQL = """
            tenant_id = \(tenant) AND state IN (\(list: states)) AND touched_at < \(before.milliseconds)
            """
        try connection.execute(
            """
            DELETE FROM rejected_row
            WHERE tenant_id = \(tenant) AND import_id IN (SELECT id FROM import_run WHERE \(old))
            """
        )
        try connection.execute("DELETE FROM import_run WHERE \(old)")
    }

    private func records(_ condition: SQL, _ connection: Connection) throws -> [ImportRecord] {
        var out: [ImportRecord] = []
        try connection.each(
            """
            SELECT id, state, format, account_id, started_at, touched_at, done_bytes, all_bytes, lines,
            data_mark, batch_id, reader, turn, request, plan
            FROM import_run WHERE tenant_id = \(tenant) AND \(condition) ORDER BY id
            """
        ) { row in out.append(try record(&row, connection)) }
        return out
    }

    private func record(_ row: inout Row, _ connection: Connection) throws -> ImportRecord {
        let id = try row.next(ImportID.self)
        let state = try row.next(ImportState.self)
        let format = try row.next(String.self)
        let account = try row.next(AccountID.self)
        let numbers = try (0..<5).map { _ in try row.next(Int.self) }
        let mark = try row.next(String.self)
        let batch = try row.next(BatchID.self)
        let reader = try row.next(String.self)
        let turn = try row.next(Int.self)
        let order = try open(row.next([UInt8].self), id, "request", connection)
        let plan = try row.next([UInt8]?.self).map { try open($0, id, "plan", connection) }
        return ImportRecord(
            id: id,
            state: state,
            format: format,
            account: account,
            startedAt: Instant(milliseconds: numbers[0]),
            touchedAt: Instant(milliseconds: numbers[1]),
            doneBytes: numbers[2],
            allBytes: numbers[3],
            lines: numbers[4],
            dataMark: mark,
            batch: batch,
            reader: reader,
            turn: turn,
            order: try JSON.value(order),
            plan: try plan.map { try JSON.value($0) }
        )
    }

    private func seal(
        _ bytes: [UInt8],
        _ id: ImportID,
        _ column: String,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.seal(bytes, tenant: tenant.rawValue, bound: place(id, column))
    }

    private func open(
        _ bytes: [UInt8],
        _ id: ImportID,
        _ column: String,
        _ connection: Connection
    ) throws -> [UInt8] {
        try connection.sealer.open(bytes, tenant: tenant.rawValue, bound: place(id, column))
    }

    private func place(_ id: ImportID, _ column: String) -> SealedPlace {
        SealedPlace(table: "import_run", column: column, key: tenant, id)
    }
}
