internal import Access
internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// A note of a case that the reader may read.
struct CaseNote: Sendable {
    let id: Int
    let level: NoteLevel
    let day: Day
    let who: String
    let text: String
}

/// A step of a case with its reason, where there is one.
struct CaseStep: Sendable {
    let day: Day
    let state: CaseState
    let who: String
    let reason: String
    /// Whether somebody else answers for the case since; the reason names both then.
    let isOfOwner: Bool

    /// What was done.
    var words: Text {
        isOfOwner ? Text(lv: "cits gadījuma vadītājs", en: "another owner") : state.words
    }
}

/// Everything that a page of a case shows to one reader: what the key does not open is not in it.
struct CaseContent: Sendable {
    let file: CaseFile
    let key: CaseKey
    let name: String
    let place: Text
    /// The pupil's class, for those who work with the pupil.
    let classGroup: Text?
    /// The sign that the case was opened from, with the day it ended, for those who may see signs.
    let sign: (words: Text, ended: Day?)?
    let reason: String?
    let steps: [CaseStep]
    /// Who takes part, with the purpose where the reader may know it.
    let members: [(member: CaseMember, purpose: String?)]
    let tasks: [(task: CaseTask, text: String, outcome: String)]
    /// Whom the reader may give a task.
    let doers: [CaseDoer]
    let notes: [CaseNote]
    /// Whether older notes are there that were not asked for.
    let hasOlder: Bool
    let plans: [SupportPlan]
    /// The names of those whose places others took, by the number of the place.
    let former: [Int: String]
    /// To whom the reader may hand the own place over.
    let successors: [Holder]
    /// Whom the reader may invite, and to whom the case may be given.
    let invitable: [Holder]
    let owners: [Holder]
    /// Referrals of the case, and to whom the reader may send one; of no account where the reader is of another body.
    let referrals: [Referral]
    let addressees: [Holder]
    /// The form of today for a new referral; nil where nothing may be sent.
    let referralForm: ReferralForm?
    /// The code lists, for what is asked in a referral.
    let lists: CodeLists
    /// Whether the person named as owner still answers for the case, where it is worked on.
    let hasOwner: Bool
    /// Where the pupil has gone and who may take the case over there; nil where there is nothing to hand over.
    let handOver: HandOverChoice?
    let today: Day
    /// Whether the pupil's own page and signals are open to the reader.
    let seesPupil: Bool
    let seesSignals: Bool
    /// The level of prevention that a person set for the pupil, for those who may see signs.
    let level: Text?

    /// Notes of the last year are shown; older ones when asked for (a pupil is more than what was).
    static let noteDays = 366

    static func load(_ id: Int, allNotes: Bool, _ desk: Desk, _ connection: Connection) throws -> CaseContent
    {
        let (file, key) = try CaseGate(desk, connection).enter(id)
        let (tenant, today) = (desk.tenant, desk.today)
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: today), connection)
        let scope = try file.scope(on: today, connection)
        let reader = CaseReader(file: file, key: key, connection: connection)
        let since = allNotes ? Day(number: 0) : today - noteDays
        var members = try CaseMember.all(of: id, tenant, connection)
        let former = Dictionary(members.map { ($0.id, $0.name) }) { first, _ in first }
        var successors: [Holder] = []
        if case .member = key.standing, key.isActive,
            let seat = try CaseWork.ownSeat(.accepted, in: file, desk, connection)
        {
            successors = try CaseWork.successors(of: seat, in: file, desk, connection)
        }
        if !key.takesPart { members.removeAll { $0.account != key.account || key.standing == .knows } }
        return CaseContent(
            file: file,
            key: key,
            name: names.name(.pupil, file.pupil.rawValue).lv,
            place: names.name(.institution, file.institution.rawValue),
            classGroup: try file.knownClass(for: desk, connection)
                .map { names.name(.classGroup, $0.rawValue) },
            sign: key.takesPart
                ? try OpenSignals.named(file.signal, of: file.pupil, in: scope, desk, connection) : nil,
            reason: try file.reason.opened(key, connection),
            steps: try reader.steps(),
            members: try members.map { ($0, try $0.purpose.opened(key, connection)) },
            tasks: try reader.tasks(),
            doers: key.writes ? try CaseDoer.all(of: file, on: today, connection) : [],
            notes: try reader.notes(since: since),
            hasOlder: allNotes ? false : try reader.hasNotes(before: since),
            plans: key.opens(.plan) ? try SupportPlan.all(of: id, tenant, connection) : [],
            former: former,
            successors: successors,
            invitable: key.manages && key.isActive ? try CaseWork.invitable(file, desk, connection) : [],
            owners: key.manages && key.isActive
                ? try Accounts.holders(of: .workCases, covering: scope, on: today, tenant, connection)
                    .filter { $0.account != file.owner } : [],
            referrals: key.isOfSchool ? try Referral.all("r.case_id = \(id)", tenant, connection) : [],
            addressees: key.writesPlans ? try ReferralWork.addressees(of: file, desk, connection) : [],
            referralForm: key.writesPlans ? try ReferralForm.load(desk, connection) : nil,
            lists: try CodeLists.load(tenant, connection),
            hasOwner: try CaseOwners.missing([file], on: today, connection).isEmpty,
            handOver: key.manages && key.isActive ? try HandOverChoice(file, names, desk, connection) : nil,
            today: today,
            seesPupil: desk.asker.may(.readPupils, in: scope, on: today),
            seesSignals: desk.asker.may(.readSignals, in: scope, on: today),
            level: try LevelGlance.levels(of: [file.pupil], desk, connection)[file.pupil]
        )
    }
}

/// Reads the parts of a case as far as a key opens them.
struct CaseReader {
    let file: CaseFile
    let key: CaseKey
    let connection: Connection

    private var tenant: TenantID { file.tenant }

    func steps() throws -> [CaseStep] {
        guard key.takesPart else { return [] }
        let rows = try connection.rows(
            """
            SELECT ordinal, day, state, account_name, reason_sealed, next_id FROM case_step
            WHERE tenant_id = \(tenant) AND case_id = \(file.id) ORDER BY ordinal
            """,
            Int.self,
            Day.self,
            CaseState.self,
            String.self,
            [UInt8].self,
            Int.self
        )
        return try rows.map { ordinal, day, state, who, sealed, next in
            let place = SealedPlace.row("case_step", "reason_sealed", tenant, file.id, ordinal)
            let reason = CaseText(sealed, tenant, at: place, of: file.id, .basics)
            return CaseStep(
                day: day,
                state: state,
                who: who,
                reason: try reason.opened(key, connection) ?? "",
                isOfOwner: next > 0
            )
        }
    }

    func tasks() throws -> [(task: CaseTask, text: String, outcome: String)] {
        guard key.takesPart else { return [] }
        return try CaseTask.all(of: file.id, tenant, connection).map { task in
            (
                task, try task.text.opened(key, connection) ?? "",
                try task.outcome.opened(key, connection) ?? ""
            )
        }
    }

    /// Notes since a day, the latest first; the query gives those alone that the key opens.
    func notes(since: Day) throws -> [CaseNote] {
        let rows = try connection.rows(
            """
            SELECT n.id, n.level, n.day, n.account_id, n.account_name, n.institution_id, n.text_sealed
            FROM case_note n
            WHERE n.tenant_id = \(tenant) AND n.case_id = \(file.id) AND n.day >= \(since) AND \(key.notes)
            ORDER BY n.id DESC
            """,
            Int.self,
            NoteLevel.self,
            Day.self,
            AccountID.self,
            String.self,
            InstitutionID.self,
            [UInt8].self
        )
        return try rows.compactMap { id, level, day, author, who, home, sealed in
            let place = SealedPlace.row("case_note", "text_sealed", tenant, id)
            let need = CaseNeed.note(level, author: author, at: home)
            let text = CaseText(sealed, tenant, at: place, of: file.id, need)
            return try text.opened(key, connection)
                .map { CaseNote(id: id, level: level, day: day, who: who, text: $0) }
        }
    }

    func hasNotes(before: Day) throws -> Bool {
        let count = try connection.value(
            """
            SELECT count(*) FROM case_note n
            WHERE n.tenant_id = \(tenant) AND n.case_id = \(file.id) AND n.day < \(before) AND \(key.notes)
            """,
            Int.self
        )
        return (count ?? 0) > 0
    }
}
