internal import Frame
internal import Kernel
internal import Storage

/// A request of a person, without its sealed texts.
struct PrivacyRequest: Readable {
    let id: Int
    let subject: RequestSubject
    let kind: RequestKind
    let asker: RequestAsker
    let asked: Day
    let due: Day
    let state: RequestState
    /// nil while it is open.
    let decided: Day?
    let version: Int

    init(row: inout Row) throws {
        id = try row.next()
        let pupil: PupilID = try row.next()
        kind = try row.next()
        asker = try row.next()
        asked = try row.next()
        due = try row.next()
        state = try row.next()
        let end: Int = try row.next()
        decided = end == 0 ? nil : Day(number: end)
        version = try row.next()
        let staff: StaffID = try row.next()
        subject = staff.rawValue > 0 ? .staff(staff) : .pupil(pupil)
    }

    private static let columns: SQL =
        "id, pupil_id, kind, asker, asked_on, due_on, state, decided_on, version, staff_id"

    static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> PrivacyRequest? {
        try connection.first(
            "SELECT \(columns) FROM privacy_request WHERE tenant_id = \(tenant) AND id = \(id)"
        )
    }

    /// Open requests, the one due first first; then those decided, the latest first.
    static func all(_ tenant: TenantID, _ connection: Connection) throws -> [PrivacyRequest] {
        try connection.rows(
            """
            SELECT \(columns) FROM privacy_request WHERE tenant_id = \(tenant)
            ORDER BY CASE WHEN decided_on = 0 THEN due_on ELSE 1000000 - decided_on END, id
            """,
            as: PrivacyRequest.self
        )
        .sorted { left, right in left.state.isOpen && !right.state.isOpen }
    }

    /// The day by which an answer is due: one month after it came (GDPR, article 12(3)).
    static func due(_ asked: Day) -> Day { asked.adding(months: 1) }

    /// The last day that it can be put off to: two months further.
    var extendedDue: Day { asked.adding(months: 3) }
}

/// Something done about a request.
struct RequestStep: Readable {
    let at: Instant
    let deed: RequestDeed
    let who: String

    init(row: inout Row) throws {
        at = Instant(milliseconds: try row.next())
        deed = try row.next()
        who = try row.next()
    }

    static func all(of request: Int, _ tenant: TenantID, _ connection: Connection) throws -> [RequestStep] {
        try connection.rows(
            """
            SELECT at, deed, account_name FROM privacy_step
            WHERE tenant_id = \(tenant) AND request_id = \(request) ORDER BY ordinal
            """
        )
    }
}

extension Day {
    /// The same day of a later month, or its last day where the month is shorter.
    func adding(months: Int) -> Day {
        let target = Month(number: month.number + months)
        return Day(target.year, target.month, parts.day) ?? target.last
    }

    /// The same day of a later year; of 29 February the last of the month.
    func adding(years: Int) -> Day { adding(months: years * 12) }
}
