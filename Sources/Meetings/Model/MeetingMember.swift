internal import Cases
internal import Frame
internal import Kernel
internal import Storage

/// Somebody who is asked to a meeting: of the staff, with an account, or of another body by name.
struct MeetingMember: Sendable {
    let id: Int
    let meeting: Int
    /// The account; 0 for somebody without one.
    let account: AccountID
    let name: String
    let body: CaseBody
    /// Whether they came; nil where nobody has said.
    let came: Bool?

    private static let columns: SQL = "b.id, b.meeting_id, b.account_id, b.name, b.body, b.came"

    /// Who is asked to a meeting, in the order they were asked.
    static func all(of meeting: Int, _ tenant: TenantID, _ connection: Connection) throws -> [MeetingMember] {
        try connection.rows(
            """
            SELECT \(columns) FROM meeting_member b
            WHERE b.tenant_id = \(tenant) AND b.meeting_id = \(meeting) ORDER BY b.id
            """
        )
    }

    /// Whether an account is asked to a meeting.
    static func has(
        _ account: AccountID,
        in meeting: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Bool {
        let count = try connection.value(
            """
            SELECT count(*) FROM meeting_member
            WHERE tenant_id = \(tenant) AND meeting_id = \(meeting) AND account_id = \(account)
            """,
            Int.self
        )
        return (count ?? 0) > 0
    }
}

extension MeetingMember: Readable {
    init(row: inout Row) throws {
        id = try row.next()
        meeting = try row.next()
        account = try row.next()
        name = try row.next()
        body = try row.next()
        let came: Int = try row.next()
        self.came = came == 0 ? nil : came == 1
    }
}
