internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

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
