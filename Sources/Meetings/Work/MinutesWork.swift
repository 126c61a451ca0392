internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What is written about a pupil at a meeting: notes, and decisions as tasks.
///
/// Where the pupil has a case, the words go into the case with its own levels and are found there by its own rules.
struct MinutesWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Writes what was said; after the minutes are approved it is an addition to them.
    func note(_ item: Int, of id: Int, level: Int, _ text: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try MeetingGate(desk, connection).enterItem(item, of: id)
            let isAddition = found.meeting.state == .approved
            if !isAddition { try MinutesWork.requireHeld(found.meeting) }
            let openCase = try MinutesWork.place(found, desk, connection)
            // A case asks for a level too, and says what of both is missing.
            if openCase == nil, text.isEmpty { throw FieldErrors("text", .missingAnswer) }
            let caseNote =
                try openCase.map { try CaseMinutes.note($0.id, level: level, text, desk, connection) } ?? 0
            let note = try MeetingWork.newID("meeting_note", desk, connection)
            let sealed = try MeetingText.seal(
                openCase == nil ? text : "",
                "meeting_note",
                "text_sealed",
                note,
                desk.tenant,
                connection
            )
            try connection.execute(
                """
                INSERT INTO meeting_note (tenant_id, id, item_id, day, account_id, account_name, is_addition, case_id,
                    case_note_id, text_sealed, version)
                VALUES (\(desk.tenant), \(note), \(item), \(desk.today), \(desk.asker.account), \(desk.asker.name),
                    \(isAddition ? 1 : 0), \(openCase?.id ?? 0), \(caseNote), \(sealed), 1)
                """
            )
            try MeetingWork.record(id, [found.item.pupil], desk, connection)
        }
    }

    /// Takes one's own note back before the minutes are approved; what went into a case stays in the case.
    ///
    /// It is shown no more and kept with who took it back and when, as it may have been read meanwhile.
    func takeBack(_ note: Int, _ item: Int, of id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try MeetingGate(desk, connection).enterItem(item, of: id)
            try MinutesWork.requireHeld(found.meeting)
            let changed = try connection.execute(
                """
                UPDATE meeting_note SET is_undone = 1, undone_at = \(desk.clock().milliseconds),
                    undone_by = \(desk.asker.name), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(note) AND item_id = \(item)
                    AND account_id = \(desk.asker.account) AND case_id = 0 AND is_undone = 0
                """
            )
            guard changed > 0 else { throw Refusal.noSuchPage }
            try AuditTrail.queue(
                desk.event(.change, "meeting \(id) note \(note) undone", persons: [found.item.pupil]),
                connection
            )
        }
    }

    /// A decision: who does what by when.
    struct Decision: Sendable {
        let text: String
        /// Who of those asked to the meeting does it; nil for somebody else by name.
        let member: Int?
        let person: String
        let body: CaseBody?
        let due: Day
    }

    /// Makes a task of a decision.
    func decide(_ decision: Decision, _ item: Int, of id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try MeetingGate(desk, connection).enterItem(item, of: id)
            try MinutesWork.requireHeld(found.meeting)
            let openCase = try MinutesWork.place(found, desk, connection)
            let doer = try MinutesWork.doer(decision, found, openCase, desk, connection)
            let task = try MeetingWork.newID("meeting_task", desk, connection)
            let caseTask = try openCase.map { glance in
                try CaseMinutes.task(
                    glance.id,
                    doer,
                    due: decision.due,
                    decision.text,
                    desk,
                    connection
                )
            }
            // Whoever leaves the case leaves the task: a copy here would keep it theirs.
            let owner = openCase == nil ? doer.owner : nil
            func seal(_ text: String, _ column: String) throws -> [UInt8] {
                try MeetingText.seal(text, "meeting_task", column, task, desk.tenant, connection)
            }
            try connection.execute(
                """
                INSERT INTO meeting_task (tenant_id, id, item_id, body, person, owner_id, due_on, done_on, case_id,
                    case_task_id, text_sealed, outcome_sealed, account_id, version)
                VALUES (\(desk.tenant), \(task), \(item), \(doer.body), \(doer.person), \(owner?.rawValue ?? 0),
                    \(decision.due), 0, \(openCase?.id ?? 0), \(caseTask ?? 0),
                    \(try seal(openCase == nil ? decision.text : "", "text_sealed")), \(try seal("", "outcome_sealed")),
                    \(desk.asker.account), 1)
                """
            )
            try MeetingWork.record(id, [found.item.pupil], desk, connection)
        }
    }

    /// Ends a task; it is over only with what came of it.
    func finish(_ id: Int, _ outcome: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            guard let task = try MeetingTask.all(where: "t.id = \(id)", desk.tenant, connection).first,
                let item = try AgendaItem.find(task.item, desk.tenant, connection),
                let key = try MeetingGate(desk, connection).key(
                    item.id,
                    item.pupil,
                    in: try item.scope(on: desk.today, connection)
                )
            else { throw Refusal.noSuchPage }
            guard !outcome.isEmpty else { throw FieldErrors("outcome", .missingAnswer) }
            if task.caseID > 0 {
                try CaseMinutes.finish(task.caseTask, of: task.caseID, outcome, desk, connection)
            } else {
                guard key.works else { throw Refusal.noSuchPage }
                let sealed = try MeetingText.seal(
                    outcome,
                    "meeting_task",
                    "outcome_sealed",
                    id,
                    desk.tenant,
                    connection
                )
                let changed = try connection.execute(
                    """
                    UPDATE meeting_task SET outcome_sealed = \(sealed) WHERE tenant_id = \(desk.tenant)
                        AND id = \(id) AND done_on = 0
                    """
                )
                guard changed > 0 else { throw Refusal.noSuchPage }
            }
            try connection.execute(
                """
                UPDATE meeting_task SET done_on = \(desk.today), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            try MeetingWork.record(item.meeting, [item.pupil], desk, connection)
        }
    }

    // MARK: What all changes share

    private static func requireHeld(_ meeting: Meeting) throws {
        switch meeting.state {
        case .held: return
        case .planned: throw Refusal.notHeldYet
        case .approved, .cancelled: throw Refusal.minutesFrozen
        }
    }

    /// The case that holds the words; nil where the meeting does.
    ///
    /// Whoever has no right to write there writes nowhere.
    private static func place(
        _ found: MeetingGate.Entered,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseGlance? {
        guard !found.item.isOff else { throw Refusal.noSuchPage }
        if let open = found.itemKey.openCase {
            guard open.writes else { throw Refusal.caseOfOthers }
            return open
        }
        guard found.itemKey.works else { throw Refusal.noSuchPage }
        return nil
    }

    private static func doer(
        _ decision: Decision,
        _ found: MeetingGate.Entered,
        _ openCase: CaseGlance?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseMinutes.Doer {
        var errors = FieldErrors()
        if decision.text.isEmpty { errors.add("text", .missingAnswer) }
        guard let chosen = decision.member else {
            if decision.person.isEmpty { errors.add("doer", TaskFields.nobody) }
            if decision.body == nil { errors.add("body", .missingChoice) }
            guard errors.isEmpty, let body = decision.body else { throw errors }
            return (decision.person, nil, body)
        }
        try errors.check()
        return try listed(chosen, found, openCase, desk, connection)
    }

    /// Somebody of those asked to the meeting who would see the task.
    private static func listed(
        _ chosen: Int,
        _ found: MeetingGate.Entered,
        _ openCase: CaseGlance?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseMinutes.Doer {
        let members = try MeetingMember.all(of: found.meeting.id, desk.tenant, connection)
        guard let member = members.first(where: { $0.id == chosen }) else {
            throw FieldErrors("doer", .missingChoice)
        }
        guard member.account.rawValue > 0 else { return (member.name, nil, member.body) }
        // A task that its doer could not read would be nobody's.
        if let openCase {
            let sees = try CaseMinutes.takesPart(member.account, in: openCase.id, desk, connection)
            guard sees else { throw FieldErrors("doer", .outsideCase) }
        } else {
            let able = try Accounts.holders(
                of: .readSignals,
                covering: try found.item.scope(on: desk.today, connection),
                on: desk.today,
                desk.tenant,
                connection
            )
            guard able.contains(where: { $0.account == member.account }) else {
                throw FieldErrors("doer", .outsidePupil)
            }
        }
        return (member.name, member.account, member.body)
    }
}
