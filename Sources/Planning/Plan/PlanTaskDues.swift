package import Frame
internal import Kernel
internal import Pages
package import Storage

/// Tasks of programmes that name a person: one's own, by name, as documents know nobody by account.
///
/// What is late of a programme is told to its editors by ``PlanReminders``, and leads nobody's work with pupils.
package enum PlanTaskDues: DueSource {
    package static var kind: DueKind { .tasks }

    private static let words = Text(lv: "Rīcības programmas uzdevums", en: "Task of an action programme")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        guard case .own(let asker) = question.whose else { return [] }
        let reach = asker.reach(.seePlans, on: question.today)
        let own = key(asker.name)
        guard !reach.isEmpty, !own.isEmpty else { return [] }
        let tasks = try WorkTask.rows(
            "person <> '' AND to_day > 0 AND to_day <= \(question.until)",
            question.tenant,
            connection
        )
        .filter { task in !task.state.isSettled && Plan.names(task.person).contains { key($0) == own } }
        guard !tasks.isEmpty else { return [] }
        // Nothing of a programme that is not decided is due.
        let decided = try ActionProgramme.rows("1 = 1", question.tenant, connection)
            .filter { programme in
                programme.status == .approved
                    && (reach.everything || programme.institution.rawValue == 0
                        || reach.institutions.contains(programme.institution))
            }
        let plans = Set(decided.map(\.id))
        return tasks.filter { plans.contains($0.plan) }.compactMap { task in
            guard let day = task.to else { return nil }
            return Due(
                "plan-task-\(task.id)",
                by: day,
                words,
                of: nil,
                owner: Text(same: task.person),
                at: task.owner,
                "/planning/activities/\(task.activity)"
            )
        }
    }

    /// A name as it is compared: documents write it with the surname first or last.
    private static func key(_ name: String) -> [String] {
        LatvianKey.search(name).split(separator: " ").map(String.init).sorted()
    }
}
