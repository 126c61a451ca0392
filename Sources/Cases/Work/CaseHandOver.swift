internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Migration {
    /// In which institution a note was written: what is more than the team's stays there.
    static let handOver = Migration(
        id: "2026-11-case-hand-over",
        tables: [],
        sql: """
            ALTER TABLE case_note ADD COLUMN institution_id INTEGER NOT NULL DEFAULT 0;
            UPDATE case_note SET institution_id = (
                SELECT c.institution_id FROM prevention_case c
                WHERE c.tenant_id = case_note.tenant_id AND c.id = case_note.case_id);
            """
    )
}

/// What is seen to before a case goes to another institution.
enum HandOverCheck: String, CaseIterable, Sendable {
    case parents
    case owner
    case tasks
    case plan

    var words: Text {
        switch self {
        case .parents:
            Text(
                lv: "Vecāki zina, ka gadījumu nodod jaunajai iestādei",
                en: "The parents know that the case goes to the new institution"
            )
        case .owner:
            Text(lv: "Ar jauno gadījuma vadītāju ir runāts", en: "The new owner was spoken to")
        case .tasks:
            Text(
                lv: "Atvērtie uzdevumi pārskatīti: kas paliek, to dara jaunajā iestādē",
                en: "Open tasks were looked through: what stays open is done at the new institution"
            )
        case .plan:
            Text(
                lv: "Atbalsta plānā atzīmēts, kas jau sniegts",
                en: "The plan says what was given so far"
            )
        }
    }

    static let missing = Text(
        lv: "Pirms nodošanas izdariet un atzīmējiet visu.",
        en: "See to everything and tick it before the case is handed over."
    )
}

/// Where the pupil of a case has gone, and who may answer for the case there.
struct HandOverChoice: Sendable {
    let institution: Text
    let owners: [Holder]

    /// Nil where the pupil still attends the institution that has the case, or none.
    init?(_ file: CaseFile, _ names: any MemberNames, _ desk: Desk, _ connection: Connection) throws {
        guard let place = try HandOverChoice.place(file, desk, connection), let school = place.institution
        else {
            return nil
        }
        institution = names.name(.institution, school.rawValue)
        owners = try HandOverChoice.owners(place, desk, connection)
    }

    /// Where the pupil is enrolled today, if that is another institution.
    static func place(_ file: CaseFile, _ desk: Desk, _ connection: Connection) throws -> Scope? {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: file.pupil, on: desk.today)
        guard let scope, let school = scope.institution, school != file.institution else { return nil }
        return scope
    }

    static func owners(_ place: Scope, _ desk: Desk, _ connection: Connection) throws -> [Holder] {
        try Accounts.holders(of: .workCases, covering: place, on: desk.today, desk.tenant, connection)
    }
}

extension CaseWork {
    /// Refuses whoever does not answer for a case.
    func requireManager(of id: Int) async throws {
        let desk = desk
        try await desk.database.data.read { _ = try CaseGate(desk, $0).enterToManage(id) }
    }

    /// Hands a case over to the institution that the pupil attends now.
    ///
    /// Reason, steps, tasks, plans and the team's notes go along; restricted notes and those for author and supervisor
    /// stay where they were written. Colleagues of the former institution take part no longer, and what they left open
    /// is nobody's; people of other bodies do, as their purpose and last day stand.
    func handOver(_ id: Int, to account: AccountID, _ reason: String, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enterToManage(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            guard file.version == version else { throw Conflict(table: "prevention_case", id: id) }
            guard let place = try HandOverChoice.place(file, desk, connection), let school = place.institution
            else { throw Refusal.notMoved }
            guard !reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
            let owners = try HandOverChoice.owners(place, desk, connection)
            guard let next = owners.first(where: { $0.account == account }) else {
                throw FieldErrors("owner", .missingChoice)
            }
            let year = SchoolYear(containing: desk.today)
            let stay = try YearStays.load(year, [file.pupil], desk.tenant, connection).last(file.pupil)
            try connection.execute(
                """
                UPDATE prevention_case SET institution_id = \(school), class_id = \(place.classGroup?.rawValue ?? 0),
                    grade = \(stay?.grade ?? 0), owner_id = \(next.account), owner_name = \(next.name),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try connection.execute(
                """
                UPDATE case_member SET state = \(MemberState.revoked), changed_at = \(desk.clock().milliseconds),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND case_id = \(id) AND body = \(CaseBody.school)
                    AND state IN (\(list: [MemberState.invited.rawValue, MemberState.accepted.rawValue]))
                """
            )
            let colleagues = try CaseMember.all(of: id, desk.tenant, connection).filter { $0.body == .school }
            try CaseWork.release([file.owner] + colleagues.map(\.account), of: id, desk, connection)
            try CaseWork.step(
                id,
                file.state,
                "\(file.ownerName) → \(next.name). \(reason)",
                owners: (file.owner, next.account),
                desk,
                connection
            )
            try CaseWork.record(id, file.pupil, place, desk, connection)
        }
    }
}

extension Refusal {
    static let notMoved = Refusal(
        .conflict,
        Text(
            lv: "Izglītojamais joprojām mācās šajā iestādē.",
            en: "The pupil still attends this institution."
        ),
        advice: Text(
            lv:
                "Gadījumu nodod, kad izglītojamo sarakstā ir jaunā iestāde. Uz citu pašvaldību nodod, mainot stāvokli.",
            en:
                "A case is handed over once the list of pupils has the new institution. To another municipality it goes by its state."
        )
    )
}
