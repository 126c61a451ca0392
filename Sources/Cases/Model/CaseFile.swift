internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A case as its row holds it; its texts are sealed.
struct CaseFile: Sendable {
    let tenant: TenantID
    let id: Int
    let pupil: PupilID
    let institution: InstitutionID
    let classGroup: ClassID
    let grade: Int
    let state: CaseState
    let opened: Day
    /// The day it was closed or transferred; nil while it is worked on.
    let closed: Day?
    let outcome: CaseOutcome
    let owner: AccountID
    let ownerName: String
    let origin: CaseOrigin
    /// The signal it was opened from; 0 for none.
    let signal: Int
    /// When it is to be looked at again; nil where nobody said.
    let review: Day?
    /// Why it was opened.
    let reason: CaseText
    let version: Int

    /// The columns, in the order they are read.
    static let columns: SQL = """
        c.tenant_id, c.id, c.pupil_id, c.institution_id, c.class_id, c.grade, c.state, c.opened_on, c.closed_on,
        c.outcome, c.owner_id, c.owner_name, c.origin, c.signal_id, c.review_on, c.reason_sealed, c.version
        """

    /// Cases that are kept: one whose words are gone is counted and is nobody's to open.
    static let kept: SQL = "length(c.reason_sealed) > 0"

    /// A case by its number.
    static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> CaseFile? {
        try connection.rows(
            """
            SELECT \(columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.id = \(id) AND \(kept)
            """,
            as: CaseFile.self
        )
        .first
    }

    /// The cases of a pupil, the latest first.
    static func all(of pupil: PupilID, _ tenant: TenantID, _ connection: Connection) throws -> [CaseFile] {
        try connection.rows(
            """
            SELECT \(columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.pupil_id = \(pupil) AND \(kept) ORDER BY c.id DESC
            """
        )
    }

    /// Where permissions for the case are asked for: its own institution, with the pupil's class of a day where it is
    /// of that institution.
    ///
    /// A pupil who has moved does not take the case along; it moves when it is handed over.
    func scope(on day: Day, _ connection: Connection) throws -> Scope {
        let now = try ScopeFinder(tenant: tenant, connection).scope(of: pupil, on: day)
        let isHere = now?.institution == institution
        return Scope(
            institution: institution,
            classGroup: isHere ? now?.classGroup : nil,
            pupil: pupil
        )
    }

    /// The class of the pupil, for those who work with the pupil and so may know it: that of today, where the pupil attends
    /// the institution still, else that of the day it was opened; nil for others.
    func knownClass(for desk: Desk, _ connection: Connection) throws -> ClassID? {
        let scope = try scope(on: desk.today, connection)
        guard desk.asker.may(.workCases, in: scope, on: desk.today) else { return nil }
        return scope.classGroup ?? (classGroup.rawValue > 0 ? classGroup : nil)
    }
}

extension CaseFile: Readable {
    init(row: inout Row) throws {
        tenant = try row.next()
        id = try row.next()
        pupil = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        state = try row.next()
        opened = try row.next()
        let end: Day = try row.next()
        closed = end.number == 0 ? nil : end
        outcome = try row.next()
        owner = try row.next()
        ownerName = try row.next()
        origin = try row.next()
        signal = try row.next()
        let next: Day = try row.next()
        review = next.number == 0 ? nil : next
        reason = CaseText(
            try row.next(),
            tenant,
            at: .row("prevention_case", "reason_sealed", tenant, id),
            of: id,
            .basics
        )
        version = try row.next()
    }
}

/// A place in a case that somebody was invited to.
struct CaseMember: Sendable {
    let id: Int
    let caseID: Int
    let body: CaseBody
    let account: AccountID
    let name: String
    let level: NoteLevel
    let parts: CaseParts
    let state: MemberState
    let basis: LegalBasis
    let invited: Day
    let answered: Day?
    /// The last day on which anything is seen.
    let ends: Day
    let version: Int
    /// The place that was handed over to them; 0 where the owner invited them.
    let insteadOf: Int
    /// Why they were invited.
    let purpose: CaseText

    private static let columns: SQL = """
        m.tenant_id, m.id, m.case_id, m.body, m.account_id, m.name, m.level, m.parts, m.state, m.basis,
        m.invited_on, m.answered_on, m.ends_on, m.version, m.instead_of, m.purpose_sealed
        """

    /// All places of a case, those of one account or everybody's, the earliest first.
    static func all(
        of caseID: Int,
        account: AccountID? = nil,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [CaseMember] {
        let whose: SQL = account.map { "m.account_id = \($0)" } ?? "1 = 1"
        return try connection.rows(
            """
            SELECT \(columns) FROM case_member m
            WHERE m.tenant_id = \(tenant) AND m.case_id = \(caseID) AND \(whose) ORDER BY m.id
            """
        )
    }

    /// How it stands on a day: a place whose time is over is told so.
    func isOver(on day: Day) -> Bool { ends < day }

    /// Whether somebody has it on a day, or is asked to take it.
    func isHeld(on day: Day) -> Bool {
        !isOver(on: day) && (state == .invited || state == .accepted)
    }
}

extension CaseMember: Readable {
    init(row: inout Row) throws {
        let tenant: TenantID = try row.next()
        id = try row.next()
        caseID = try row.next()
        body = try row.next()
        account = try row.next()
        name = try row.next()
        level = try row.next()
        parts = try row.next()
        state = try row.next()
        basis = try row.next()
        invited = try row.next()
        let day: Day = try row.next()
        answered = day.number == 0 ? nil : day
        ends = try row.next()
        version = try row.next()
        insteadOf = try row.next()
        purpose = CaseText(
            try row.next(),
            tenant,
            at: .row("case_member", "purpose_sealed", tenant, id),
            of: caseID,
            .purpose(of: account)
        )
    }
}
