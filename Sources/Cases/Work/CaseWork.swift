internal import Access
internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// What people do to a case: the one operation under the pages.
struct CaseWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// What a case is opened with.
    struct Opening: Sendable {
        let origin: CaseOrigin
        /// The signal it is opened from; 0 for none.
        let signal: Int
        let reason: String
        /// When it is to be looked at again.
        let review: Day?
    }

    /// Opens a case of a pupil; whoever opens it is its owner, and has looked at the pupil's signals.
    ///
    /// Throws `FieldErrors`, and a refusal that names no more than that there is one where the pupil has an open case.
    func open(_ pupil: PupilID, _ opening: Opening) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let finder = ScopeFinder(tenant: desk.tenant, connection)
            guard let scope = try finder.scope(of: pupil, on: desk.today) else { throw Refusal.noSuchPage }
            try desk.require(.workCases, in: scope)
            guard let institution = scope.institution else { throw Refusal.notEnrolledForCase }
            guard !opening.reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
            let all = try CaseFile.all(of: pupil, desk.tenant, connection)
            guard all.allSatisfy({ !$0.state.isActive }) else { throw Refusal.hasCase }
            let year = SchoolYear(containing: desk.today)
            let stay = try YearStays.load(year, [pupil], desk.tenant, connection).last(pupil)
            let id = try CaseWork.newID("prevention_case", desk, connection)
            let reason = try CaseWork.seal(
                opening.reason,
                "prevention_case",
                "reason_sealed",
                id,
                desk,
                connection
            )
            try connection.execute(
                """
                INSERT INTO prevention_case (tenant_id, id, pupil_id, institution_id, class_id, grade, state,
                    opened_on, closed_on, outcome, owner_id, owner_name, origin, signal_id, review_on,
                    reason_sealed, version)
                VALUES (\(desk.tenant), \(id), \(pupil), \(institution), \(scope.classGroup?.rawValue ?? 0),
                    \(stay?.grade ?? 0), \(CaseState.open), \(desk.today), 0, 0, \(desk.asker.account),
                    \(desk.asker.name), \(opening.origin), \(opening.signal), \(opening.review?.number ?? 0),
                    \(reason), 1)
                """
            )
            try CaseWork.step(id, .open, "", desk, connection)
            try ReferralWork.adopt(id, pupil, at: institution, desk, connection)
            try OpenSignals.review(of: pupil, in: scope, desk, connection)
            try CaseWork.record(id, pupil, scope, desk, connection)
            return id
        }
    }

    /// What a move says besides the state.
    struct Move: Sendable {
        var outcome = CaseOutcome.none
        var reason = ""
        var review: Day?
    }

    /// Moves a case that was read at a version to another state.
    ///
    /// Throws `Conflict` where somebody else was first, `FieldErrors` where an outcome or reason is wanted, together with
    /// what was found wrong before.
    func move(
        _ id: Int,
        to state: CaseState,
        _ move: Move,
        version: Int,
        besides found: FieldErrors = FieldErrors()
    ) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, _) = try CaseGate(desk, connection).enterToManage(id)
            guard file.version == version else { throw Conflict(table: "prevention_case", id: id) }
            guard file.state.next.contains(state) else {
                throw FieldErrors("state", Text(lv: "Šāda soļa nav.", en: "There is no such step."))
            }
            var errors = found
            if file.state.needsReason(state), move.reason.isEmpty { errors.add("reason", .missingAnswer) }
            if state == .closed, move.outcome == .none { errors.add("outcome", .missingChoice) }
            if let review = move.review, review < desk.today { errors.add("review", .dayIsOver) }
            guard errors.isEmpty else { throw errors }
            let others = try CaseFile.all(of: file.pupil, desk.tenant, connection)
            // A case is not reopened beside another one that is worked on.
            if state.isActive, others.contains(where: { $0.id != id && $0.state.isActive }) {
                throw Refusal.hasCase
            }
            let closed = state.isActive ? 0 : desk.today.number
            let outcome = state == .closed ? move.outcome : .none
            let review = state.isActive ? move.review?.number ?? file.review?.number ?? 0 : 0
            try connection.execute(
                """
                UPDATE prevention_case SET state = \(state), closed_on = \(closed), outcome = \(outcome),
                    review_on = \(review), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            // Nobody is asked into a case that is over; who takes part keeps the place, and reads how it ended.
            if !state.isActive { try CaseWork.withdrawInvitations(of: id, desk, connection) }
            try CaseWork.step(id, state, move.reason, desk, connection)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// Gives a case another owner out of those who may answer for it, so that it always has one.
    ///
    /// The course of the case names both; what the former owner left open is the next one's to do.
    func give(_ id: Int, to account: AccountID, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enterToManage(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            guard file.version == version else { throw Conflict(table: "prevention_case", id: id) }
            let scope = try file.scope(on: desk.today, connection)
            let able = try Accounts.holders(
                of: .workCases,
                covering: scope,
                on: desk.today,
                desk.tenant,
                connection
            )
            guard let next = able.first(where: { $0.account == account }),
                next.account != file.owner
            else {
                throw FieldErrors("owner", .missingChoice)
            }
            try connection.execute(
                """
                UPDATE prevention_case SET owner_id = \(account), owner_name = \(next.name), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try CaseWork.release([file.owner], of: id, to: next, desk, connection)
            try CaseWork.step(
                id,
                file.state,
                "\(file.ownerName) → \(next.name)",
                owners: (file.owner, next.account),
                desk,
                connection
            )
            try CaseWork.record(id, file.pupil, scope, desk, connection)
        }
    }

    /// Writes a note of a level.
    func note(_ id: Int, _ level: NoteLevel, _ text: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { _ = try CaseWork.note(id, level, text, desk, $0) }
    }

    /// Writes a note within a transaction and gives its number.
    static func note(
        _ id: Int,
        _ level: NoteLevel,
        _ text: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let (file, key) = try CaseGate(desk, connection).enterToWrite(id)
        var errors = FieldErrors()
        if !key.ownLevels.contains(level) { errors.add("level", .missingChoice) }
        if text.isEmpty { errors.add("text", .missingAnswer) }
        try errors.check()
        return try keep(text, level, in: file, desk, connection)
    }

    /// Keeps a note of a case, be it worked on or over, and gives its number.
    static func keep(
        _ text: String,
        _ level: NoteLevel,
        in file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let note = try CaseWork.newID("case_note", desk, connection)
        let sealed = try CaseWork.seal(text, "case_note", "text_sealed", note, desk, connection)
        try connection.execute(
            """
            INSERT INTO case_note (tenant_id, id, case_id, institution_id, level, day, at, account_id,
                account_name, text_sealed, version)
            VALUES (\(desk.tenant), \(note), \(file.id), \(file.institution), \(level), \(desk.today),
                \(desk.clock().milliseconds), \(desk.asker.account), \(desk.asker.name), \(sealed), 1)
            """
        )
        let scope = try file.scope(on: desk.today, connection)
        try CaseWork.record(file.id, file.pupil, scope, desk, connection)
        return note
    }
}

extension Refusal {
    static let hasCase = Refusal(
        .conflict,
        Text(
            lv: "Izglītojamajam jau ir atvērts gadījums.",
            en: "The pupil has an open case already."
        ),
        advice: Text(
            lv: "Atveriet to izglītojamā gadījumu lapā vai sazinieties ar tā vadītāju.",
            en: "Open it from the pupil's page of cases or ask its owner."
        )
    )

    static let notEnrolledForCase = Refusal(
        .conflict,
        Text(lv: "Izglītojamais šobrīd nekur nemācās.", en: "The pupil is enrolled nowhere now."),
        advice: Text(
            lv: "Pārbaudiet izglītojamo sarakstu; gadījumu atver iestādē, kurā izglītojamais mācās.",
            en: "Check the list of pupils; a case is opened at the institution of the pupil."
        )
    )
}

extension Text {
    static let dayIsOver = Text(lv: "Šī diena jau pagājusi.", en: "That day is over.")
}
