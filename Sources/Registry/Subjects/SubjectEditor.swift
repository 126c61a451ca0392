import Access
package import Frame
import Kernel
import Storage

/// Changes subjects by hand.
package struct SubjectEditor: Sendable {
    private let desk: Desk

    /// An editor at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The subjects of the tenant in Latvian order.
    package func subjects() async throws -> [SubjectRecord] {
        let tenant = desk.tenant
        return try await desk.database.data.read { try SubjectRecord.all(tenant, $0) }
    }

    /// The changes of a subject, the latest first.
    package func history(_ id: SubjectID) async throws -> [RegisterChange] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try RegisterHistory.changes(.subjects, String(id.rawValue), tenant, connection)
        }
    }

    /// Changes a subject that was read at a version.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    package func change(_ id: SubjectID, version: Int, _ texts: EditTexts) async throws {
        try await edit { desk, connection in
            let all = try SubjectRecord.all(desk.tenant, connection)
            guard let old = all.first(where: { $0.id == id }) else { throw Refusal.noSuchPage }
            let new = try SubjectEditor.draft(texts, id, version: version + 1, among: all)
            guard old.texts != new.texts else { return }
            let changed = try connection.execute(
                """
                UPDATE subject SET name = \(new.name), code = \(new.code), area = \(new.area),
                    sort_key = \(LatvianKey.sort(new.name)), search_key = \(LatvianKey.search(new.name)),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND version = \(version)
                """
            )
            guard changed > 0 else { throw Conflict(table: "subject", id: id.rawValue) }
            try note(new, before: old.texts, desk, connection)
        }
    }

    /// Adds a subject.
    @discardableResult
    package func add(_ texts: EditTexts) async throws -> SubjectID {
        try await edit { desk, connection in
            let all = try SubjectRecord.all(desk.tenant, connection)
            let taken = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "subject", count: 1)
            let id = SubjectID(rawValue: taken.lowerBound)
            let new = try SubjectEditor.draft(texts, id, version: 1, among: all)
            try connection.execute(
                """
                INSERT INTO subject (tenant_id, id, code, name, sort_key, search_key, area, version)
                VALUES (\(desk.tenant), \(id), \(new.code), \(new.name), \(LatvianKey.sort(new.name)),
                    \(LatvianKey.search(new.name)), \(new.area), 1)
                """
            )
            try note(new, before: [:], desk, connection)
            return id
        }
    }

    /// Puts back what a subject held before one of its changes.
    package func restore(_ id: SubjectID, change: Int, version: Int) async throws {
        let tenant = desk.tenant
        let before = try await desk.database.data.read { connection in
            try RegisterHistory.before(change, .subjects, String(id.rawValue), tenant, connection)
        }
        try await self.change(id, version: version, before)
    }

    private func edit<T: Sendable>(
        _ body: @escaping @Sendable (Desk, Connection) throws -> T
    ) async throws -> T {
        try desk.require(.editRegisters, in: .tenant)
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            return try body(desk, connection)
        }
    }

    /// Reads answers; a name and a code are those of one subject, as imports find subjects by them.
    private static func draft(
        _ typed: EditTexts,
        _ id: SubjectID,
        version: Int,
        among all: [SubjectRecord]
    ) throws(FieldErrors) -> SubjectRecord {
        var reader = FieldReader(typed)
        let name = reader.words("name")
        let code = reader.words("code", optional: true)
        let area = reader.number("area", in: 0...7) ?? 0
        let others = all.filter { $0.id != id }
        let key = LatvianKey.search(name)
        if others.contains(where: { LatvianKey.search($0.name) == key }) {
            reader.fail(
                "name",
                Text(lv: "Šāds mācību priekšmets jau ir.", en: "There is such a subject already.")
            )
        }
        if !code.isEmpty, others.contains(where: { $0.code == code }) {
            reader.fail(
                "code",
                Text(lv: "Šis kods ir citam priekšmetam.", en: "Another subject has this code.")
            )
        }
        try reader.finish()
        return SubjectRecord(id: id, name: name, code: code, area: area, version: version)
    }

    private func note(
        _ new: SubjectRecord,
        before: EditTexts,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try RegisterHistory.note(
            .subjects,
            String(new.id.rawValue),
            version: new.version,
            before: before,
            after: new.texts,
            desk,
            connection
        )
    }
}
