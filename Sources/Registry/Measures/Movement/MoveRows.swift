import Frame
import Kernel
import Storage

/// The enrolments behind a number of movers, in the order of pupils and days.
struct MoveRows {
    private(set) var rows: [EvidenceRow] = []
    private let counts: PupilCounts
    private let tenant: TenantID
    private let limit: Int

    init(_ selection: Selection, _ members: [Dimension: Int], _ tenant: TenantID, _ limit: Int) {
        var narrowed = selection
        if let institution = members[.institution] {
            narrowed.institution = InstitutionID(rawValue: institution)
        }
        counts = PupilCounts(narrowed, tenant: tenant)
        self.tenant = tenant
        self.limit = limit
    }

    mutating func addArrivals(part: Int, _ connection: Connection) throws {
        let list = try CodeLists.load(tenant, connection)
        try add("e.from_day", "e.reason_in", counts.arrived, connection) { reason in
            let words = list.words(CodeLists.arrivalReasons, reason)
            return (
                reason.isEmpty
                    ? Text(lv: "Uzņemts", en: "Came")
                    : Text(lv: "Uzņemts: \(words.lv)", en: "Came: \(words.en)"), part
            )
        }
    }

    /// Those of one kind, or all.
    mutating func addDepartures(_ kind: MoveKind?, _ connection: Connection) throws {
        let list = try CodeLists.load(tenant, connection)
        try add("e.to_day", "e.reason_out", counts.left, connection) { reason in
            guard kind == nil || MoveKind(reason: reason) == kind else { return nil }
            let words = list.words(CodeLists.leaveReasons, reason)
            return (
                reason.isEmpty
                    ? Text(lv: "Atskaitīts, iemesls nav norādīts", en: "Left, reason not given")
                    : Text(lv: "Atskaitīts: \(words.lv)", en: "Left: \(words.en)"), 1
            )
        }
    }

    private mutating func add(
        _ day: SQL,
        _ reason: SQL,
        _ condition: SQL,
        _ connection: Connection,
        _ words: (String) -> (Text, Int)?
    ) throws {
        let found = try connection.rows(
            """
            SELECT e.pupil_id, \(day), \(reason), e.institution_id, e.from_day FROM enrolment e WHERE \(condition)
            ORDER BY e.pupil_id, e.institution_id, e.from_day
            """,
            PupilID.self,
            Day.self,
            String.self,
            InstitutionID.self,
            Day.self
        )
        for (pupil, day, reason, institution, from) in found where rows.count < limit {
            guard let (words, part) = words(reason) else { continue }
            rows.append(
                EvidenceRow(
                    pupil: pupil,
                    day: day,
                    words: words,
                    numerator: part,
                    denominator: 1,
                    batch: BatchID(rawValue: 0),
                    source: .none,
                    register: RegisterRowName(
                        .enrolments,
                        [pupil.rawValue, institution.rawValue, from.number]
                    )
                )
            )
        }
    }
}
