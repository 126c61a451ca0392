internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A consultation that was given.
struct Consultation: Sendable, Readable {
    let id: Int
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    let subject: Int
    let day: Day
    let minutes: Int
    let account: AccountID
    let who: String

    static let columns: SQL =
        "id, pupil_id, institution_id, class_id, subject_id, day, minutes, account_id, account_name"

    init(row: inout Row) throws {
        id = try row.next()
        pupil = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        subject = try row.next()
        day = try row.next()
        minutes = try row.next()
        account = try row.next()
        who = try row.next()
    }
}

/// The log of consultations: who, which subject, when, for how long (registration sheets of document 004).
struct ConsultationLog: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Logs a consultation of a pupil whom the asker works with or teaches.
    func add(_ pupil: PupilID, subject: Int, day: Day, minutes: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let finder = ScopeFinder(tenant: desk.tenant, connection)
            guard let now = try finder.scope(of: pupil, on: desk.today) else { throw Refusal.noSuchPage }
            if try !PupilCircle(.logConsultations, desk, connection).has(now) {
                try desk.require(.logConsultations, in: now)
            }
            let (year, term) = try Years.load(desk.tenant, connection).term(on: day)
            let then = try YearStays.load(year, [pupil], desk.tenant, connection)
            // A day is of the class that the pupil was in then.
            let stay =
                (then.byPupil[pupil] ?? []).last { $0.from <= day && ($0.to.map { day <= $0 } ?? true) }
                ?? then.last(pupil)
            guard let stay else {
                throw FieldErrors(
                    "day",
                    Text(lv: "Izglītojamais toreiz nemācījās.", en: "The pupil was not enrolled then.")
                )
            }
            let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "consultation", count: 1)
                .lowerBound
            try connection.execute(
                """
                INSERT INTO consultation (tenant_id, id, pupil_id, institution_id, class_id, grade, subject_id, year,
                    term, day, minutes, account_id, account_name, is_undone, version)
                VALUES (\(desk.tenant), \(id), \(pupil), \(stay.institution), \(stay.classGroup), \(stay.grade),
                    \(subject), \(year.start), \(term.rawValue), \(day), \(minutes), \(desk.asker.account),
                    \(desk.asker.name), 0, 1)
                """
            )
            try AuditTrail.queue(
                desk.event(.change, "consultation \(id)", persons: [pupil], scope: now),
                connection
            )
        }
    }

    /// Takes a consultation back that was logged by mistake: one's own.
    func undo(_ id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try connection.rows(
                """
                SELECT \(Consultation.columns) FROM consultation
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND account_id = \(desk.asker.account)
                    AND is_undone = 0
                """,
                as: Consultation.self
            )
            .first
            guard let found else { throw Refusal.noSuchPage }
            try connection.execute(
                """
                UPDATE consultation SET is_undone = 1, version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try AuditTrail.queue(
                desk.event(.change, "consultation \(id)", persons: [found.pupil]),
                connection
            )
        }
    }

    /// The asker's own consultation of this year that was logged last: the next one is often like it.
    func last(_ connection: Connection) throws -> Consultation? {
        try connection.first(
            """
            SELECT \(Consultation.columns) FROM consultation
            WHERE tenant_id = \(desk.tenant) AND year = \(SchoolYear(containing: desk.today).start)
                AND account_id = \(desk.asker.account) AND is_undone = 0
            ORDER BY id DESC LIMIT 1
            """,
            as: Consultation.self
        )
    }

    /// So many are listed, the latest.
    static let most = 100

    /// The latest consultations of this year within the asker's reach, and the asker's own.
    func latest(_ connection: Connection, limit: Int = ConsultationLog.most) throws -> [Consultation] {
        let reach = desk.asker.reach(.logConsultations, on: desk.today)
        let within: SQL =
            reach.everything ? "1 = 1" : "(\(reach.rows()) OR account_id = \(desk.asker.account))"
        return try connection.rows(
            """
            SELECT \(Consultation.columns) FROM consultation
            WHERE tenant_id = \(desk.tenant) AND year = \(SchoolYear(containing: desk.today).start)
                AND is_undone = 0 AND \(within)
            ORDER BY day DESC, id DESC LIMIT \(limit)
            """
        )
    }
}
