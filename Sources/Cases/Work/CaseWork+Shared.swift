internal import Access
internal import Frame
internal import Kernel
internal import Storage

/// What all changes of a case share.
extension CaseWork {
    static func newID(_ kind: String, _ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.takeIds(tenant: desk.tenant.rawValue, kind: kind, count: 1).lowerBound
    }

    static func seal(
        _ text: String,
        _ table: String,
        _ column: String,
        _ id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [UInt8] {
        try CaseText.seal(text, desk.tenant, at: .row(table, column, desk.tenant, id), connection)
    }

    static func record(
        _ id: Int,
        _ pupil: PupilID,
        _ scope: Scope,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try AuditTrail.queue(desk.event(.change, "case \(id)", persons: [pupil], scope: scope), connection)
    }

    /// Writes a step; with `owners` one by which somebody else answers for the case, whatever its state.
    static func step(
        _ id: Int,
        _ state: CaseState,
        _ reason: String,
        owners: (former: AccountID, next: AccountID)? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let last = try connection.value(
            """
            SELECT coalesce(max(ordinal), 0) FROM case_step
            WHERE tenant_id = \(desk.tenant) AND case_id = \(id)
            """,
            Int.self
        )
        let ordinal = (last ?? 0) + 1
        let place = SealedPlace.row("case_step", "reason_sealed", desk.tenant, id, ordinal)
        let sealed = try CaseText.seal(reason, desk.tenant, at: place, connection)
        try connection.execute(
            """
            INSERT INTO case_step (tenant_id, case_id, ordinal, day, at, state, account_id, account_name,
                reason_sealed, former_id, next_id)
            VALUES (\(desk.tenant), \(id), \(ordinal), \(desk.today), \(desk.clock().milliseconds), \(state),
                \(desk.asker.account), \(desk.asker.name), \(sealed),
                \(owners?.former.rawValue ?? 0), \(owners?.next.rawValue ?? 0))
            """
        )
    }
}
