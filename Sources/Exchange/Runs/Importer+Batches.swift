package import Frame
import Kernel
import Storage
import Tabular

extension Importer {
    /// Takes a batch back exactly: registers, facts and cells.
    ///
    /// Refuses, and changes nothing, where later batches or edits touched the same rows, and lists them.
    package func undo(_ batch: BatchID) async throws {
        _ = try await self.batch(batch)
        try await UndoRun(desk: desk, batch: batch).run()
    }

    /// All batches that are the asker's to see, the newest first.
    package func list() async throws -> [BatchSummary] {
        let scope = ImportScope(desk)
        try scope.requireAny()
        let batches = BatchStore(tenant: desk.tenant)
        return try await desk.database.data.read { try batches.list($0) }
            .filter { scope.covers($0.institution?.rawValue ?? 0) }
    }

    /// One batch; refuses where there is none, or none that is the asker's to see.
    package func batch(_ id: BatchID) async throws -> BatchSummary {
        let scope = ImportScope(desk)
        try scope.requireAny()
        let batches = BatchStore(tenant: desk.tenant)
        let summary = try await desk.database.data.read { try batches.find(id, $0) }
        guard let summary, scope.covers(summary.institution?.rawValue ?? 0) else {
            throw Refusal.noSuchBatch
        }
        return summary
    }

    /// Imports that are being read, wait for a word or were cut off, the newest first.
    package func pending() async throws -> [StagedImport] {
        let scope = ImportScope(desk)
        try scope.requireAny()
        let imports = imports
        let records = try await desk.database.state.read {
            try imports.list([.staging, .planned, .applying], $0)
        }
        return records.filter { scope.covers($0.order.request.institution) }.reversed().map {
            StagedImport($0)
        }
    }
}

extension Importer {
    /// What a batch did to each table.
    package func tables(of batch: BatchID) async throws -> [TableCounts] {
        _ = try await self.batch(batch)
        let batches = BatchStore(tenant: desk.tenant)
        return try await desk.database.data.read { try batches.parts(batch, $0) }.map { part in
            TableCounts(
                table: part.table,
                added: part.counts.added,
                changed: part.counts.changed,
                unchanged: part.counts.unchanged,
                removed: part.counts.removed
            )
        }
    }
}

/// What a batch did to one table.
package struct TableCounts: Sendable, Hashable {
    /// The table.
    package let table: String
    /// Rows added.
    package let added: Int
    /// Rows changed.
    package let changed: Int
    /// Rows that stayed.
    package let unchanged: Int
    /// Rows removed.
    package let removed: Int
}
