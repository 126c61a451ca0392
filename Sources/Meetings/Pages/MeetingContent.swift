internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// An item of an agenda as one reader may see it.
struct AgendaLine: Sendable {
    /// A note; its words are nil where they stand in a case and are not for minutes, or not for this reader.
    struct Note: Sendable {
        let id: Int
        let day: Day
        let who: String
        let text: String?
        let isAddition: Bool
        /// Whether the reader may take it back.
        let isOwn: Bool
    }

    /// A task, with its words where the reader may read them.
    struct Task: Sendable {
        let id: Int
        let text: String
        let person: String
        let body: CaseBody
        let due: Day
        let done: Day?
        let outcome: String
    }

    let item: AgendaItem
    /// Nil where the reader has no right to the pupil: there is an item, and no more.
    let key: ItemKey?
    let name: String
    let place: Text
    let reasons: [Text]
    let requests: [(who: String, day: Day, text: String)]
    let notes: [Note]
    let tasks: [Task]
    /// Whether something of it stands in a case and is not shown here.
    let hasHidden: Bool
}

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

/// Reads items of an agenda as far as their keys open them.
struct AgendaReader {
    private let notes: [Int: [MeetingNote]]
    private let tasks: [Int: [MeetingTask]]
    private let requests: [Int: [MeetingRequest]]
    private let authors: [Int: AccountID]
    private let names: RegistryNames
    private let desk: Desk
    private let connection: Connection

    init(_ items: [Int], _ names: RegistryNames, _ desk: Desk, _ connection: Connection) throws {
        self.names = names
        self.desk = desk
        self.connection = connection
        notes = Dictionary(grouping: try MeetingNote.all(of: items, desk.tenant, connection), by: \.item)
        tasks = Dictionary(grouping: try MeetingTask.all(of: items, desk.tenant, connection), by: \.item)
        let waits =
            items.isEmpty
            ? []
            : try MeetingRequest.all(where: "q.item_id IN (\(list: items))", desk.tenant, connection)
        requests = Dictionary(grouping: waits, by: \.item)
        let own =
            items.isEmpty
            ? []
            : try connection.rows(
                """
                SELECT id, account_id FROM meeting_note
                WHERE tenant_id = \(desk.tenant) AND item_id IN (\(list: items)) ORDER BY id
                """,
                Int.self,
                AccountID.self
            )
        authors = Dictionary(own.map { ($0.0, $0.1) }) { first, _ in first }
    }

    func line(_ item: AgendaItem, _ key: ItemKey?) throws -> AgendaLine {
        guard let key else {
            return AgendaLine(
                item: item,
                key: nil,
                name: "",
                place: Text(same: ""),
                reasons: [],
                requests: [],
                notes: [],
                tasks: [],
                hasHidden: false
            )
        }
        let notes = try shown(notes[item.id] ?? [], key)
        let tasks = try shown(tasks[item.id] ?? [], key)
        return AgendaLine(
            item: item,
            key: key,
            name: names.name(.pupil, item.pupil.rawValue).lv,
            place: key.works && item.classGroup.rawValue > 0
                ? names.name(.classGroup, item.classGroup.rawValue) : Text(same: ""),
            reasons: key.told(item.reasons).words,
            requests: try (requests[item.id] ?? []).compactMap { request in
                try request.reason.opened(key, connection).map { (request.who, request.asked, $0) }
            },
            notes: notes,
            tasks: tasks.shown,
            hasHidden: notes.contains { $0.text == nil } || tasks.hasHidden
        )
    }

    private func shown(_ notes: [MeetingNote], _ key: ItemKey) throws -> [AgendaLine.Note] {
        let byCase = Dictionary(grouping: notes.filter { $0.caseID > 0 }, by: \.caseID)
        let opened = try byCase.reduce(into: [Int: String]()) { opened, element in
            let numbers = Set(element.value.map(\.caseNote))
            opened.merge(try CaseMinutes.notes(numbers, of: element.key, desk, connection)) { first, _ in
                first
            }
        }
        return try notes.compactMap { note -> AgendaLine.Note? in
            var text: String?
            if note.caseID > 0 {
                guard key.cases.contains(where: { $0.id == note.caseID }) else { return nil }
                text = opened[note.caseNote]
            } else {
                text = try note.text.opened(key, connection)
                guard text != nil else { return nil }
            }
            return AgendaLine.Note(
                id: note.id,
                day: note.day,
                who: note.who,
                text: text,
                isAddition: note.isAddition,
                isOwn: note.caseID == 0 && authors[note.id] == desk.asker.account
            )
        }
    }

    /// The tasks that may be read, and whether there are others of a case that the reader knows of.
    func shown(
        _ tasks: [MeetingTask],
        _ key: ItemKey
    ) throws -> (shown: [AgendaLine.Task], hasHidden: Bool) {
        var (all, hasHidden) = ([AgendaLine.Task](), false)
        for task in tasks {
            var words: (text: String, outcome: String, done: Day?)?
            if task.caseID > 0 {
                let found = try CaseMinutes.tasks(of: task.caseID, desk, connection)[task.caseTask]
                words = found.map { ($0.text, $0.outcome, $0.done) }
                if found == nil, key.cases.contains(where: { $0.id == task.caseID }) { hasHidden = true }
            } else if let text = try task.text.opened(key, connection) {
                words = (text, try task.outcome.opened(key, connection) ?? "", task.done)
            }
            guard let words else { continue }
            all.append(
                AgendaLine.Task(
                    id: task.id,
                    text: words.text,
                    person: task.person,
                    body: task.body,
                    due: task.due,
                    done: words.done,
                    outcome: words.outcome
                )
            )
        }
        return (all, hasHidden)
    }
}
