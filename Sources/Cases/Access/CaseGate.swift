internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Proof that an account may see a part of one case; ``CaseGate`` alone makes one.
struct CaseKey: Sendable {
    /// The case.
    let caseID: Int
    /// Who holds the key.
    let account: AccountID
    /// What they are to the case.
    let standing: CaseStanding
    /// Whether the case is worked on.
    let isActive: Bool
    /// The institution that has the case.
    let institution: InstitutionID
    /// Whether they lead the work in every institution.
    let leadsAll: Bool

    fileprivate init(_ file: CaseFile, _ account: AccountID, _ standing: CaseStanding, leadsAll: Bool) {
        caseID = file.id
        self.account = account
        self.leadsAll = leadsAll
        self.standing = standing
        isActive = file.state.isActive
        institution = file.institution
    }

    /// Whether they take part: the content of the case is theirs to see, as far as its parts go.
    var takesPart: Bool {
        switch standing {
        case .knows, .invited: false
        case .member, .owner, .supervisor: true
        }
    }

    /// Whether they answer for the case: invite, change its state, close and reopen it.
    var manages: Bool { standing == .owner || standing == .supervisor }

    /// Whether they may write to it: a case that is over is read only.
    var writes: Bool { takesPart && isActive }

    /// Whether they may write plans and what of their measures was given: the owner, those who lead the work, and the
    /// team of the school.
    ///
    /// Another body is shown the plan where the purpose needs it; the institution that has the case makes it.
    var writesPlans: Bool { writes && isOfSchool }

    /// Whether they work on the case for the institution that has it.
    var isOfSchool: Bool {
        switch standing {
        case .owner, .supervisor, .member(.school, _, _): true
        case .knows, .invited, .member: false
        }
    }

    /// Which parts are shown.
    var parts: CaseParts {
        switch standing {
        case .knows, .invited: []
        case .member(.school, _, _), .owner, .supervisor: .all
        case .member(_, _, let parts): parts
        }
    }

    /// The levels of others' notes that are shown.
    var levels: [NoteLevel] {
        switch standing {
        case .knows, .invited: []
        case .member(.school, .restricted, _), .owner: [.team, .restricted]
        case .member(.school, _, _): [.team]
        // Restricted notes stay in the school, whatever the invitation says.
        case .member(_, _, let parts): parts.contains(.notes) ? [.team] : []
        case .supervisor: NoteLevel.allCases
        }
    }

    /// The levels that they may write notes of.
    var ownLevels: [NoteLevel] { levels.contains(.restricted) ? NoteLevel.allCases : [.team, .author] }

    /// Whether a text may be opened.
    func opens(_ need: CaseNeed) -> Bool {
        switch need {
        case .basics: takesPart
        case .purpose(let invited): manages || (standing != .knows && invited == account)
        case .plan: parts.contains(.plan)
        case .note(let level, let author, let place):
            takesPart
                && (author == account
                    || levels.contains(level) && (level == .team || leadsAll || place == institution))
        }
    }

    /// What the key lets through of notes `n`, as the condition of their query.
    var notes: SQL {
        guard takesPart else { return "1 = 0" }
        let own: SQL = "n.account_id = \(account)"
        guard !levels.isEmpty else { return own }
        let place: SQL =
            leadsAll ? "1 = 1" : "(n.level = \(NoteLevel.team) OR n.institution_id = \(institution))"
        return "(\(own) OR (n.level IN (\(list: levels.map(\.rawValue))) AND \(place)))"
    }
}

/// The one way to a case: reads in the caller's transaction what somebody is to it.
struct CaseGate {
    let asker: Asker
    let tenant: TenantID
    let today: Day
    let connection: Connection

    init(_ desk: Desk, _ connection: Connection) {
        self.init(desk.asker, desk.tenant, on: desk.today, connection)
    }

    init(_ asker: Asker, _ tenant: TenantID, on today: Day, _ connection: Connection) {
        (self.asker, self.tenant, self.today) = (asker, tenant, today)
        self.connection = connection
    }

    /// The gate for whoever asks a report.
    init(_ question: Question) {
        self.init(question.asker, question.tenant, on: question.today, question.connection)
    }

    /// A case with the key to it, or a refusal as if there were no such page.
    func enter(_ id: Int) throws -> (file: CaseFile, key: CaseKey) {
        guard let file = try CaseFile.find(id, tenant, connection), let key = try key(to: file) else {
            throw Refusal.noSuchPage
        }
        return (file, key)
    }

    /// A case that whoever sits at the desk may write to.
    func enterToWrite(_ id: Int) throws -> (file: CaseFile, key: CaseKey) {
        let found = try enter(id)
        guard found.key.takesPart else { throw Refusal.noSuchPage }
        guard found.key.isActive else { throw Refusal.caseIsOver }
        return found
    }

    /// A case that whoever sits at the desk answers for.
    func enterToManage(_ id: Int) throws -> (file: CaseFile, key: CaseKey) {
        let found = try enter(id)
        guard found.key.takesPart else { throw Refusal.noSuchPage }
        guard found.key.manages else { throw Refusal.notYourCase }
        return found
    }

    /// The key to a case, or nil where nothing of it may be known.
    func key(to file: CaseFile) throws -> CaseKey? {
        guard asker.mayAskForCases(on: today) else { return nil }
        let scope = try file.scope(on: today, connection)
        return try CaseKey.decide(file, at: scope, asker, on: today) {
            try CaseMember.all(of: file.id, account: asker.account, file.tenant, connection)
        }
    }
}

extension CaseKey {
    /// The key that somebody has to a case, or nil where nothing of it may be known; `scope` is where permissions for
    /// it are asked for, `seats` are the asker's places in it.
    ///
    /// It asks no database, so that the matrix of cases is answered by what decides.
    static func decide(
        _ file: CaseFile,
        at scope: Scope,
        _ asker: Asker,
        on today: Day,
        seats: () throws -> [CaseMember]
    ) rethrows -> CaseKey? {
        guard asker.mayAskForCases(on: today) else { return nil }
        let standing = try CaseKey.standing(file, at: scope, asker, on: today, seats: seats)
        let leadsAll = asker.may(.superviseCases, in: .tenant, on: today)
        return standing.map { CaseKey(file, asker.account, $0, leadsAll: leadsAll) }
    }

    private static func standing(
        _ file: CaseFile,
        at scope: Scope,
        _ asker: Asker,
        on today: Day,
        seats: () throws -> [CaseMember]
    ) rethrows -> CaseStanding? {
        if asker.may(.superviseCases, in: scope, on: today) { return .supervisor }
        let works = asker.may(.workCases, in: scope, on: today)
        // Who has left the school answers for its cases no longer.
        if file.owner == asker.account, works { return .owner }
        let held = try seats().filter { $0.ends >= today && asker.fills($0, in: file, at: scope, on: today) }
        if let seat = held.last(where: { $0.state == .accepted }) {
            return .member(seat.body, seat.level, seat.parts)
        }
        if held.contains(where: { $0.state == .invited }) { return .invited }
        return works ? .knows : nil
    }
}

extension Asker {
    /// Whether somebody may ask for cases, and for referrals, at all: nobody sees them through another's eyes, and an
    /// account without the permission sees none.
    func mayAskForCases(on today: Day) -> Bool {
        viewing == nil && account.rawValue > 0 && mayAnywhere(.joinCases, on: today)
    }

    /// Whether somebody still has a role that a place in a case is for; a place outlasts the role that it was given for.
    ///
    /// The school's places are for those who work with pupils of the institution that has the case, though the pupil be in
    /// another class since: no slip in an invitation shows another body what stays in the school, and who works at another
    /// school takes nothing along. Other places are for those who may be asked into this case, not into some other one.
    fileprivate func fills(_ seat: CaseMember, in file: CaseFile, at scope: Scope, on today: Day) -> Bool {
        guard seat.body == .school else { return may(.joinCases, in: scope, on: today) }
        let whole = Scope(institution: file.institution)
        return grants.contains { grant in
            grant.holds(on: today) && grant.permissions.contains(.workCases)
                && (grant.scope.covers(whole) || grant.scope.institution == file.institution)
        }
    }
}

extension Refusal {
    static let caseIsOver = Refusal(
        .conflict,
        Text(
            lv: "Gadījums ir slēgts vai nodots, tāpēc to var tikai lasīt.",
            en: "The case is closed or transferred, so it can only be read."
        ),
        advice: Text(
            lv: "Ja darbs jāturpina, gadījuma vadītājs to var atvērt no jauna, norādot iemeslu.",
            en: "If work has to go on, its owner can reopen it with a reason."
        )
    )

    static let notYourCase = Refusal(
        .conflict,
        Text(
            lv: "To var gadījuma vadītājs vai pārraugs.",
            en: "The owner of the case or a supervisor can do that."
        ),
        advice: Text(
            lv: "Gadījuma vadītājs nosaukts gadījuma lapā.",
            en: "The owner is named on the page of the case."
        )
    )
}
