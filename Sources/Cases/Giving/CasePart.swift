internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What a case holds of its pupil and can be given out to them (GDPR, article 15).
///
/// Restricted notes and those for author and supervisor are not in it: they have what others told in confidence.
struct CasePart: Sendable {
    let file: CaseFile
    let name: String
    let place: Text
    let reason: String
    let steps: [CaseStep]
    let members: [(member: CaseMember, purpose: String?)]
    let tasks: [(task: CaseTask, text: String, outcome: String)]
    /// Notes for the team, the earliest first.
    let notes: [CaseNote]
    let plans: [PlanContent]
    /// Referrals with what is asked, why, the answer and what came of it.
    let referrals: [(referral: Referral, kind: Text, texts: [String])]
    let scope: Scope

    /// Reads it for whoever answers for the case, or refuses.
    static func load(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> CasePart {
        let (file, key) = try CaseGate(desk, connection).enterToManage(id)
        let (tenant, today) = (desk.tenant, desk.today)
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: today), connection)
        let reader = CaseReader(file: file, key: key, connection: connection)
        return CasePart(
            file: file,
            name: names.name(.pupil, file.pupil.rawValue).lv,
            place: names.name(.institution, file.institution.rawValue),
            reason: try file.reason.opened(key, connection) ?? "",
            steps: try reader.steps(),
            members: try CaseMember.all(of: id, tenant, connection)
                .map { ($0, try $0.purpose.opened(key, connection)) },
            tasks: try reader.tasks(),
            notes: try reader.notes(since: Day(number: 0)).filter { $0.level == .team }.reversed(),
            plans: try SupportPlan.all(of: id, tenant, connection)
                .map { try PlanContent.load(id, plan: $0.id, version: nil, desk, connection) },
            referrals: try referrals(of: id, desk, connection),
            scope: try file.scope(on: today, connection)
        )
    }

    private static func referrals(
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(referral: Referral, kind: Text, texts: [String])] {
        let lists = try CodeLists.load(desk.tenant, connection)
        let gate = ReferralGate(desk, connection)
        return try Referral.all("r.case_id = \(id)", desk.tenant, connection).reversed().compactMap {
            referral in
            guard let key = try gate.key(to: referral) else { return nil }
            let written = try ReferralForm.filled(key, desk.tenant, connection)?.answers ?? []
            let reason = try referral.reason.opened(key, connection)
            let after = try [referral.answer, referral.outcome].map { try $0.opened(key, connection) }
            let texts = ([reason] + written.map { "\($0.lv): \($0.text)" } + after).compactMap(\.self)
            return (referral, lists.words(CodeLists.referralKinds, referral.kind), texts)
        }
    }
}

/// Cases of a pupil, which whoever answers for them gives out.
enum CasesGiven: GivenApart {
    static func parts(of pupils: [PupilID], since day: Day, _ desk: Desk) async throws -> [PartGiven] {
        guard !pupils.isEmpty else { return [] }
        let given = try await changes(of: pupils, since: day, desk)
        return try await desk.database.data.read { connection in
            try pupils.flatMap { try CaseFile.all(of: $0, desk.tenant, connection) }.map { file in
                let words = Text(
                    lv: "Atbalsta gadījums, atvērts \(Format(.lv).day(file.opened))",
                    en: "Case of support, opened \(Format(.en).day(file.opened))"
                )
                return try part(
                    words,
                    file.ownerName,
                    CaseGiving.record(file.id),
                    given,
                    desk,
                    connection
                )
            }
        }
    }

    /// What was done to data of some pupils since a day, as the trail has it.
    static func changes(of pupils: [PupilID], since day: Day, _ desk: Desk) async throws -> [AuditRecord] {
        var filter = AuditFilter()
        filter.kind = .change
        filter.from = day
        return try await AuditTrail.whole(desk.tenant, filter, of: pupils, desk.database)
    }

    /// A part with who gave it out last, out of what was done.
    static func part(
        _ words: Text,
        _ owner: String,
        _ record: String,
        _ given: [AuditRecord],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PartGiven {
        guard let last = given.filter({ $0.what == record }).max(by: { $0.seq < $1.seq }) else {
            return PartGiven(words, owner: owner)
        }
        let account = try Accounts.find(last.account, tenant: desk.tenant, connection)
        return PartGiven(words, owner: owner, given: last.at, by: account?.name ?? "–")
    }
}
