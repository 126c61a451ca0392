import Frame
import Kernel
import Storage

extension Importer {
    /// Takes up imports that were cut off by a stop of the program.
    ///
    /// An import whose batch is in the data is finished; one that was being applied is planned again as it was,
    /// for its transaction left nothing; one that was being read goes on where it was, where its files are
    /// still the same. Imports that somebody worked on within `quiet` are let be.
    ///
    /// - Returns: imports that wait for a person's word.
    @discardableResult
    package func resume(
        quiet: Duration = .seconds(60),
        progress: @escaping Progress = { _ in }
    ) async throws -> [StagedImport] {
        try desk.require(.importData, in: .tenant)
        let (imports, before) = (imports, desk.clock() - quiet)
        let stuck = try await desk.database.state.read {
            try imports.list([.staging, .applying], $0).filter { $0.touchedAt <= before }
        }
        var out: [StagedImport] = []
        for record in stuck where try await claim(record) {
            switch record.state {
            case .applying:
                if try await settle(record) { out.append(try await find(record.id)) }
            default:
                if let staged = try await readAgain(record, progress) { out.append(staged) }
            }
        }
        return out
    }

    /// Makes sure that no other process takes up the same import.
    private func claim(_ record: ImportRecord) async throws -> Bool {
        let (tenant, now) = (desk.tenant, desk.clock())
        return try await desk.database.state.write { connection in
            try connection.execute(
                """
                UPDATE import_run SET touched_at = \(now.milliseconds)
                WHERE tenant_id = \(tenant) AND id = \(record.id) AND state = \(record.state)
                AND touched_at = \(record.touchedAt.milliseconds)
                """
            ) > 0
        }
    }

    /// Finishes an import whose batch was committed; true where there is none and the plan waits again.
    @discardableResult
    func settle(_ record: ImportRecord) async throws -> Bool {
        let (imports, batches, now) = (imports, BatchStore(tenant: desk.tenant), desk.clock())
        let batch = try await desk.database.data.read { try batches.batch(of: record.id, $0) }
        if let batch {
            try await ApplyRun(desk: desk, id: record.id, progress: { _ in })
                .finish(.applied, from: [.applying], batch, record.order.request.uploads)
            return false
        }
        _ = try await desk.database.state.write {
            try imports.move(record.id, from: [.applying], to: .planned, now, $0)
        }
        return true
    }

    /// Goes on reading the files of an import; nil where they are gone or others, or somebody else reads them.
    func readAgain(
        _ record: ImportRecord,
        _ progress: @escaping Progress
    ) async throws -> StagedImport? {
        let run: StageRun
        do {
            run = try await StageRun.again(record, desk, every: every, progress)
        } catch is Refusal {
            // The files are gone or others: the import has failed, and is listed so.
            try await fail(record)
            return nil
        }
        do { return try await run.run() } catch is Refusal { return nil }
    }

    private func fail(_ record: ImportRecord) async throws {
        let (imports, now) = (imports, desk.clock())
        let store = StagedStore(database: desk.database, tenant: desk.tenant, importID: record.id.rawValue)
        let rejects = RejectStore(tenant: desk.tenant, importID: record.id.rawValue)
        try await desk.database.state.write { connection in
            guard try imports.move(record.id, of: record.turn, to: .failed, now, connection) else { return }
            try store.clear(connection)
            try rejects.clear(connection)
        }
    }
}
