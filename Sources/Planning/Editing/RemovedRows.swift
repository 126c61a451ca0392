internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A row that was taken out of a programme, with the page that puts it back.
struct RemovedRow: Sendable {
    let words: Text
    let address: String

    /// The rows that were taken out of a programme and can be put back, the latest first.
    static func all(_ plan: Plan, _ desk: Desk) async throws -> [RemovedRow] {
        let tables = PlanKinds.parts.map { $0.table } + PlanKinds.children.map { $0.table }
        return try await desk.database.data.read { connection in
            var found: [RemovedRow] = []
            for row in try RegisterHistory.withdrawn(tables, desk.tenant, connection)
            where PlanRemoval.plan(row.before) == plan.programme.id {
                for kind in PlanKinds.parts { if let one = kind.removed(row) { found.append(one) } }
                for kind in PlanKinds.children {
                    if let one = try kind.removed(row, plan, desk.tenant, connection) { found.append(one) }
                }
            }
            return found
        }
    }
}

extension PlanPart {
    /// The row as one of this kind; nil where it is of another.
    static func removed(_ row: WithdrawnRow) -> RemovedRow? {
        guard row.table == table.name.text, let id = Int(row.row) else { return nil }
        let noun = table.noun.noun.form(1)
        let name = [row.before["number"], row.before["name"]].compactMap { $0 }.joined(separator: " ")
        return RemovedRow(words: noun + Text(same: " \(name)"), address: page(id))
    }
}

extension PlanChild {
    /// The row as one of this kind; nil where it is of another, is there again, or hung on what is gone itself.
    static func removed(
        _ row: WithdrawnRow,
        _ plan: Plan,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> RemovedRow? {
        let key = row.row.split(separator: "/").compactMap { Int($0) }
        guard row.table == table.name.text, key.count == 2, let name = parent.name(key[0], in: plan),
            try ChildRow<Self>.row(key[0], key[1], tenant, connection).version == 0
        else { return nil }
        return RemovedRow(words: title(name, key[1]), address: page(key[0], key[1]))
    }
}
