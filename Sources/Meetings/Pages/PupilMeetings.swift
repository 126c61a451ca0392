internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What the page of a pupil's meetings shows.
struct PupilMeetings: Sendable {
    let pupil: PupilID
    let name: String
    /// Meetings at which the pupil was on the agenda, with the item where the reader may open it.
    let past: [(meeting: Meeting, place: Text, item: Int?)]
    /// Whether older meetings are there that were not asked for.
    let hasOlder: Bool
    /// Meetings on whose agenda the reader may put the pupil.
    let open: [(meeting: Meeting, place: Text)]
    let waiting: [(id: Int, who: String, day: Day, text: String, isOwn: Bool)]
    let today: Day

    /// What is asked and planned, and meetings since a day.
    static func load(
        _ pupil: PupilID,
        since: Day,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilMeetings {
        let gate = MeetingGate(desk, connection)
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope, let key = try gate.key(0, pupil, in: scope) else { throw Refusal.noSuchPage }
        let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        func place(_ meeting: Meeting) -> Text { MeetingContent.place(meeting.institution, names) }
        let items = try AgendaItem.all(of: pupil, desk.tenant, connection)
        let all = try items.compactMap { item -> (meeting: Meeting, place: Text, item: Int?)? in
            guard let meeting = try Meeting.find(item.meeting, desk.tenant, connection),
                meeting.state != .cancelled
            else { return nil }
            let opens = try gate.key(to: meeting).map { try gate.key(to: item, $0) != nil } ?? false
            // Who has moved does not take along that another school spoke of them.
            guard opens || item.institution == scope.institution else { return nil }
            return (meeting, place(meeting), opens ? item.id : nil)
        }
        let past = all.filter { $0.meeting.day >= since }
        let there = Set(items.map(\.meeting))
        let planned = try Meeting.all(
            where: "m.state IN (1, 2) AND m.day >= \(desk.today - 14) AND \(MeetingGate.condition(desk))",
            desk.tenant,
            connection
        )
        let open = try planned.filter { meeting in
            try !there.contains(meeting.id) && gate.key(to: meeting) != nil
                && AgendaWork.scope(of: pupil, for: meeting, desk, connection) != nil
        }
        let waiting = try MeetingRequest.all(
            where: "q.item_id = 0 AND q.pupil_id = \(pupil)",
            desk.tenant,
            connection
        )
        .compactMap { request in
            try request.reason.opened(key, connection).map {
                (request.id, request.who, request.asked, $0, request.account == desk.asker.account)
            }
        }
        return PupilMeetings(
            pupil: pupil,
            name: names.name(.pupil, pupil.rawValue).lv,
            past: past,
            hasOlder: past.count < all.count,
            // The next one first; one that is being held comes after those that are planned.
            open: (open.filter { $0.state == .planned }.reversed() + open.filter { $0.state == .held })
                .map { ($0, place($0)) },
            waiting: waiting,
            today: desk.today
        )
    }
}
