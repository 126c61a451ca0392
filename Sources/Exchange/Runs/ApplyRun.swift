import Access
import Frame
import Kernel
import Storage

/// Carries out one plan.
struct ApplyRun: Sendable {
    let desk: Desk
    let id: ImportID
    let progress: Importer.Progress

    private var imports: ImportStore { ImportStore(tenant: desk.tenant) }
    private var store: StagedStore {
        StagedStore(database: desk.database, tenant: desk.tenant, importID: id.rawValue)
    }

    /// Applies the import, unless that was done before or there is nothing to change.
    func run(acceptRemovals: Bool) async throws -> BatchReport {
        let (imports, id) = (imports, id)
        guard let record = try await desk.database.state.read({ try imports.find(id, $0) }),
            let stored = record.plan
        else { throw Refusal.noSuchImport }
        if record.state == .applied || record.state == .unchanged {
            let batch = record.batch.rawValue > 0 ? record.batch : nil
            return BatchReport(batch: batch, plan: stored.plan)
        }
        if stored.plan.changes == 0 {
            try await finish(.unchanged, from: [.planned], nil, record.order.request.uploads)
            return BatchReport(batch: nil, plan: stored.plan)
        }
        if stored.plan.removalsNeedConsent, !acceptRemovals { throw Refusal.removals(stored.plan) }
        try await move(from: [.planned], to: .applying)
        progress(
            ImportProgress(
                phase: .applying,
                doneBytes: record.allBytes,
                allBytes: record.allBytes,
                lines: record.lines
            )
        )
        let batch: BatchID
        do {
            batch = try await write(record, stored)
        } catch {
            try? await move(from: [.applying], to: .planned)
            throw error.explained
        }
        try await finish(.applied, from: [.applying], batch, record.order.request.uploads)
        return BatchReport(batch: batch, plan: stored.plan)
    }

    private func write(_ record: ImportRecord, _ stored: StoredPlan) async throws -> BatchID {
        let planner = ImportPlanner(
            house: desk.house,
            store: store,
            mapping: record.order.mapping,
            coverage: stored.coverage,
            institution: record.order.request.institution
        )
        let head = BatchHead(
            tenant: desk.tenant,
            importID: id,
            format: record.format,
            mapping: record.order.mapping,
            account: desk.asker.account,
            accountName: desk.asker.name,
            startedAt: record.startedAt,
            appliedAt: desk.clock(),
            plan: stored.plan,
            files: record.order.files,
            sheets: record.order.sheets ?? [],
            institution: record.order.request.institution
        )
        let (desk, tenant, mark, started) = (desk, desk.tenant, record.dataMark, record.startedAt)
        let event = desk.event(.imported, "", scope: Self.scope(record.order.request.institution))
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: tenant.rawValue)
            if let done = try BatchStore(tenant: tenant).batch(of: head.importID, connection) { return done }
            guard try !PupilMerges(tenant, connection).happened(since: started) else {
                throw Refusal.readBeforeMerge
            }
            guard try DataMark.now(tenant, connection) == mark else { throw Refusal.planIsStale }
            let changes = NoticeTaker()
            let applier = BatchApplier(planner: planner, head: head)
            let batch = try applier.apply(stored.plan, changes, connection)
            try desk.tell(changes.notice, connection)
            var record = event
            record.what = "batch \(batch.rawValue)"
            try AuditTrail.queue(record, connection)
            return batch
        }
    }

    private static func scope(_ institution: Int) -> Scope {
        institution > 0 ? Scope(institution: InstitutionID(rawValue: institution)) : .tenant
    }

    /// After a batch is committed, or where there is none to come: staging is no longer needed.
    func finish(
        _ state: ImportState,
        from states: [ImportState],
        _ batch: BatchID?,
        _ uploads: [Int]
    ) async throws {
        let (imports, id, store, now) = (imports, id, store, desk.clock())
        let tenant = desk.tenant
        try await desk.database.state.write { connection in
            _ = try imports.move(id, from: states, to: state, now, connection)
            if let batch { try imports.keepBatch(id, batch, connection) }
            try store.clear(connection)
            for upload in uploads { try Uploads.remove(upload, tenant, connection) }
        }
        if batch != nil { try await desk.database.data.checkpoint() }
    }

    private func move(from states: [ImportState], to state: ImportState) async throws {
        let (imports, id, now) = (imports, id, desk.clock())
        let moved = try await desk.database.state.write {
            try imports.move(id, from: states, to: state, now, $0)
        }
        guard moved else { throw Refusal.importIsBusy }
    }
}

extension Refusal {
    static let importIsBusy = Refusal(
        .conflict,
        Text(
            lv: "Šo importu jau apstrādā, vai tas ir atmests.",
            en: "This import is being worked on already, or was given up."
        ),
        advice: Text(lv: "Apskatiet importu sarakstu.", en: "Look at the list of imports.")
    )

    static func removals(_ plan: ImportPlan) -> Refusal {
        let covered = plan.tables.reduce(0) { $0 + $1.covered }
        let rows = Noun(lv: "ierakstu", "ierakstus", en: "row", "rows")
        return Refusal(
            .conflict,
            Text(
                lv:
                    "Imports izdzēstu \(rows.counted(plan.removed).lv); fails aptver \(rows.counted(covered).lv).",
                en: "The import would remove \(Format(.en).integer(plan.removed)) of the "
                    + "\(Format(.en).integer(covered)) rows that the file covers."
            ),
            advice: Text(
                lv: "Ja fails ir pilnīgs un tā arī jābūt, apstipriniet dzēšanu: --accept-removals.",
                en: "If the file is complete and that is meant, confirm the removals: --accept-removals."
            )
        )
    }
}

extension Error {
    /// A rule of the schema that a file broke is told in words; everything else stays as it is.
    var explained: any Error {
        if self is Conflict { return Refusal.planIsStale }
        guard let fault = self as? StorageError, case .constraint(let rule) = fault.code else { return self }
        return Refusal(
            .invalid,
            Text(
                lv: "Fails ir pretrunā ar esošajiem datiem (noteikums \(rule)); nekas nav saglabāts.",
                en: "The file contradicts the present data (rule \(rule)); nothing was saved."
            ),
            advice: Text(
                lv: "Pārbaudiet, vai viena persona vai iestāde failā nav ar diviem dažādiem kodiem.",
                en: "Check whether one person or institution stands in the file with two different codes."
            )
        )
    }
}
