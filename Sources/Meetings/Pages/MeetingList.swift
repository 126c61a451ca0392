internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The meetings of a list.
struct MeetingList: Sendable {
    /// What was asked for.
    struct Asked: Sendable {
        let year: SchoolYear
        let kind: MeetingKind?
        let institution: Int?

        init(_ request: PageRequest, _ today: Day) {
            year = request.query["year"].flatMap { SchoolYear($0) } ?? SchoolYear(containing: today)
            kind = request.query["kind"].flatMap { Int($0) }.flatMap { MeetingKind(rawValue: $0) }
            institution = request.query["institution"].flatMap { Int($0) }
        }
    }

    /// A meeting with how many pupils are on its agenda.
    struct Line: Sendable {
        let meeting: Meeting
        let place: Text
        let items: Int
    }

    let asked: Asked
    let lines: [Line]
    let institutions: [(id: Int, name: Text)]
    let mayPlan: Bool
    /// Whether the team of the reader's institution has no meeting planned for the next two weeks.
    let lacksNext: Bool
    let today: Day

    static func load(_ asked: Asked, _ desk: Desk, _ connection: Connection) throws -> MeetingList {
        let gate = MeetingGate(desk, connection)
        let names = RegistryNames(tenant: desk.tenant, year: asked.year, connection)
        let known = try Meeting.all(
            where: """
                m.day >= \(asked.year.first) AND m.day <= \(asked.year.last)
                    AND \(MeetingGate.condition(desk))
                """,
            desk.tenant,
            connection
        )
        .filter { try gate.key(to: $0) != nil }
        let counts = try connection.rows(
            """
            SELECT i.meeting_id, count(*) FROM meeting_item i
            WHERE i.tenant_id = \(desk.tenant) AND i.is_off = 0 GROUP BY i.meeting_id ORDER BY i.meeting_id
            """,
            Int.self,
            Int.self
        )
        let items = Dictionary(counts.map { ($0.0, $0.1) }) { first, _ in first }
        let lines = known.filter {
            (asked.kind == nil || $0.kind == asked.kind)
                && (asked.institution == nil || $0.institution.rawValue == asked.institution)
        }
        let places = Set(known.map(\.institution.rawValue))
        return MeetingList(
            asked: asked,
            lines: lines.map {
                Line(
                    meeting: $0,
                    place: MeetingContent.place($0.institution, names),
                    items: items[$0.id] ?? 0
                )
            },
            institutions: (places.contains(0) ? [0] : []).map {
                ($0, MeetingContent.place(InstitutionID(rawValue: $0), names))
            }
                + names.sorted(.institution, places.subtracting([0])).map {
                    ($0, names.name(.institution, $0))
                },
            mayPlan: try !MeetingPlaces.open(desk, connection).isEmpty,
            lacksNext: try lacksNext(desk, connection),
            today: desk.today
        )
    }
}

extension MeetingList {
    /// A support team meets twice a month; whoever works for one institution is told when nothing is planned.
    private static func lacksNext(_ desk: Desk, _ connection: Connection) throws -> Bool {
        let reach = desk.asker.reach(.workCases, on: desk.today)
        guard !reach.everything, reach.institutions.count == 1, let own = reach.institutions.first else {
            return false
        }
        let planned = try Meeting.all(
            where: """
                m.kind = \(MeetingKind.team) AND m.institution_id = \(own) AND m.state = \(MeetingState.planned)
                    AND m.day >= \(desk.today) AND m.day <= \(desk.today + 14)
                """,
            desk.tenant,
            connection
        )
        return planned.isEmpty
    }
}
