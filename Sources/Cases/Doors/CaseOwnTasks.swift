package import Frame
package import Kernel
internal import Registry
package import Storage

/// The open tasks of cases that are one's own, for the list of all that one is to do.
package struct CaseOwnTasks: Sendable {
    /// The case.
    package let caseID: Int
    /// The number of the task.
    package let id: Int
    /// Whose case it is.
    package let pupil: PupilID
    /// What is to be done.
    package let text: String
    /// Who does it, as it was written down.
    package let person: String
    /// For which body.
    package let body: CaseBody
    /// The last day.
    package let due: Day

    /// Those of whoever sits at the desk, the earliest first; none of a case that is over or no longer theirs.
    package static func load(_ desk: Desk, _ connection: Connection) throws -> [CaseOwnTasks] {
        let account = desk.asker.account
        guard desk.asker.viewing == nil, account.rawValue > 0 else { return [] }
        let cases = try connection.rows(
            """
            SELECT DISTINCT t.case_id FROM case_task t
            WHERE t.tenant_id = \(desk.tenant) AND t.owner_id = \(account) AND t.done_on = 0 ORDER BY t.case_id
            """,
            Int.self
        )
        let gate = CaseGate(desk, connection)
        let tasks = try cases.flatMap { id -> [CaseOwnTasks] in
            guard let file = try CaseFile.find(id, desk.tenant, connection),
                let key = try gate.key(to: file), key.writes
            else { return [] }
            return try CaseReader(file: file, key: key, connection: connection).tasks()
                .filter { $0.task.owner == account && $0.task.done == nil }
                .map { own in
                    CaseOwnTasks(
                        caseID: id,
                        id: own.task.id,
                        pupil: file.pupil,
                        text: own.text,
                        person: own.task.person,
                        body: own.task.body,
                        due: own.task.due
                    )
                }
        }
        return tasks.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }
}
