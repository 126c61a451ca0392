import Access
import Frame
import Kernel
import Storage

/// Takes one batch back, in one transaction: all of it or nothing.
struct UndoRun: Sendable {
    let desk: Desk
    let batch: BatchID

    func run() async throws {
        let (desk, tenant, house, batch) = (desk, desk.tenant, desk.house, batch)
        let (now, account) = (desk.clock(), desk.asker.account)
        do {
            let event = desk.event(.undone, "batch \(batch.rawValue)")
            try await desk.writeAndRecord { connection in
                try connection.lock(tenant: tenant.rawValue)
                let batches = BatchStore(tenant: tenant)
                guard let summary = try batches.find(batch, connection) else { throw Refusal.noSuchBatch }
                guard summary.undoneAt == nil else { throw Refusal.undoneAlready }
                guard summary.undoEnded == nil else { throw Refusal.undoEnded }
                let parts = try batches.parts(batch, connection)
                let changes = NoticeTaker()
                let conflicts = try UndoRun.takeBack(parts, batch, tenant, house, changes, connection)
                guard conflicts.isEmpty else { throw Refusal.undo(conflicts, house) }
                try connection.execute(
                    """
                    UPDATE batch SET undone_at = \(now.milliseconds), undone_by = \(account)
                    WHERE tenant_id = \(tenant) AND id = \(batch)
                    """
                )
                try UndoRecords.clear(tenant, batch, connection)
                try desk.tell(changes.notice, connection)
                var record = event
                record.scope = summary.institution.map { Scope(institution: $0) } ?? .tenant
                try AuditTrail.queue(record, connection)
            }
        } catch {
            throw error.explained
        }
        try await desk.database.data.checkpoint()
    }

    /// Facts first, for they refer to registers; then changed register rows, then added ones, each after those
    /// that may refer to it.
    private static func takeBack(
        _ parts: [BatchPart],
        _ batch: BatchID,
        _ tenant: TenantID,
        _ house: HouseBook,
        _ changes: NoticeTaker,
        _ connection: Connection
    ) throws -> [UndoConflict] {
        var conflicts: [UndoConflict] = []
        let merged = try MergedNumbers.load(tenant, connection)
        let byTable = Dictionary(parts.map { ($0.table, $0) }) { first, _ in first }
        for table in house.facts {
            guard let part = byTable[table.name.text] else { continue }
            let undo = FactUndo(
                table: table,
                tenant: tenant,
                batch: batch,
                part: part,
                notice: changes,
                merged: merged,
                connection: connection
            )
            conflicts += try undo.run()
        }
        let registers = house.registers.reversed().filter { byTable[$0.name.text] != nil }.map { table in
            RegisterUndo(
                table: table,
                tenant: tenant,
                batch: batch,
                house: house,
                merged: merged,
                connection: connection
            )
        }
        for register in registers {
            try register.tell(changes)
            conflicts += try register.revert()
        }
        guard conflicts.isEmpty else { return conflicts }
        for register in registers {
            conflicts += try register.remove()
            // A row that stays may be what the next register's rows are kept by: more would only confuse.
            if !conflicts.isEmpty { return conflicts }
        }
        return []
    }
}

extension Refusal {
    fileprivate static let undoneAlready = Refusal(
        .conflict,
        Text(lv: "Šis imports jau ir atsaukts.", en: "This import has been undone already."),
        advice: Text(lv: "Nekas nav jādara.", en: "There is nothing to do.")
    )
    /// What the import replaced is not kept any more.
    static let undoEnded = Refusal(
        .conflict,
        Text(
            lv: "Šo importu vairs nevar atsaukt: beidzies tā atsaukšanas datu glabāšanas laiks.",
            en: "This import cannot be undone any more: what it replaced was kept for a time that is over."
        ),
        advice: Text(
            lv: "Ja dati ir kļūdaini, importējiet labotu failu.",
            en: "Where data are wrong, import a corrected file."
        )
    )
}
