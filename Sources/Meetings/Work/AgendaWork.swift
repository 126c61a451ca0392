internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people do to an agenda.
struct AgendaWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Puts pupils of the proposal on the agenda; how many.
    func gather(_ pupils: Set<Int>, for id: Int) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let meeting = try AgendaWork.open(id, desk, connection)
            let proposal = try AgendaProposal.load(meeting, desk, connection)
            let chosen = proposal.lines.filter { pupils.contains($0.pupil.rawValue) }
            guard !chosen.isEmpty else { throw FieldErrors("pupils", .missingChoices) }
            for line in chosen { try AgendaWork.put(line.pupil, line.reasons, meeting, desk, connection) }
            try MeetingWork.record(id, chosen.map(\.pupil), desk, connection)
            return chosen.count
        }
    }

    /// Puts a pupil on the agenda by hand, with the requests that wait.
    func add(_ pupil: PupilID, to id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let meeting = try AgendaWork.open(id, desk, connection)
            let scope = try AgendaWork.scope(of: pupil, for: meeting, desk, connection)
            guard let scope else { throw Refusal.pupilOfAnother }
            try desk.require(.workCases, in: scope)
            let waits = try MeetingRequest.all(
                where: "q.item_id = 0 AND q.pupil_id = \(pupil)",
                desk.tenant,
                connection
            )
            let reasons: AgendaReasons = waits.isEmpty ? .hand : [.hand, .request]
            try AgendaWork.put(pupil, reasons, meeting, desk, connection)
            try MeetingWork.record(id, [pupil], desk, connection)
        }
    }

    /// Takes a pupil off the agenda; not where something was written already.
    func takeOff(_ item: Int, of id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let found = try MeetingGate(desk, connection).enterItem(item, of: id)
            try AgendaWork.require(found.key, found.meeting)
            let notes = try MeetingNote.all(of: [item], desk.tenant, connection)
            let tasks = try MeetingTask.all(of: [item], desk.tenant, connection)
            guard notes.isEmpty, tasks.isEmpty else { throw Refusal.hasMinutes }
            try connection.execute(
                """
                UPDATE meeting_item SET is_off = 1, version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(item)
                """
            )
            try connection.execute(
                """
                UPDATE meeting_request SET item_id = 0, version = version + 1
                WHERE tenant_id = \(desk.tenant) AND item_id = \(item)
                """
            )
            try MeetingWork.record(id, [found.item.pupil], desk, connection)
        }
    }

    /// Moves a pupil one place up or down; from then on the order of this agenda is by hand.
    func move(_ item: Int, of id: Int, up: Bool) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let meeting = try MeetingWork.open(id, desk, connection)
            var order = try AgendaOrder.items(of: meeting, desk, connection).map(\.id)
            guard let place = order.firstIndex(of: item) else { throw Refusal.noSuchPage }
            let other = up ? place - 1 : place + 1
            guard order.indices.contains(other) else { return }
            order.swapAt(place, other)
            for (index, item) in order.enumerated() {
                try connection.execute(
                    """
                    UPDATE meeting_item SET position = \(index + 1), version = version + 1
                    WHERE tenant_id = \(desk.tenant) AND id = \(item)
                    """
                )
            }
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    // MARK: What all changes share

    /// A meeting whose agenda is open, for those who lead it or are asked to it.
    private static func open(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> Meeting {
        let (meeting, key) = try MeetingGate(desk, connection).enter(id)
        try require(key, meeting)
        return meeting
    }

    private static func require(_ key: MeetingKey, _ meeting: Meeting) throws {
        guard meeting.state.takesItems else { throw Refusal.minutesFrozen }
    }

    /// Where a pupil stands for a meeting: of the institution that holds it, or with a case there; nil for others'.
    static func scope(
        of pupil: PupilID,
        for meeting: Meeting,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Scope? {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope else { return nil }
        let board = meeting.institution.rawValue == 0
        if board { return scope.institution == nil ? nil : scope }
        if scope.institution == meeting.institution { return scope }
        let glance = try CaseGlance.open(of: pupil, desk, connection)
        guard let glance, glance.institution == meeting.institution else { return nil }
        return Scope(institution: meeting.institution, pupil: pupil)
    }

    private static func put(
        _ pupil: PupilID,
        _ reasons: AgendaReasons,
        _ meeting: Meeting,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        guard let scope = try scope(of: pupil, for: meeting, desk, connection),
            let institution = scope.institution
        else { throw Refusal.pupilOfAnother }
        let items = try AgendaItem.all(of: meeting.id, desk.tenant, connection)
        let before = items.first { $0.pupil == pupil }
        let isByHand = items.contains { $0.position > 0 && !$0.isOff }
        let position = isByHand ? (items.map(\.position).max() ?? 0) + 1 : 0
        let id: Int
        if let before {
            id = before.id
            let all = before.reasons.union(reasons)
            let place = before.isOff ? position : before.position
            try connection.execute(
                """
                UPDATE meeting_item SET is_off = 0, reasons = \(all), position = \(place), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
        } else {
            id = try MeetingWork.newID("meeting_item", desk, connection)
            try connection.execute(
                """
                INSERT INTO meeting_item (tenant_id, id, meeting_id, pupil_id, institution_id, class_id, position,
                    reasons, is_off, account_id, account_name, version)
                VALUES (\(desk.tenant), \(id), \(meeting.id), \(pupil), \(institution),
                    \(scope.classGroup?.rawValue ?? 0), \(position), \(reasons), 0, \(desk.asker.account),
                    \(desk.asker.name), 1)
                """
            )
        }
        try connection.execute(
            """
            UPDATE meeting_request SET item_id = \(id), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND item_id = 0 AND is_undone = 0
            """
        )
    }
}

/// The order of an agenda.
enum AgendaOrder {
    /// The items that are on it: by hand where somebody moved one, else by name.
    static func items(of meeting: Meeting, _ desk: Desk, _ connection: Connection) throws -> [AgendaItem] {
        let items = try AgendaItem.all(of: meeting.id, desk.tenant, connection).filter { !$0.isOff }
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: meeting.day),
            connection
        )
        let byPupil = Dictionary(items.map { ($0.pupil.rawValue, $0) }) { first, _ in first }
        let byName = names.sorted(.pupil, byPupil.keys).compactMap { byPupil[$0] }
        return byName.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }
        .map(\.element)
    }
}

extension Refusal {
    static let pupilOfAnother = Refusal(
        .conflict,
        Text(
            lv: "Izglītojamais šobrīd nemācās iestādē, kas rīko sanāksmi.",
            en: "The pupil is not enrolled now at the institution that holds the meeting."
        ),
        advice: Text(
            lv: "Izvēlieties tās iestādes vai pašvaldības sanāksmi.",
            en: "Choose a meeting of that institution or of the municipality."
        )
    )

    static let hasMinutes = Refusal(
        .conflict,
        Text(
            lv: "Par šo izglītojamo jau ir pierakstīts, tāpēc no darba kārtības to neizņem.",
            en: "Something was written about this pupil already, so the item stays on the agenda."
        ),
        advice: Text(
            lv: "Pierakstiet, kāpēc jautājums netika skatīts.",
            en: "Write down why the item was not discussed."
        )
    )
}
