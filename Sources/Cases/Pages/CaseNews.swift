internal import Access
internal import Frame
internal import Kernel
internal import Storage

/// What others did in a case since some moment, as far as a key opens it: numbers and states, and no words of it.
///
/// Whoever answers for the case reads who declined, left or handed the place over.
struct CaseNews: Sendable {
    /// The moment since which it is new.
    let since: Instant
    let items: [Text]

    var isEmpty: Bool { items.isEmpty }

    /// Whether others did something in it besides giving it to the reader, which home tells in a line of its own.
    var isOfWork: Bool { items.contains { $0 != CaseNews.givenToReader } }

    static let givenToReader = Text(lv: "gadījums nodots jums", en: "the case was given to you")

    /// Looks within so many milliseconds are one visit: a page that is loaded again does not make news old.
    static let visit = 1_800_000

    static func load(
        _ file: CaseFile,
        _ key: CaseKey,
        since: Instant,
        _ connection: Connection
    ) throws -> CaseNews {
        let reader = CaseNewsReader(file: file, key: key, since: since, connection: connection)
        return CaseNews(since: since, items: key.takesPart ? try reader.items() : [])
    }

    /// When whoever sits at the desk was at a case last, before this visit; nil where they never were.
    ///
    /// The trail has it, so that nothing else is kept of who reads what.
    static func lastVisit(_ id: Int, _ pupil: PupilID, _ desk: Desk) async throws -> Instant? {
        let numbers = try await desk.database.data.read {
            try LooksPage.numbers(of: pupil, desk.tenant, $0)
        }
        var filter = AuditFilter()
        filter.record = "case \(id)"
        filter.account = desk.asker.account
        filter.kind = .read
        let now = desk.clock().milliseconds
        let records = try await AuditTrail.whole(desk.tenant, filter, of: numbers, desk.database)
        let own = records.filter { $0.what == "case \(id)" || $0.what == "case \(id) notes" }
        return own.first { $0.at.milliseconds < now - visit }?.at
    }
}

private struct CaseNewsReader {
    let file: CaseFile
    let key: CaseKey
    let since: Instant
    let connection: Connection

    func items() throws -> [Text] {
        let items = try [owner(), state(), notes(), plans(), tasks(), members()].compactMap { $0 }
        return key.manages ? items + (try gone()) : items
    }

    /// Who answers for the case, where somebody else gave it another owner.
    private func owner() throws -> Text? {
        let next = try connection.value(
            """
            SELECT next_id FROM case_step
            WHERE tenant_id = \(file.tenant) AND case_id = \(file.id) AND at > \(since.milliseconds)
                AND account_id <> \(key.account) AND next_id > 0
            ORDER BY ordinal DESC LIMIT 1
            """,
            AccountID.self
        )
        guard next != nil else { return nil }
        guard file.owner != key.account else { return CaseNews.givenToReader }
        return Text(
            lv: "gadījuma vadītājs tagad ir \(file.ownerName)",
            en: "the owner is now \(file.ownerName)"
        )
    }

    /// The state, where somebody else moved the case.
    private func state() throws -> Text? {
        let state = try connection.value(
            """
            SELECT state FROM case_step
            WHERE tenant_id = \(file.tenant) AND case_id = \(file.id) AND at > \(since.milliseconds)
                AND account_id <> \(key.account) AND next_id = 0
            ORDER BY ordinal DESC LIMIT 1
            """,
            CaseState.self
        )
        return state.map { Text(lv: "stāvoklis: ", en: "state: ") + $0.words }
    }

    /// The query lets those notes through alone that the key opens.
    private func notes() throws -> Text? {
        try counted(
            """
            SELECT count(*) FROM case_note n
            WHERE n.tenant_id = \(file.tenant) AND n.case_id = \(file.id) AND n.at > \(since.milliseconds)
                AND n.account_id <> \(key.account) AND \(key.notes)
            """,
            Noun(lv: "jauna piezīme", "jaunas piezīmes", en: "new note", "new notes")
        )
    }

    private func plans() throws -> Text? {
        guard key.opens(.plan) else { return nil }
        return try counted(
            """
            SELECT count(*) FROM support_plan p
            WHERE p.tenant_id = \(file.tenant) AND p.case_id = \(file.id) AND (
                EXISTS (SELECT 1 FROM plan_version v
                    WHERE v.tenant_id = p.tenant_id AND v.plan_id = p.id AND v.at > \(since.milliseconds)
                        AND v.account_id <> \(key.account))
                OR EXISTS (SELECT 1 FROM plan_state s
                    WHERE s.tenant_id = p.tenant_id AND s.plan_id = p.id AND s.at > \(since.milliseconds)
                        AND s.account_id <> \(key.account)))
            """,
            Noun(lv: "mainīts plāns", "mainīti plāni", en: "changed plan", "changed plans")
        )
    }

    /// Of what has a day alone the days after the one of the visit are new.
    private func tasks() throws -> Text? {
        try counted(
            """
            SELECT count(*) FROM case_task
            WHERE tenant_id = \(file.tenant) AND case_id = \(file.id) AND done_on > \(since.day)
                AND owner_id <> \(key.account)
            """,
            Noun(lv: "pabeigts uzdevums", "pabeigti uzdevumi", en: "finished task", "finished tasks")
        )
    }

    private func members() throws -> Text? {
        try counted(
            """
            SELECT count(*) FROM case_member m
            WHERE m.tenant_id = \(file.tenant) AND m.case_id = \(file.id) AND \(isNew)
                AND m.account_id <> \(key.account) AND m.state = \(MemberState.accepted)
            """,
            Noun(lv: "jauns dalībnieks", "jauni dalībnieki", en: "new participant", "new participants")
        )
    }

    /// Who declined, left or handed the place over, for whoever answers for the case: somebody else may have to be asked.
    private func gone() throws -> [Text] {
        let states: [MemberState] = [.rejected, .handedOver, .left]
        let rows = try connection.rows(
            """
            SELECT m.name, m.state, coalesce(n.name, '') FROM case_member m
            LEFT JOIN case_member n ON n.tenant_id = m.tenant_id AND n.case_id = m.case_id AND n.instead_of = m.id
            WHERE m.tenant_id = \(file.tenant) AND m.case_id = \(file.id) AND \(isNew)
                AND m.account_id <> \(key.account) AND m.state IN (\(list: states.map(\.rawValue)))
            ORDER BY m.id
            """,
            String.self,
            MemberState.self,
            String.self
        )
        return rows.map { name, state, next in
            switch state {
            case .rejected: Text(lv: "uzaicinājumu noraidīja: \(name)", en: "declined: \(name)")
            case .handedOver:
                Text(lv: "\(name) vietu nodeva: \(next)", en: "\(name) handed the place over to \(next)")
            default: Text(lv: "vairs nepiedalās: \(name)", en: "left: \(name)")
            }
        }
    }

    /// The condition on places `m` that changed since; of those from before it was noted the day alone is known.
    private var isNew: SQL {
        """
        (m.changed_at > \(since.milliseconds) OR m.changed_at = 0 AND m.answered_on > \(since.day))
        """
    }

    private func counted(_ sql: SQL, _ noun: Noun) throws -> Text? {
        let count = try connection.value(sql, Int.self) ?? 0
        return count > 0 ? noun.counted(count) : nil
    }
}
