internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Requests that the team speaks of a pupil.
struct RequestWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Asks for a pupil to be put on the agenda, with the reason.
    func ask(_ pupil: PupilID, _ reason: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let found = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
            guard let scope = found else { throw Refusal.noSuchPage }
            try desk.require(.workCases, in: scope)
            guard let institution = scope.institution else { throw Refusal.pupilOfAnother }
            guard !reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
            let waits = try MeetingRequest.all(
                where: "q.item_id = 0 AND q.pupil_id = \(pupil) AND q.account_id = \(desk.asker.account)",
                desk.tenant,
                connection
            )
            guard waits.isEmpty else { throw FieldErrors("reason", .askedAlready) }
            let id = try MeetingWork.newID("meeting_request", desk, connection)
            let sealed = try MeetingText.seal(
                reason,
                "meeting_request",
                "reason_sealed",
                id,
                desk.tenant,
                connection
            )
            try connection.execute(
                """
                INSERT INTO meeting_request (tenant_id, id, pupil_id, institution_id, class_id, asked_on, account_id,
                    account_name, reason_sealed, item_id, is_undone, version)
                VALUES (\(desk.tenant), \(id), \(pupil), \(institution), \(scope.classGroup?.rawValue ?? 0),
                    \(desk.today), \(desk.asker.account), \(desk.asker.name), \(sealed), 0, 0, 1)
                """
            )
            try AuditTrail.queue(
                desk.event(.change, "meeting request", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// Takes one's own request back while it waits.
    func takeBack(_ id: Int, of pupil: PupilID) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let changed = try connection.execute(
                """
                UPDATE meeting_request SET is_undone = 1, version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND pupil_id = \(pupil) AND item_id = 0
                    AND is_undone = 0 AND account_id = \(desk.asker.account)
                """
            )
            guard changed > 0 else { throw Refusal.noSuchPage }
            try AuditTrail.queue(desk.event(.change, "meeting request", persons: [pupil]), connection)
        }
    }
}

extension Text {
    fileprivate static let askedAlready = Text(
        lv: "Jūsu lūgums par šo izglītojamo jau gaida sanāksmi.",
        en: "Your request about this pupil waits for a meeting already."
    )
}
