internal import Frame
internal import Kernel
internal import Storage

/// Which meeting it is.
///
/// Fixed: who may hold it and see its items follows from the kind, and each is counted by a measure of its own.
enum MeetingKind: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Of an institution's support team, twice a month.
    case team = 1
    /// Of several institutions (indicator 11 of a programme).
    case bodies = 2

    var words: Text {
        switch self {
        case .team: Text(lv: "atbalsta komandas sanāksme", en: "support team meeting")
        case .bodies: Text(lv: "starpinstitūciju sanāksme", en: "inter-institution meeting")
        }
    }
}

/// How far a meeting is.
enum MeetingState: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Its agenda is being made.
    case planned = 1
    /// It took place; the minutes are being written.
    case held = 2
    /// The minutes are approved, and nothing in them changes any more.
    case approved = 3
    /// It did not take place.
    case cancelled = 4

    var words: Text {
        switch self {
        case .planned: Text(lv: "plānota", en: "planned")
        case .held: Text(lv: "notikusi", en: "held")
        case .approved: Text(lv: "protokols apstiprināts", en: "minutes approved")
        case .cancelled: Text(lv: "nenotika", en: "did not take place")
        }
    }

    /// Whether pupils may be put on the agenda and taken off.
    var takesItems: Bool { self == .planned || self == .held }

    /// Whether it was held, and is counted so.
    var tookPlace: Bool { self == .held || self == .approved }
}

/// A meeting as its row holds it.
struct Meeting: Sendable {
    let tenant: TenantID
    let id: Int
    let kind: MeetingKind
    /// The institution that holds it; 0 is the board.
    let institution: InstitutionID
    let day: Day
    /// Minutes after midnight; nil where no time is said.
    let starts: Int?
    let place: String
    let state: MeetingState
    let leader: AccountID
    let leaderName: String
    /// What was said beside the pupils.
    let general: MeetingText
    let approved: Day?
    let approvedBy: String
    let version: Int

    private static let columns: SQL = """
        m.tenant_id, m.id, m.kind, m.institution_id, m.day, m.starts, m.place, m.state, m.leader_id, m.leader_name,
        m.general_sealed, m.approved_on, m.approved_by, m.version
        """

    /// A meeting by its number.
    static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> Meeting? {
        try connection.rows(
            "SELECT \(columns) FROM meeting m WHERE m.tenant_id = \(tenant) AND m.id = \(id)",
            as: Meeting.self
        )
        .first
    }

    /// Meetings under a condition on `m`, the latest first.
    static func all(
        where condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Meeting] {
        try connection.rows(
            """
            SELECT \(columns) FROM meeting m WHERE m.tenant_id = \(tenant) AND \(condition)
            ORDER BY m.day DESC, m.starts DESC, m.id DESC
            """
        )
    }

    /// Where the permission to lead it is asked for: the institution that holds it, or the whole board.
    var scope: Scope { institution.rawValue == 0 ? .tenant : Scope(institution: institution) }

    /// The time as people write it; nothing where none is said.
    func time(_ language: Language) -> String? {
        starts.map { MeetingTime.words($0, language) }
    }
}

extension Meeting: Readable {
    init(row: inout Row) throws {
        tenant = try row.next()
        id = try row.next()
        kind = try row.next()
        institution = try row.next()
        day = try row.next()
        let minutes: Int = try row.next()
        starts = minutes < 0 ? nil : minutes
        place = try row.next()
        state = try row.next()
        leader = try row.next()
        leaderName = try row.next()
        general = MeetingText(
            try row.next(),
            tenant,
            at: SealedPlace(table: "meeting", column: "general_sealed", key: tenant, id),
            .meeting(id)
        )
        let day: Day = try row.next()
        approved = day.number == 0 ? nil : day
        approvedBy = try row.next()
        version = try row.next()
    }
}

/// Times of the day as people type and read them.
enum MeetingTime {
    /// `14.30` in Latvian, `14:30` in English.
    static func words(_ minutes: Int, _ language: Language) -> String {
        let rest = minutes % 60
        let separator = language == .lv ? "." : ":"
        return "\(minutes / 60)\(separator)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Minutes after midnight of `14.30`, `14:30` or `14`; nil where it is no time.
    static func read(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == ":" }).map { Int($0) }
        guard (1...2).contains(parts.count), let hours = parts.first.flatMap({ $0 }), (0...23).contains(hours)
        else { return nil }
        guard parts.count == 2 else { return hours * 60 }
        guard let minutes = parts[1], (0...59).contains(minutes) else { return nil }
        return hours * 60 + minutes
    }
}
