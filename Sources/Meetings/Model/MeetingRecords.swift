internal import Cases
internal import Frame
internal import Kernel
internal import Storage

/// Something that was said of a pupil at a meeting.
struct MeetingNote: Sendable {
    let id: Int
    let item: Int
    let day: Day
    let who: String
    /// Whether it was added after the minutes were approved.
    let isAddition: Bool
    /// The case that holds the words, and which of its notes; 0 where the meeting holds them.
    let caseID: Int
    let caseNote: Int
    let text: MeetingText

    /// The notes of items that were not taken back, in the order they were written.
    static func all(of items: [Int], _ tenant: TenantID, _ connection: Connection) throws -> [MeetingNote] {
        guard !items.isEmpty else { return [] }
        var notes: [MeetingNote] = []
        try connection.each(
            """
            SELECT id, item_id, day, account_name, is_addition, case_id, case_note_id, text_sealed
            FROM meeting_note WHERE tenant_id = \(tenant) AND item_id IN (\(list: items)) AND is_undone = 0
            ORDER BY id
            """
        ) { row in
            let (id, item, day): (Int, Int, Day) = (try row.next(), try row.next(), try row.next())
            let (who, addition): (String, Int) = (try row.next(), try row.next())
            let (caseID, caseNote): (Int, Int) = (try row.next(), try row.next())
            notes.append(
                MeetingNote(
                    id: id,
                    item: item,
                    day: day,
                    who: who,
                    isAddition: addition == 1,
                    caseID: caseID,
                    caseNote: caseNote,
                    text: MeetingText(
                        try row.next(),
                        tenant,
                        at: SealedPlace(table: "meeting_note", column: "text_sealed", key: tenant, id),
                        .item(item)
                    )
                )
            )
        }
        return notes
    }
}

/// What somebody is to do after a meeting.
///
/// Whose it is, is a matter of ``OwnTasks``: of a task of a case the case alone says so.
struct MeetingTask: Sendable {
    let id: Int
    let item: Int
    let body: CaseBody
    let person: String
    let due: Day
    /// The day it was done, where the meeting holds the task.
    let done: Day?
    let caseID: Int
    let caseTask: Int
    let text: MeetingText
    let outcome: MeetingText

    /// Tasks under a condition on `t`, by day.
    static func all(
        where condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MeetingTask] {
        var tasks: [MeetingTask] = []
        try connection.each(
            """
            SELECT t.id, t.item_id, t.body, t.person, t.due_on, t.done_on, t.case_id, t.case_task_id,
                t.text_sealed, t.outcome_sealed
            FROM meeting_task t WHERE t.tenant_id = \(tenant) AND \(condition) ORDER BY t.due_on, t.id
            """
        ) { row in
            let (id, item): (Int, Int) = (try row.next(), try row.next())
            let (body, person): (CaseBody, String) = (try row.next(), try row.next())
            let (due, done): (Day, Day) = (try row.next(), try row.next())
            let (caseID, caseTask): (Int, Int) = (try row.next(), try row.next())
            func text(_ column: String, _ sealed: [UInt8]) -> MeetingText {
                MeetingText(
                    sealed,
                    tenant,
                    at: SealedPlace(table: "meeting_task", column: column, key: tenant, id),
                    .item(item)
                )
            }
            tasks.append(
                MeetingTask(
                    id: id,
                    item: item,
                    body: body,
                    person: person,
                    due: due,
                    done: done.number == 0 ? nil : done,
                    caseID: caseID,
                    caseTask: caseTask,
                    text: text("text_sealed", try row.next()),
                    outcome: text("outcome_sealed", try row.next())
                )
            )
        }
        return tasks
    }

    /// The tasks of items.
    static func all(of items: [Int], _ tenant: TenantID, _ connection: Connection) throws -> [MeetingTask] {
        guard !items.isEmpty else { return [] }
        return try all(where: "t.item_id IN (\(list: items))", tenant, connection)
    }
}

/// A request that the team speaks of a pupil.
struct MeetingRequest: Sendable {
    let id: Int
    let pupil: PupilID
    let institution: InstitutionID
    let asked: Day
    let account: AccountID
    let who: String
    /// The item that it became; 0 while it waits.
    let item: Int
    let reason: MeetingText

    /// Requests under a condition on `q` that were not taken back, the latest first.
    static func all(
        where condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MeetingRequest] {
        var requests: [MeetingRequest] = []
        try connection.each(
            """
            SELECT q.id, q.pupil_id, q.institution_id, q.asked_on, q.account_id, q.account_name, q.item_id,
                q.reason_sealed
            FROM meeting_request q WHERE q.tenant_id = \(tenant) AND q.is_undone = 0 AND \(condition)
            ORDER BY q.id DESC
            """
        ) { row in
            let (id, pupil): (Int, PupilID) = (try row.next(), try row.next())
            let (institution, asked): (InstitutionID, Day) = (try row.next(), try row.next())
            let (account, who): (AccountID, String) = (try row.next(), try row.next())
            let item: Int = try row.next()
            requests.append(
                MeetingRequest(
                    id: id,
                    pupil: pupil,
                    institution: institution,
                    asked: asked,
                    account: account,
                    who: who,
                    item: item,
                    reason: MeetingText(
                        try row.next(),
                        tenant,
                        at: SealedPlace(table: "meeting_request", column: "reason_sealed", key: tenant, id),
                        .pupil(pupil)
                    )
                )
            )
        }
        return requests
    }
}
