internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The open tasks of whoever sits at the desk: what meetings gave, and what cases did.
struct OwnTasks: Sendable {
    /// A task with its pupil.
    let task: AgendaLine.Task
    let pupil: PupilID
    let name: String
    /// The page that tells more, where it is open to the reader.
    let page: Address?
    /// The case that gave the task; nil where a meeting did.
    let caseID: Int?

    static func load(_ desk: Desk, _ connection: Connection) throws -> [OwnTasks] {
        let account = desk.asker.account
        guard desk.asker.viewing == nil, account.rawValue > 0 else { return [] }
        let inCases = try CaseOwnTasks.load(desk, connection)
        // Whose a decision about a pupil with a case is, the case says: nobody's there is nobody's here.
        let given = try MeetingTask.all(
            where: """
                t.done_on = 0 AND t.owner_id IN (0, \(account))
                    AND (t.owner_id = \(account) OR t.case_task_id IN (\(list: inCases.map(\.id))))
                """,
            desk.tenant,
            connection
        )
        let names = RegistryNames(tenant: desk.tenant, year: SchoolYear(containing: desk.today), connection)
        // It is a task of both, and told once, with its meeting.
        let told = Set(given.map(\.caseTask))
        let ofCases = inCases.filter { !told.contains($0.id) }
            .map { own in
                OwnTasks(
                    task: AgendaLine.Task(
                        id: own.id,
                        text: own.text,
                        person: own.person,
                        body: own.body,
                        due: own.due,
                        done: nil,
                        outcome: ""
                    ),
                    pupil: own.pupil,
                    name: names.name(.pupil, own.pupil.rawValue).lv,
                    page: Address("/cases/\(String(own.caseID))"),
                    caseID: own.caseID
                )
            }
        let all = try ofMeetings(given, names, desk, connection) + ofCases
        return all.sorted { ($0.task.due, $0.task.id) < ($1.task.due, $1.task.id) }
    }

    private static func ofMeetings(
        _ given: [MeetingTask],
        _ names: RegistryNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [OwnTasks] {
        guard !given.isEmpty else { return [] }
        let gate = MeetingGate(desk, connection)
        let reader = try AgendaReader([], names, desk, connection)
        return try given.compactMap { task in
            guard let item = try AgendaItem.find(task.item, desk.tenant, connection),
                let key = try gate.key(item.id, item.pupil, in: try item.scope(on: desk.today, connection)),
                let shown = try reader.shown([task], key).shown.first, shown.done == nil
            else { return nil }
            let meeting = try Meeting.find(item.meeting, desk.tenant, connection)
            let opens = try meeting.map { try gate.key(to: $0) != nil } ?? false
            return OwnTasks(
                task: shown,
                pupil: item.pupil,
                name: names.name(.pupil, item.pupil.rawValue).lv,
                page: opens ? Address("/meetings/\(String(item.meeting))/items/\(String(item.id))") : nil,
                caseID: nil
            )
        }
    }
}
