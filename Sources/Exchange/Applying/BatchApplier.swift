import Frame
import Kernel
import Storage

/// Applies what was staged, in one transaction of the `data` store.
struct BatchApplier {
    let planner: ImportPlanner
    let head: BatchHead

    private var tenant: TenantID { planner.store.tenant }

    /// Writes registers, facts, cells and the batch itself.
    ///
    /// Throws, and so leaves everything as it was, where the outcome is not what the plan said.
    func apply(
        _ plan: ImportPlan,
        _ notice: NoticeTaker,
        _ connection: Connection
    ) throws -> BatchID {
        let ids = try connection.takeIds(tenant: tenant.rawValue, kind: "batch", count: 1)
        let batch = BatchID(rawValue: ids.lowerBound)
        try head.insert(batch, connection)
        var parts: [BatchPart] = []
        let moves = ClassMoves(tenant)
        for table in planner.house.registers {
            let applier = RegisterApplier(table, tenant, batch, notice, connection)
            let merge = try RegisterMerge(table, planner.store)
            let difference = RegisterDifference(table: table, tenant: tenant)
            let counts = try difference.run(merge, connection) { changes in
                try applier.take(changes)
                moves.take(changes, of: table)
            }
            parts.append(BatchPart(table: table.name.text, counts: counts, spans: Spans()))
        }
        for table in planner.house.facts {
            let applier = FactApplier(table, tenant, batch, notice, connection)
            let difference = planner.difference(table)
            let queue = try FactQueue(
                table,
                planner.store,
                planner.mapping.precedence,
                batch: batch,
                moved: try moves.facts(of: table, except: difference.covers, connection)
            )
            let counts = try difference.run(queue, connection) { try applier.take($0) }
            try applier.finish()
            parts.append(BatchPart(table: table.name.text, counts: counts, spans: applier.spans))
        }
        try check(parts, plan)
        for part in parts where part.counts != FactCounts() { try part.insert(batch, tenant, connection) }
        return batch
    }

    private func check(_ parts: [BatchPart], _ plan: ImportPlan) throws(Refusal) {
        for part in parts {
            let planned = plan.tables.first { $0.table == part.table }
            guard part.counts.isPlanned(planned) else { throw .planIsStale }
        }
    }
}

/// What a batch did to one table.
struct BatchPart {
    let table: String
    let counts: FactCounts
    let spans: Spans

    func insert(_ batch: BatchID, _ tenant: TenantID, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO batch_table
            (tenant_id, batch_id, table_name, added, changed, unchanged, removed, spans)
            VALUES (\(tenant), \(batch), \(table), \(counts.added), \(counts.changed),
            \(counts.unchanged), \(counts.removed), \(spans.bytes))
            """
        )
    }
}

extension FactCounts {
    /// Whether the counts are those that were shown to the person who confirmed.
    fileprivate func isPlanned(_ plan: ImportPlan.TableChange?) -> Bool {
        added == plan?.added ?? 0 && changed == plan?.changed ?? 0 && removed == plan?.removed ?? 0
    }
}

extension Refusal {
    /// Something else was saved since the plan was made.
    static let planIsStale = Refusal(
        .conflict,
        Text(
            lv: "Kopš plāna sagatavošanas dati ir mainījušies; nekas nav saglabāts.",
            en: "The data have changed since the plan was made; nothing was saved."
        ),
        advice: Text(
            lv: "Salīdziniet failu vēlreiz un apskatiet jauno plānu.",
            en: "Compare the file again and look at the new plan."
        )
    )
}
