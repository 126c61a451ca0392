internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Everything that a page of a meeting shows to one reader: what no key opens is not in it.
struct MeetingContent: Sendable {
    let meeting: Meeting
    let key: MeetingKey
    let place: Text
    let members: [MeetingMember]
    let lines: [AgendaLine]
    let general: String
    let additions: [(day: Day, who: String, text: String)]
    let staff: [Holder]
    let others: [Holder]
    let today: Day
    /// Whether the reader works with pupils whom the meeting may speak of, so that some of them are theirs to propose.
    let mayGather: Bool
    /// How pupils stand since the last meeting; nil where there was none, or of one item alone.
    let standings: MeetingStandings?

    /// The pupils on the agenda whose names the reader sees.
    var persons: [PupilID] { lines.compactMap { $0.key?.pupil } }

    /// All pupils whom the page of the meeting names, those of the last meeting too.
    var named: [PupilID] { Set(persons + (standings?.lines.map(\.pupil) ?? [])).sorted() }

    /// The cases whose words are shown, with their pupils.
    var openedCases: [(id: Int, pupil: PupilID)] {
        lines.flatMap { line -> [(id: Int, pupil: PupilID)] in
            guard let key = line.key, !line.notes.isEmpty || !line.tasks.isEmpty else { return [] }
            return key.cases.filter(\.takesPart).map { ($0.id, key.pupil) }
        }
    }

    /// Loads a meeting, with all items or one of them.
    static func load(
        _ id: Int,
        item: Int? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> MeetingContent {
        let gate = MeetingGate(desk, connection)
        let (meeting, key) = try gate.enter(id)
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: meeting.day),
            connection
        )
        let items = try AgendaOrder.items(of: meeting, desk, connection).filter {
            item == nil || $0.id == item
        }
        let reader = try AgendaReader(items.map(\.id), names, desk, connection)
        let isOpen = key.manages && meeting.state.takesItems && item == nil
        let invitable = isOpen ? try MeetingWork.invitable(meeting, desk, connection) : ([], [])
        return MeetingContent(
            meeting: meeting,
            key: key,
            place: MeetingContent.place(meeting.institution, names),
            members: try MeetingMember.all(of: id, desk.tenant, connection),
            lines: try items.map { try reader.line($0, try gate.key(to: $0, key)) },
            general: try meeting.general.opened(key, connection) ?? "",
            additions: try additions(id, key, desk, connection),
            staff: invitable.0,
            others: invitable.1,
            today: desk.today,
            mayGather: desk.asker.proposes(for: meeting, on: desk.today),
            standings: item == nil ? try MeetingStandings.load(meeting, key, desk, connection) : nil
        )
    }

    /// Who holds a meeting.
    static func place(_ institution: InstitutionID, _ names: RegistryNames) -> Text {
        institution.rawValue == 0
            ? Text(lv: "pašvaldība", en: "the municipality") : names.name(.institution, institution.rawValue)
    }

    private static func additions(
        _ id: Int,
        _ key: MeetingKey,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(day: Day, who: String, text: String)] {
        let rows = try connection.rows(
            """
            SELECT id, day, account_name, text_sealed FROM meeting_addition
            WHERE tenant_id = \(desk.tenant) AND meeting_id = \(id) ORDER BY id
            """,
            Int.self,
            Day.self,
            String.self,
            [UInt8].self
        )
        return try rows.map { number, day, who, sealed in
            let place = SealedPlace(
                table: "meeting_addition",
                column: "text_sealed",
                key: desk.tenant,
                number
            )
            let text = MeetingText(sealed, desk.tenant, at: place, .meeting(id))
            return (day, who, try text.opened(key, connection) ?? "")
        }
    }
}

extension Asker {
    /// Whether somebody works with pupils of the institution that holds a meeting, all or some of them.
    fileprivate func proposes(for meeting: Meeting, on day: Day) -> Bool {
        grants.contains { grant in
            grant.holds(on: day) && grant.permissions.contains(.workCases)
                && (grant.scope.covers(meeting.scope) || meeting.institution.rawValue == 0
                    || grant.scope.institution == meeting.institution)
        }
    }
}
