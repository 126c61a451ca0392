package import Frame
import Kernel
import Storage
import Tabular

extension Importer {
    /// Takes a batch back exactly: registers, facts and cells.
    ///
    /// Refuses, and changes nothing, where later batches or edits touched the same rows, and lists them.
    package func undo(_ batch: BatchID) async throws {
        try desk.require(.importData, in: .tenant)
        try await UndoRun(desk: desk, batch: batch).run()
    }

    /// All batches, the newest first.
    package func list() async throws -> [BatchSummary] {
        try desk.require(.importData, in: .tenant)
        let batches = BatchStore(tenant: desk.tenant)
        return try await desk.database.data.read { try batches.list($0) }
    }

    /// One batch; refuses where there is none.
    package func batch(_ id: BatchID) async throws -> BatchSummary {
        try desk.require(.importData, in: .tenant)
        let batches = BatchStore(tenant: desk.tenant)
        guard let summary = try await desk.database.data.read({ try batches.find(id, $0) }) else {
            throw Refusal.noSuchBatch
        }
        return summary
    }

    /// Imports that are being read, wait for a word or were cut off, the newest first.
    package func pending() async throws -> [StagedImport] {
        try desk.require(.importData, in: .tenant)
        let imports = imports
        let records = try await desk.database.state.read {
            try imports.list([.staging, .planned, .applying], $0)
        }
        return records.reversed().map(StagedImport.init)
    }
}

extension Importer {
    /// What a batch did to each table.
    package func tables(of batch: BatchID) async throws -> [TableCounts] {
        try desk.require(.importData, in: .tenant)
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
