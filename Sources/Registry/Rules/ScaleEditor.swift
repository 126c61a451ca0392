import Access
package import Frame
import Kernel
import Storage

/// Changes scales of marks and their values.
///
/// A value is never removed: it goes out of use. Marks that were imported keep the value they had.
package struct ScaleEditor: Sendable {
    private let desk: Desk

    /// An editor at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The scales of the tenant.
    package func scales() async throws -> [ScaleRecord] {
        let tenant = desk.tenant
        return try await desk.database.data.read { try ScaleRecord.all(tenant, $0) }
    }

    /// The scale of a code.
    package func scale(_ code: String) async throws -> ScaleRecord {
        guard let scale = try await scales().last(where: { $0.code == code }) else {
            throw Refusal.noSuchPage
        }
        return scale
    }

    /// The changes of a scale, or of one of its values, the latest first.
    package func history(_ code: String, value: String? = nil) async throws -> [RegisterChange] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            guard let value else {
                return try RegisterHistory.changes(.markScales, code, tenant, connection)
            }
            let row = ScaleRecord.row(code, value)
            return try RegisterHistory.changes(.scaleValues, row, tenant, connection)
        }
    }

    /// Changes the names of a scale that was read at a version.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    package func change(_ code: String, version: Int, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.rename(texts, version: version) }
    }

    /// Changes a value that was read at a version.
    package func change(_ code: String, value: String, version: Int, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.change(value, texts, version: version) }
    }

    /// Adds a value.
    package func add(_ code: String, value: String, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.add(value, texts) }
    }

    /// Puts back what a scale, or one of its values, held before one of its changes.
    package func restore(
        _ code: String,
        value: String? = nil,
        change: Int,
        version: Int
    ) async throws {
        let tenant = desk.tenant
        let before = try await desk.database.data.read { connection in
            let row = value.map { ScaleRecord.row(code, $0) } ?? code
            let table: RegisterTable = value == nil ? .markScales : .scaleValues
            return try RegisterHistory.before(change, table, row, tenant, connection)
        }
        if let value {
            try await self.change(code, value: value, version: version, before)
        } else {
            try await self.change(code, version: version, before)
        }
    }

    private func edit(_ code: String, _ body: @escaping @Sendable (ScaleWriter) throws -> Void) async throws {
        try desk.require(.administer, in: .tenant)
        let desk = desk
        try await desk.writeAndRecord { try body(ScaleWriter(code, desk, $0)) }
    }
}
