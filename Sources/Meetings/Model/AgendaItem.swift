internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Why a pupil is on an agenda.
struct AgendaReasons: OptionSet, Hashable, Sendable, SQLValue, SQLReadable {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }

    /// A sign of risk that nobody has looked at.
    static let signal = AgendaReasons(rawValue: 1)
    /// A sign that was to be looked at again.
    static let signalReview = AgendaReasons(rawValue: 2)
    /// A case that was to be looked at again.
    static let caseReview = AgendaReasons(rawValue: 4)
    /// A plan whose term is over without a result.
    static let plan = AgendaReasons(rawValue: 8)
    /// Somebody asked for it.
    static let request = AgendaReasons(rawValue: 16)
    /// Put there by hand.
    static let hand = AgendaReasons(rawValue: 32)

    /// Reasons that tell of a case, so that only those who take part read them.
    static let ofCase: AgendaReasons = [.caseReview, .plan]

    var sqlValue: Value { rawValue.sqlValue }
    static func read(_ column: Column) throws -> AgendaReasons {
        AgendaReasons(rawValue: try Int.read(column))
    }

    /// The reasons in words, the most urgent first.
    var words: [Text] {
        let all: [(AgendaReasons, Text)] = [
            (.signal, Text(lv: "jauna riska pazīme", en: "a new sign of risk")),
            (.signalReview, Text(lv: "riska pazīme jāpārskata", en: "a sign of risk to look at again")),
            (.caseReview, Text(lv: "gadījums jāpārskata", en: "a case to review")),
            (.plan, Text(lv: "plāna rezultāts nav vērtēts", en: "a plan without a result")),
            (.request, Text(lv: "lūgums", en: "a request")),
            (.hand, Text(lv: "ierosinājis dalībnieks", en: "proposed by a participant")),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

/// A pupil on the agenda of a meeting.
struct AgendaItem: Sendable {
    let tenant: TenantID
    let id: Int
    let meeting: Int
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    /// The place by hand; 0 where the order is that of names.
    let position: Int
    let reasons: AgendaReasons
    /// Whether a person took it off.
    let isOff: Bool
    let addedBy: String

    private static let columns: SQL = """
        i.tenant_id, i.id, i.meeting_id, i.pupil_id, i.institution_id, i.class_id, i.position, i.reasons, i.is_off,
        i.account_name
        """

    /// The items of a meeting, also those that were taken off, by number.
    static func all(of meeting: Int, _ tenant: TenantID, _ connection: Connection) throws -> [AgendaItem] {
        try connection.rows(
            """
            SELECT \(columns) FROM meeting_item i
            WHERE i.tenant_id = \(tenant) AND i.meeting_id = \(meeting) ORDER BY i.id
            """
        )
    }

    /// An item by its number.
    static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> AgendaItem? {
        try connection.rows(
            "SELECT \(columns) FROM meeting_item i WHERE i.tenant_id = \(tenant) AND i.id = \(id)",
            as: AgendaItem.self
        )
        .first
    }

    /// The items that a pupil was, at meetings of any state, the latest first.
    static func all(of pupil: PupilID, _ tenant: TenantID, _ connection: Connection) throws -> [AgendaItem] {
        try connection.rows(
            """
            SELECT \(columns) FROM meeting_item i
            WHERE i.tenant_id = \(tenant) AND i.pupil_id = \(pupil) AND i.is_off = 0 ORDER BY i.id DESC
            """
        )
    }

    /// Where rights to the pupil are asked for: the institution that spoke of the pupil.
    ///
    /// The class is that of a day where it is of that institution: a pupil who has moved does not take minutes along.
    func scope(on day: Day, _ connection: Connection) throws -> Scope {
        let now = try ScopeFinder(tenant: tenant, connection).scope(of: pupil, on: day)
        let isHere = now?.institution == institution
        return Scope(institution: institution, classGroup: isHere ? now?.classGroup : nil, pupil: pupil)
    }
}

extension AgendaItem: Readable {
    init(row: inout Row) throws {
        tenant = try row.next()
        id = try row.next()
        meeting = try row.next()
        pupil = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        position = try row.next()
        reasons = try row.next()
        isOff = try row.next(Int.self) == 1
        addedBy = try row.next()
    }
}
