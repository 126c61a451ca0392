internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Migration {
    /// Who does a task, where it is somebody with an account: 0 is a person by name alone.
    static let taskOwners = Migration(
        id: "2026-12-case-task-owners",
        tables: [],
        sql: """
            ALTER TABLE case_task ADD COLUMN owner_id INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX case_task_owner ON case_task (tenant_id, owner_id, done_on);
            """
    )
}

/// A thing that somebody is to do in a case.
struct CaseTask: Sendable {
    let id: Int
    let body: CaseBody
    let person: String
    /// Whose it is; nil for somebody by name alone.
    let owner: AccountID?
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
            SELECT id, body, person, owner_id, due_on, done_on, version, text_sealed, outcome_sealed
            FROM case_task
            WHERE tenant_id = \(tenant) AND case_id = \(caseID) ORDER BY due_on, id
            """
        ) { row in
            let id: Int = try row.next()
            let (body, person): (CaseBody, String) = (try row.next(), try row.next())
            let (owner, due): (AccountID, Day) = (try row.next(), try row.next())
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
                    owner: owner.rawValue == 0 ? nil : owner,
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
    /// What is to be done in a case, by whom and when.
    struct NewTask: Sendable {
        let text: String
        let person: String
        let body: CaseBody
        /// Whose it is; nil for somebody by name alone.
        var owner: AccountID?
        let due: Day
    }

    /// Gives somebody something to do by a day.
    func task(_ id: Int, _ new: NewTask) async throws {
        let desk = desk
        try await desk.writeAndRecord { _ = try CaseWork.task(id, new, desk, $0) }
    }

    /// Gives somebody of those who take part something to do by a day.
    func task(_ id: Int, of doer: AccountID, due: Day, _ text: String) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let (file, _) = try CaseGate(desk, connection).enterToWrite(id)
            let doers = try CaseDoer.all(of: file, on: desk.today, connection)
            guard let found = doers.first(where: { $0.account == doer }) else {
                throw FieldErrors("doer", .missingChoice)
            }
            let new = NewTask(text: text, person: found.name, body: found.body, owner: doer, due: due)
            _ = try CaseWork.task(id, new, desk, connection)
        }
    }

    /// Gives somebody something to do within a transaction; the number of the task.
    static func task(_ id: Int, _ new: NewTask, _ desk: Desk, _ connection: Connection) throws -> Int {
        let (file, _) = try CaseGate(desk, connection).enterToWrite(id)
        let task = try CaseWork.newID("case_task", desk, connection)
        let words = try CaseWork.seal(new.text, "case_task", "text_sealed", task, desk, connection)
        let none = try CaseWork.seal("", "case_task", "outcome_sealed", task, desk, connection)
        try connection.execute(
            """
            INSERT INTO case_task (tenant_id, id, case_id, body, person, owner_id, due_on, done_on, text_sealed,
                outcome_sealed, account_id, version)
            VALUES (\(desk.tenant), \(task), \(id), \(new.body), \(new.person), \(new.owner?.rawValue ?? 0),
                \(new.due), 0, \(words), \(none), \(desk.asker.account), 1)
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
