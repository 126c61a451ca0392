internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people do to a meeting: the one operation under the pages.
struct MeetingWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// When and where a meeting is.
    struct Draft: Sendable {
        var kind = MeetingKind.team
        /// 0 is the board.
        var institution = InstitutionID(rawValue: 0)
        let day: Day
        var starts: Int?
        var place = ""
    }

    /// Plans a meeting; whoever plans it leads it, and who was at the last one of its kind is asked again.
    func plan(_ draft: Draft) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            let board = draft.institution.rawValue == 0
            try desk.require(.workCases, in: board ? .tenant : Scope(institution: draft.institution))
            let tenant = desk.tenant
            let before = try Meeting.all(
                where: "m.kind = \(draft.kind) AND m.institution_id = \(draft.institution) AND m.state <> 4",
                tenant,
                connection
            ).first
            let id = try MeetingWork.newID("meeting", desk, connection)
            let none = try MeetingText.seal("", "meeting", "general_sealed", id, tenant, connection)
            try connection.execute(
                """
                INSERT INTO meeting (tenant_id, id, kind, institution_id, day, starts, place, state, leader_id,
                    leader_name, general_sealed, approved_on, approved_by, version)
                VALUES (\(tenant), \(id), \(draft.kind), \(draft.institution), \(draft.day), \(draft.starts ?? -1),
                    \(draft.place), \(MeetingState.planned), \(desk.asker.account), \(desk.asker.name), \(none), 0, '',
                    1)
                """
            )
            try MeetingWork.ask(desk.asker.account, desk.asker.name, .school, to: id, desk, connection)
            for member in try before.map({ try MeetingMember.all(of: $0.id, tenant, connection) }) ?? []
            where member.account != desk.asker.account {
                try MeetingWork.ask(member.account, member.name, member.body, to: id, desk, connection)
            }
            try MeetingWork.record(id, [], desk, connection)
            return id
        }
    }

    /// Moves a meeting that has not taken place to another day, time or place.
    func change(_ id: Int, _ draft: Draft, version: Int) async throws {
        try await write(id, version, from: [.planned, .held]) { meeting, desk, connection in
            try MeetingWork.set(
                meeting,
                "day = \(draft.day), starts = \(draft.starts ?? -1), place = \(draft.place)",
                desk,
                connection
            )
        }
    }

    /// Says that it takes place, and who came.
    func hold(_ id: Int, came: Set<Int>, version: Int) async throws {
        try await write(id, version, from: [.planned, .held]) { meeting, desk, connection in
            guard meeting.day <= desk.today else {
                throw FieldErrors(
                    "came",
                    Text(lv: "Sanāksmes diena vēl nav pienākusi.", en: "Its day has not come yet.")
                )
            }
            guard !came.isEmpty else { throw FieldErrors("came", .missingChoices) }
            for member in try MeetingMember.all(of: id, desk.tenant, connection) {
                try connection.execute(
                    """
                    UPDATE meeting_member SET came = \(came.contains(member.id) ? 1 : 2), version = version + 1
                    WHERE tenant_id = \(desk.tenant) AND id = \(member.id)
                    """
                )
            }
            try MeetingWork.set(meeting, "state = \(MeetingState.held)", desk, connection)
        }
    }

    /// Says that a planned meeting does not take place.
    func cancel(_ id: Int, version: Int) async throws {
        try await write(id, version, from: [.planned]) { meeting, desk, connection in
            // What was asked waits for the next meeting.
            try connection.execute(
                """
                UPDATE meeting_request SET item_id = 0, version = version + 1
                WHERE tenant_id = \(desk.tenant) AND item_id IN (
                    SELECT i.id FROM meeting_item i WHERE i.tenant_id = \(desk.tenant) AND i.meeting_id = \(id))
                """
            )
            try MeetingWork.set(meeting, "state = \(MeetingState.cancelled)", desk, connection)
        }
    }

    /// Writes what was said beside the pupils.
    func general(_ id: Int, _ text: String, version: Int) async throws {
        try await write(id, version, from: [.held]) { meeting, desk, connection in
            let sealed = try MeetingText.seal(text, "meeting", "general_sealed", id, desk.tenant, connection)
            try MeetingWork.set(meeting, "general_sealed = \(sealed)", desk, connection)
        }
    }

    /// Approves the minutes; from then on nothing in them changes.
    func approve(_ id: Int, version: Int) async throws {
        try await write(id, version, from: [.held]) { meeting, desk, connection in
            try MeetingWork.set(
                meeting,
                "state = \(MeetingState.approved), approved_on = \(desk.today), approved_by = \(desk.asker.name)",
                desk,
                connection
            )
        }
    }

    /// Adds to approved minutes what was said beside the pupils.
    func addition(_ id: Int, _ text: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let meeting = try MeetingGate(desk, connection).enterToManage(id)
            guard meeting.state == .approved else { throw Refusal.notHeldYet }
            guard !text.isEmpty else { throw FieldErrors("text", .missingAnswer) }
            let number = try MeetingWork.newID("meeting_addition", desk, connection)
            let sealed = try MeetingText.seal(
                text,
                "meeting_addition",
                "text_sealed",
                number,
                desk.tenant,
                connection
            )
            try connection.execute(
                """
                INSERT INTO meeting_addition (tenant_id, id, meeting_id, day, account_name, text_sealed, version)
                VALUES (\(desk.tenant), \(number), \(id), \(desk.today), \(desk.asker.name), \(sealed), 1)
                """
            )
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    // MARK: What all changes share

    private func write(
        _ id: Int,
        _ version: Int,
        from states: Set<MeetingState>,
        _ body: @escaping @Sendable (Meeting, Desk, Connection) throws -> Void
    ) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let meeting = try MeetingGate(desk, connection).enterToManage(id)
            guard meeting.version == version else { throw Conflict(table: "meeting", id: id) }
            guard states.contains(meeting.state) else {
                throw meeting.state == .planned ? Refusal.notHeldYet : Refusal.minutesFrozen
            }
            try body(meeting, desk, connection)
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    private static func set(_ meeting: Meeting, _ columns: SQL, _ desk: Desk, _ connection: Connection) throws
    {
        try connection.execute(
            """
            UPDATE meeting SET \(columns), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(meeting.id)
            """
        )
    }

    static func newID(_ kind: String, _ desk: Desk, _ connection: Connection) throws -> Int {
        try connection.takeIds(tenant: desk.tenant.rawValue, kind: kind, count: 1).lowerBound
    }

    static func record(_ id: Int, _ persons: [PupilID], _ desk: Desk, _ connection: Connection) throws {
        try AuditTrail.queue(desk.event(.change, "meeting \(id)", persons: persons), connection)
    }
}
