package import Frame
package import Kernel
internal import Registry
internal import Storage

/// Plays cases of invented boards through the same work as pages do, each step by its person on its day.
package struct CaseStage: Sendable {
    let desk: Desk

    /// A stage at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Somebody's work on a day, at noon.
    func work(_ asker: Asker, _ day: Day) -> CaseWork { CaseWork(desk.seated(asker, on: day)) }

    /// Opens a case, from a signal or without one; nil where the pupil was out of reach that day.
    package func open(
        _ pupil: PupilID,
        signal: Int,
        by asker: Asker,
        on day: Day,
        reason: String
    ) async throws -> Int? {
        let opening = CaseWork.Opening(
            origin: signal > 0 ? .signal : .request,
            signal: signal,
            reason: reason,
            review: day + 30
        )
        do {
            return try await work(asker, day).open(pupil, opening)
        } catch is Refusal {
            return nil
        }
    }

    /// Moves a case by the numbers of its state and outcome.
    package func move(
        _ id: Int,
        to state: Int,
        outcome: Int = 0,
        by asker: Asker,
        on day: Day,
        reason: String = "",
        review: Day? = nil
    ) async throws {
        let tenant = desk.tenant
        let file = try await desk.database.data.read { try CaseFile.find(id, tenant, $0) }
        guard let file, let next = CaseState(rawValue: state), let came = CaseOutcome(rawValue: outcome)
        else {
            throw Refusal.noSuchPage
        }
        let move = CaseWork.Move(outcome: came, reason: reason, review: review)
        try await work(asker, day).move(id, to: next, move, version: file.version)
    }

    /// Writes a note of a level by its number.
    package func note(_ id: Int, level: Int, by asker: Asker, on day: Day, _ text: String) async throws {
        guard let level = NoteLevel(rawValue: level) else { throw Refusal.noSuchPage }
        try await work(asker, day).note(id, level, text)
    }

    /// Gives a task: to somebody who takes part, else to a person of the school by name, else to oneself; done on a day
    /// with what came of it, where one is said.
    package func task(
        _ id: Int,
        by asker: Asker,
        on day: Day,
        of doer: Asker? = nil,
        person: String?,
        _ text: String,
        done: (day: Day, outcome: String)? = nil
    ) async throws {
        let due = day + 14
        if let person, doer == nil {
            let new = CaseWork.NewTask(text: text, person: person, body: .school, due: due)
            try await work(asker, day).task(id, new)
        } else {
            try await work(asker, day).task(id, of: (doer ?? asker).account, due: due, text)
        }
        guard let done else { return }
        let tenant = desk.tenant
        let tasks = try await desk.database.data.read { try CaseTask.all(of: id, tenant, $0) }
        guard let open = tasks.last(where: { $0.done == nil }) else { return }
        try await work(asker, done.day).finish(open.id, of: id, done.outcome)
    }

    /// Whom to invite, for which body by its number, and how they answer: 1 not yet, 2 yes, 3 no.
    package struct Guest: Sendable {
        let asker: Asker
        let body: Int
        let answer: Int
        let after: Int
        let purpose: String

        /// A guest who answers after so many days.
        package init(_ asker: Asker, body: Int, answer: Int, after: Int, purpose: String) {
            self.asker = asker
            self.body = body
            self.answer = answer
            self.after = after
            self.purpose = purpose
        }
    }

    /// Invites a guest.
    package func invite(
        _ guest: Guest,
        to id: Int,
        by asker: Asker,
        on day: Day,
        until today: Day
    ) async throws {
        guard let body = CaseBody(rawValue: guest.body), let answer = MemberState(rawValue: guest.answer)
        else {
            throw Refusal.noSuchPage
        }
        let invitation = CaseWork.Invitation(
            account: guest.asker.account,
            body: body,
            level: .team,
            parts: .all,
            basis: body == .school ? .education : .childRights,
            purpose: guest.purpose,
            ends: day + 360
        )
        try await work(asker, day).invite(id, invitation)
        guard answer != .invited, day + guest.after <= today else { return }
        try await work(guest.asker, day + guest.after).answer(id, with: answer)
    }

    /// Logs a consultation; nothing happens where the pupil was out of reach or not enrolled that day.
    package func consult(
        _ pupil: PupilID,
        subject: Int,
        by asker: Asker,
        on day: Day,
        minutes: Int
    ) async throws {
        do {
            try await ConsultationLog(work(asker, day).desk).add(
                pupil,
                subject: subject,
                day: day,
                minutes: minutes
            )
        } catch is Refusal {
            return
        } catch is FieldErrors {
            return
        }
    }
}
