internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A thing that somebody is to do in a case.
struct CaseTask: Sendable {
    let id: Int
    let body: CaseBody
    let person: String
    let due: Day
    let done: Day?
    let version: Int
    let text: CaseText
    let outcome: CaseText

    /// The tasks of a case: open ones by their day, then those done.
    static func all(of caseID: Int, _ tenant: TenantID, _ connection: Connection) throws -> [CaseTask] {
        var tasks: [CaseTask] = []
        try connection.each(
            """
            SELECT id, body, person, due_on, done_on, version, text_sealed, outcome_sealed FROM case_task
            WHERE tenant_id = \(tenant) AND case_id = \(caseID) ORDER BY due_on, id
            """
        ) { row in
            let id: Int = try row.next()
            let (body, person, due): (CaseBody, String, Day) = (
                try row.next(), try row.next(), try row.next()
            )
            let done: Day = try row.next()
            let version: Int = try row.next()
            func text(_ column: String, _ sealed: [UInt8]) -> CaseText {
                CaseText(sealed, tenant, at: .row("case_task", column, tenant, id), of: caseID, .basics)
            }
            tasks.append(
                CaseTask(
                    id: id,
                    body: body,
                    person: person,
                    due: due,
                    done: done.number == 0 ? nil : done,
                    version: version,
                    text: text("text_sealed", try row.next()),
                    outcome: text("outcome_sealed", try row.next())
                )
            )
        }
        return tasks.filter { $0.done == nil } + tasks.filter { $0.done != nil }
    }
}

extension CaseWork {
    /// Gives somebody something to do by a day.
    func task(_ id: Int, _ body: CaseBody, person: String, due: Day, _ text: String) async throws {
        let desk = desk
        try await desk.writeAndRecord {
            _ = try CaseWork.task(id, body, person: person, due: due, text, desk, $0)
        }
    }

    /// Gives somebody something to do within a transaction; the number of the task.
    static func task(
        _ id: Int,
        _ body: CaseBody,
        person: String,
        due: Day,
        _ text: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let (file, _) = try CaseGate(desk, connection).enterToWrite(id)
        let task = try CaseWork.newID("case_task", desk, connection)
        let words = try CaseWork.seal(text, "case_task", "text_sealed", task, desk, connection)
        let none = try CaseWork.seal("", "case_task", "outcome_sealed", task, desk, connection)
        try connection.execute(
            """
            INSERT INTO case_task (tenant_id, id, case_id, body, person, due_on, done_on, text_sealed,
                outcome_sealed, account_id, version)
            VALUES (\(desk.tenant), \(task), \(id), \(body), \(person), \(due), 0, \(words), \(none),
                \(desk.asker.account), 1)
            """
        )
        try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        return task
    }

    /// Ends a task; a task is over only with what came of it.
    func finish(_ task: Int, of id: Int, _ outcome: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { try CaseWork.finish(task, of: id, outcome, desk, $0) }
    }

    /// Ends a task within a transaction.
    static func finish(
        _ task: Int,
        of id: Int,
        _ outcome: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let (file, _) = try CaseGate(desk, connection).enterToWrite(id)
        guard !outcome.isEmpty else { throw FieldErrors("outcome", .missingAnswer) }
        let sealed = try CaseWork.seal(outcome, "case_task", "outcome_sealed", task, desk, connection)
        let changed = try connection.execute(
            """
            UPDATE case_task SET done_on = \(desk.today), outcome_sealed = \(sealed), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND case_id = \(id) AND id = \(task) AND done_on = 0
            """
        )
        guard changed > 0 else { throw Refusal.noSuchPage }
        try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
    }
}
