internal import Access
internal import Cases
package import Frame
package import Kernel
internal import Registry
internal import Storage

/// Plays meetings of invented boards through the same work as pages do, each step by its person on its day.
package struct MeetingStage: Sendable {
    private let desk: Desk

    /// A stage at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Plans a meeting of an institution, or of the board where none is said: of several bodies or of the team.
    package func plan(
        _ institution: InstitutionID?,
        isOfBodies: Bool,
        by asker: Asker,
        on day: Day,
        starts: Int,
        place: String,
        staff: [Asker],
        bodies: [(name: String, body: Int)]
    ) async throws -> Int {
        let work = MeetingWork(desk.seated(asker, on: day))
        let draft = MeetingWork.Draft(
            kind: isOfBodies ? .bodies : .team,
            institution: institution ?? InstitutionID(rawValue: 0),
            day: day,
            starts: starts,
            place: place
        )
        let id = try await work.plan(draft)
        let tenant = desk.tenant
        let there = try await desk.database.data.read { try MeetingMember.all(of: id, tenant, $0) }
        // Who was at the last meeting was asked again.
        let missing = Set(staff.map(\.account.rawValue)).subtracting(there.map(\.account.rawValue))
        if !missing.isEmpty { try await work.askStaff(missing, to: id) }
        for (name, body) in bodies where !there.contains(where: { $0.name == name }) {
            try await work.askOther(0, name, CaseBody(rawValue: body) ?? .other, to: id)
        }
        return id
    }

    /// Puts pupils on the agenda, those of them who are within reach.
    package func gather(_ pupils: [PupilID], for id: Int, by asker: Asker, on day: Day) async throws {
        let numbers = Set(pupils.map(\.rawValue))
        do {
            _ = try await AgendaWork(desk.seated(asker, on: day)).gather(numbers, for: id)
        } catch is FieldErrors {
            // None of them is in the system's own proposal.
        }
        let tenant = desk.tenant
        let there = try await desk.database.data.read { try AgendaItem.all(of: id, tenant, $0) }.map(\.pupil)
        for pupil in pupils where !there.contains(pupil) {
            do {
                try await AgendaWork(desk.seated(asker, on: day)).add(pupil, to: id)
            } catch is Refusal {
                continue
            }
        }
    }

    /// Asks the team to speak of a pupil; false where the pupil is out of reach.
    package func ask(_ pupil: PupilID, by asker: Asker, on day: Day, _ reason: String) async throws -> Bool {
        do {
            try await RequestWork(desk.seated(asker, on: day)).ask(pupil, reason)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// Holds a meeting with all who were asked but the last of them.
    package func hold(_ id: Int, by asker: Asker, on day: Day) async throws {
        let tenant = desk.tenant
        let (meeting, members) = try await desk.database.data.read {
            (try Meeting.find(id, tenant, $0), try MeetingMember.all(of: id, tenant, $0))
        }
        let came = Set(members.dropLast(members.count > 3 ? 1 : 0).map(\.id))
        let work = MeetingWork(desk.seated(asker, on: day))
        try await work.hold(id, came: came, version: meeting?.version ?? 0)
    }

    /// What is said and decided of a pupil.
    package struct Word: Sendable {
        let said: String
        let task: String
        let person: String
        let outcome: String?

        /// Words on a pupil; with an outcome the task was done two weeks later.
        package init(said: String, task: String, person: String, outcome: String?) {
            self.said = said
            self.task = task
            self.person = person
            self.outcome = outcome
        }
    }

    /// Writes what was said and decided of each pupil of the agenda, the leader doing every other task.
    package func write(
        _ words: [Word],
        for id: Int,
        by asker: Asker,
        on day: Day,
        until today: Day
    ) async throws {
        let tenant = desk.tenant
        let (items, members) = try await desk.database.data.read { connection in
            (
                try AgendaItem.all(of: id, tenant, connection).filter { !$0.isOff },
                try MeetingMember.all(of: id, tenant, connection)
            )
        }
        let own = members.first { $0.account == asker.account }
        let isOld = day < today - 45
        for (index, item) in items.enumerated() where !words.isEmpty {
            let word = words[(index + id) % words.count]
            let work = MinutesWork(desk.seated(asker, on: day))
            do {
                try await work.note(item.id, of: id, level: 1, word.said)
                let decision = MinutesWork.Decision(
                    text: word.task,
                    member: index % 2 == 0 ? own?.id : nil,
                    person: word.person,
                    body: .school,
                    due: day + 10
                )
                try await work.decide(decision, item.id, of: id)
            } catch is Refusal {
                continue
            }
            // Of long ago everything is done; of late, some.
            let said = word.outcome ?? (isOld ? "Izdarīts." : nil)
            guard let outcome = said, day + 9 <= today else { continue }
            let task = try await desk.database.data.read {
                try MeetingTask.all(of: [item.id], tenant, $0).last
            }
            if let task { try await MinutesWork(desk.seated(asker, on: day + 9)).finish(task.id, outcome) }
        }
    }

    /// Writes other matters.
    package func general(_ id: Int, by asker: Asker, on day: Day, _ text: String) async throws {
        try await MeetingWork(desk.seated(asker, on: day)).general(id, text, version: try await version(id))
    }

    /// Approves the minutes.
    package func approve(_ id: Int, by asker: Asker, on day: Day) async throws {
        try await MeetingWork(desk.seated(asker, on: day)).approve(id, version: try await version(id))
    }

    private func version(_ id: Int) async throws -> Int {
        let tenant = desk.tenant
        return try await desk.database.data.read { try Meeting.find(id, tenant, $0) }?.version ?? 0
    }
}
