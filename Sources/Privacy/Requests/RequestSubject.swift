internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Whose data a request is about.
enum RequestSubject: Hashable, Sendable {
    case pupil(PupilID)
    case staff(StaffID)

    /// The pupil, for records of the trail that are found by pupil.
    var pupils: [PupilID] {
        if case .pupil(let pupil) = self { [pupil] } else { [] }
    }

    /// The member of staff, for records of the trail.
    var staff: [StaffID] {
        if case .staff(let staff) = self { [staff] } else { [] }
    }

    /// The name.
    func name(_ words: PersonWords) -> String {
        switch self {
        case .pupil(let pupil): words.name(.pupil, pupil.rawValue)
        case .staff(let staff): words.name(.teacher, staff.rawValue)
        }
    }
}

/// In which register the person of a request stands.
enum RequestRegister: String, CaseIterable, Sendable {
    case pupils
    case staff

    var words: Text {
        switch self {
        case .pupils: Text(lv: "Izglītojamais", en: "A pupil")
        case .staff: Text(lv: "Pedagogs vai cits darbinieks", en: "A teacher or other member of staff")
        }
    }

    /// The person of a personal code, or of the code that the source has for them; nil where none or several have it.
    func find(_ code: String, _ desk: Desk, _ connection: Connection) throws -> RequestSubject? {
        guard let id = try number(code, desk, connection) else { return nil }
        switch self {
        case .pupils: return .pupil(PupilID(rawValue: id))
        case .staff: return .staff(StaffID(rawValue: id))
        }
    }

    private var table: SQL {
        switch self {
        case .pupils: "pupil"
        case .staff: "staff"
        }
    }

    private func number(_ code: String, _ desk: Desk, _ connection: Connection) throws -> Int? {
        if let personal = try? PersonalCode(code) {
            let purpose = self == .pupils ? PersonalCodeIndex.pupil : PersonalCodeIndex.staff
            let index = try PersonalCodeIndex.index(of: personal, for: purpose, desk.tenant, connection)
            return try connection.value(
                "SELECT id FROM \(table) WHERE tenant_id = \(desk.tenant) AND code_index = \(index)",
                Int.self
            )
            .flatMap { try living($0, desk, connection) }
        }
        guard !code.isEmpty else { return nil }
        let found = try connection.rows(
            """
            SELECT id FROM \(table) WHERE tenant_id = \(desk.tenant) AND external_code = \(code)
            ORDER BY id LIMIT 2
            """,
            Int.self
        )
        let people = Set(try found.compactMap { try living($0, desk, connection) })
        return people.count == 1 ? people.first : nil
    }

    /// The number that a person goes by now: one that was joined to another leads there; nil where nobody can be told to be
    /// the person, who has a number and no name.
    private func living(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> Int? {
        guard self == .pupils else { return id }
        let pupil = try PupilAliases.target(of: PupilID(rawValue: id), desk.tenant, connection)
        return try ReferencePersons.has(pupil, desk.tenant, connection) ? nil : pupil.rawValue
    }
}

extension Migration {
    /// Requests of members of staff: `pupil_id` is 0 where `staff_id` is not.
    static let staffRequests = Migration(
        id: "2027-01-requests-of-staff",
        tables: [],
        sql: """
            ALTER TABLE privacy_request ADD COLUMN staff_id INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX privacy_request_staff ON privacy_request (tenant_id, staff_id);
            """
    )
}
