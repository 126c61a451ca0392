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

    /// Changes what a scale says of itself, read at a version: names, bounds, period.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    package func change(_ code: String, version: Int, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.change(texts, version: version) }
    }

    /// Changes a value that was read at a version.
    package func change(_ code: String, value: String, version: Int, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.change(value, texts, version: version) }
    }

    /// Adds a value.
    package func add(_ code: String, value: String, _ texts: EditTexts) async throws {
        try await edit(code) { try $0.add(value, texts) }
    }

    /// Adds a scale without values.
    package func create(_ code: String, _ texts: EditTexts) async throws {
        try desk.require(.administer, in: .tenant)
        let desk = desk
        try await desk.writeAndRecord { try ScaleWriter.create(code, texts, desk, $0) }
    }

    /// Sets some answers of a scale, or of one of its values, and leaves the others; what is not there is added.
    ///
    /// The commands `scales set` and `scales mark`. Throws a refusal that names the answers which cannot be kept.
    package func set(_ code: String, value: String? = nil, _ answers: EditTexts) async throws {
        let scale = try await scales().last { $0.code == code }
        do {
            let fields = value == nil ? ScaleRecord.fields : ScaleRecord.valueFields
            try FieldErrors.checkNames(answers, among: fields)
            guard let value else {
                guard let scale else { return try await create(code, answers) }
                return try await change(code, version: scale.version, answers)
            }
            guard let scale else { throw Refusal.noSuchScale(code) }
            let key = MarkScale.key(value)
            if let known = scale.values.first(where: { MarkScale.key($0.text) == key }) {
                return try await change(code, value: value, version: known.version, answers)
            }
            try await add(code, value: value, ["level": "0"].setting(answers))
        } catch let errors as FieldErrors {
            throw errors.refusal
        }
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

extension Refusal {
    static func noSuchScale(_ code: String) -> Refusal {
        Refusal(
            .unknown,
            Text(lv: "Nav vērtējumu skalas „\(code)”.", en: "There is no mark scale “\(code)”."),
            advice: Text(
                lv: "Skalas parāda komanda „sekme scales list”.",
                en: "See the scales with “sekme scales list”."
            )
        )
    }
}
