internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Changes programmes by hand: each change with its history and its record, at the version that was read.
struct PlanEditor: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// The programme of an id, if the asker may see it.
    func plan(_ id: Int) async throws -> Plan {
        let desk = desk
        return try await desk.database.data.read { connection in
            try PlanEditor.seen(try Plan(id, desk.tenant, connection), desk)
        }
    }

    /// The programme of an id, if the asker may edit it.
    func editing(_ id: Int) async throws -> Plan {
        let desk = desk
        return try await desk.database.data.read { connection in
            try PlanEditor.edited(id, desk, connection)
        }
    }

    /// A programme with what its forms offer to choose, as if it were not there where the asker may not edit it.
    static func edited(_ id: Int?, _ desk: Desk, _ connection: Connection) throws -> Plan {
        var plan = try seen(try id.flatMap { try Plan($0, desk.tenant, connection) }, desk)
        try desk.requireEditing(plan.programme.scope)
        plan.places = try PlanPlaces.named(desk.tenant, connection)
        plan.measures = try PlanMeasures.all(desk.house.measures)
        return plan
    }

    /// A programme as if it were not there where the asker may not see it.
    static func seen(_ plan: Plan?, _ desk: Desk) throws -> Plan {
        guard let plan else { throw Refusal.noSuchPage }
        let owner = plan.programme.institution
        let reach = desk.asker.reach(.seePlans, on: desk.today)
        guard owner.rawValue == 0 ? !reach.isEmpty : reach.everything || reach.institutions.contains(owner)
        else {
            throw Refusal.noSuchPage
        }
        return plan
    }

    /// Whether the asker may edit a programme.
    func mayEdit(_ plan: Plan) -> Bool {
        desk.asker.may(.editPlans, in: plan.programme.scope, on: desk.today)
    }

    /// Keeps answers of a row of a programme, as ``change(_:in:version:_:)`` does.
    func keep<Row: PlanEdited>(
        _ texts: EditTexts,
        in id: Int,
        version: Int,
        _ find: @escaping @Sendable (Plan, Connection) throws -> Row?
    ) async throws -> Row {
        try await change(texts, in: id, version: version, find).row
    }

    /// Keeps answers of a row of a programme, and looks the programme through.
    ///
    /// The version is that of the row that the answers were given to, 0 of a new one; `find` gives the row as it is now,
    /// or a new one with version 0; `besides` tells what else is wrong with the answers. Throws `FieldErrors`, and
    /// `Conflict` where somebody else was first.
    func change<Row: PlanEdited>(
        _ texts: EditTexts,
        in id: Int,
        version: Int,
        besides: @escaping @Sendable (Plan, Connection) throws -> FieldErrors = { _, _ in FieldErrors() },
        _ find: @escaping @Sendable (Plan, Connection) throws -> Row?
    ) async throws -> PlanKept<Row> {
        try await write(id) { plan, desk, connection in
            guard var row = try find(plan, connection) else { throw Refusal.noSuchPage }
            guard row.version == version else {
                throw Conflict(table: Row.table.name.text, id: row.key.first ?? 0)
            }
            let before = row.version == 0 ? [:] : row.texts(plan)
            var reader = FieldReader(texts, besides: try besides(plan, connection))
            row.take(&reader, plan)
            try reader.finish()
            guard row.texts(plan) != before else { return PlanKept(row: row, findings: []) }
            try PlanEditor.store(&row, desk, connection)
            try PlanEditor.note(row, before: before, after: row.texts(plan), desk, connection)
            return PlanKept(row: row, findings: try PlanEditor.findings(since: plan, desk, connection))
        }
    }

    /// Writes within a programme that the asker may edit.
    func write<T: Sendable>(
        _ id: Int,
        _ body: @escaping @Sendable (Plan, Desk, Connection) throws -> T
    ) async throws -> T {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            return try body(try PlanEditor.edited(id, desk, connection), desk, connection)
        }
    }

    /// The changes of a row, the latest first.
    func history<Row: PlanRow>(_ row: Row) async throws -> [RegisterChange] {
        let (tenant, name) = (desk.tenant, PlanEditor.name(row))
        return try await desk.database.data.read {
            try RegisterHistory.changes(Row.table, name, tenant, $0)
        }
    }

    /// What a row held before a change.
    func before<Row: PlanRow>(_ change: Int, of row: Row) async throws -> EditTexts {
        let (tenant, name) = (desk.tenant, PlanEditor.name(row))
        return try await desk.database.data.read {
            try RegisterHistory.before(change, Row.table, name, tenant, $0)
        }
    }

    /// The next id of a kind of row.
    static func newID(_ kind: String, _ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.takeIds(tenant: desk.tenant.rawValue, kind: kind, count: 1).lowerBound
    }

    /// Writes a row, and gives it the version that it has since.
    private static func store(_ row: inout some PlanRow, _ desk: Desk, _ connection: Connection) throws {
        if row.version == 0 {
            // Nobody who read it before it was taken out may save over it once it is there again.
            row.version = try RegisterHistory.version(type(of: row).table, name(row), desk.tenant, connection)
            try row.insert(desk.tenant, connection, version: row.version + 1)
        } else {
            try row.update(desk.tenant, connection)
        }
        row.version += 1
    }

    /// What a programme contradicts itself in now, and did not as it was.
    static func findings(since plan: Plan, _ desk: Desk, _ connection: Connection) throws -> [PlanFinding] {
        let known = Set(PlanCheck(plan: plan).findings)
        let now = try Plan(plan.programme.id, desk.tenant, connection)
        return now.map { PlanCheck(plan: $0).findings.filter { !known.contains($0) } } ?? []
    }

    /// Writes a change down.
    static func note(
        _ row: some PlanRow,
        before: EditTexts,
        after: EditTexts,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try RegisterHistory.note(
            type(of: row).table,
            name(row),
            version: row.version,
            before: before,
            after: after,
            desk,
            connection
        )
    }

    private static func name(_ row: some PlanRow) -> String {
        row.key.map(String.init).joined(separator: "/")
    }
}

extension Desk {
    /// Refuses as if there were no such page where the asker may not edit the plans of a scope: others' plans are read.
    func requireEditing(_ scope: Scope) throws(Refusal) {
        guard asker.may(.editPlans, in: scope, on: today) else { throw Refusal.noSuchPage }
    }
}
