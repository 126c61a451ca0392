package import Access
package import Frame
package import Kernel
internal import Registry
package import Storage

/// What a meeting writes into a case and reads from it.
///
/// What was said of a pupil who has a case stays in the case: whoever may not read a note there reads it nowhere, the
/// minutes of the meeting included. Everything goes through ``CaseGate`` as on the case's own page.
package enum CaseMinutes {
    /// A task as its reader may read it.
    package struct Task: Sendable {
        /// What is to be done.
        package let text: String
        /// What came of it; empty while it is open.
        package let outcome: String
        /// The day it was done.
        package let done: Day?
    }

    /// The levels that notes of a case may be written at by whoever sits at the desk; none where they may not write.
    package static func levels(
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(number: Int, words: Text, hint: Text)] {
        guard let file = try CaseFile.find(id, desk.tenant, connection),
            let key = try CaseGate(desk, connection).key(to: file), key.writes
        else { return [] }
        return key.ownLevels.map { ($0.rawValue, $0.words, $0.hint) }
    }

    /// Writes a note of a level by its number.
    ///
    /// - Throws: a refusal where the case is none of theirs, `FieldErrors` of `level` and `text`.
    package static func note(
        _ id: Int,
        level: Int,
        _ text: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        guard let level = NoteLevel(rawValue: level) else {
            var errors = FieldErrors("level", .missingChoice)
            if text.isEmpty { errors.add("text", .missingAnswer) }
            throw errors
        }
        return try CaseWork.note(id, level, text, desk, connection)
    }

    /// Who does a task: a person as written down, of a body, with an account or none.
    package typealias Doer = (person: String, owner: AccountID?, body: CaseBody)

    /// Gives a task and returns its number.
    package static func task(
        _ id: Int,
        _ doer: Doer,
        due: Day,
        _ text: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let new = CaseWork.NewTask(
            text: text,
            person: doer.person,
            body: doer.body,
            owner: doer.owner,
            due: due
        )
        return try CaseWork.task(id, new, desk, connection)
    }

    /// Ends a task with what came of it.
    package static func finish(
        _ task: Int,
        of id: Int,
        _ outcome: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try CaseWork.finish(task, of: id, outcome, desk, connection)
    }

    /// The notes of a case among some by their numbers, as far as whoever sits at the desk may read them.
    ///
    /// Minutes are shown on a wall and handed round, so that they have notes for the team alone: a restricted note
    /// stays on the page of its case, whoever reads.
    package static func notes(
        _ numbers: Set<Int>,
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int: String] {
        guard let reader = try reader(id, desk, connection) else { return [:] }
        return try reader.notes(since: Day(number: 0))
            .filter { $0.level == .team && numbers.contains($0.id) }
            .reduce(into: [:]) { $0[$1.id] = $1.text }
    }

    /// The tasks of a case by their numbers; none where they do not take part.
    package static func tasks(
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int: Task] {
        guard let reader = try reader(id, desk, connection) else { return [:] }
        return try reader.tasks().reduce(into: [:]) { found, element in
            found[element.task.id] = Task(
                text: element.text,
                outcome: element.outcome,
                done: element.task.done
            )
        }
    }

    /// The open tasks of a case with who does them and by when, for the sheet of a pupil.
    package static func openTasks(
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(text: String, person: String, due: Day)] {
        guard let reader = try reader(id, desk, connection) else { return [] }
        return try reader.tasks().filter { $0.task.done == nil }.map {
            ($0.text, $0.task.person, $0.task.due)
        }
    }

    /// The latest notes for the team of a case, for those who may read them.
    package static func latestNotes(
        _ count: Int,
        of id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(day: Day, who: String, text: String)] {
        guard let reader = try reader(id, desk, connection) else { return [] }
        return try reader.notes(since: desk.today - CaseContent.noteDays)
            .filter { $0.level == .team }.prefix(count).map { ($0.day, $0.who, $0.text) }
    }

    /// Whether somebody else takes part in a case, so that they see what is asked of them.
    package static func takesPart(
        _ account: AccountID,
        in id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Bool {
        guard let file = try CaseFile.find(id, desk.tenant, connection) else { return false }
        return try CaseDoer.accounts(of: file, on: desk.today, connection).contains(account)
    }

    /// The record of somebody who read a case at a meeting: the family is shown it among the looks at the case.
    package static func look(_ id: Int, _ pupil: PupilID, _ desk: Desk) -> AuditEvent {
        desk.event(.read, "case \(id) meeting", persons: [pupil], scope: Scope(pupil: pupil))
    }

    private static func reader(
        _ id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseReader? {
        guard let file = try CaseFile.find(id, desk.tenant, connection),
            let key = try CaseGate(desk, connection).key(to: file), key.takesPart
        else { return nil }
        return CaseReader(file: file, key: key, connection: connection)
    }
}
