package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Next steps for pupils over the limit of unexcused absence: the first from the day on which the limit was passed.
///
/// One's own are those that the board's order gives to a role that one holds, of the pupils it is held for.
package enum DutyDues: DueSource {
    package static var kind: DueKind { .absence }

    /// ``AbsenceDuty/waiting(_:_:)`` counts the same steps from the first day on; whoever leads works with signs too.
    package static var hasOwnLine: Bool { true }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        switch question.whose {
        case .within(let reach): try dues(question, within: reach, connection)
        case .own(let asker):
            try DutyDoer.allCases.flatMap { doer in
                try dues(
                    question,
                    within: reach(of: asker, as: doer, on: question.today),
                    of: doer,
                    connection
                )
            }
        }
    }

    /// For whom somebody does what the order gives to a role.
    private static func reach(of asker: Asker, as doer: DutyDoer, on day: Day) -> Reach {
        asker.grants.reduce(into: Reach()) { reach, grant in
            guard grant.holds(on: day), grant.role == doer.role, grant.permissions.contains(.workSignals)
            else { return }
            reach.add(grant.scope)
        }
    }

    private static func dues(
        _ question: DueQuestion,
        within reach: Reach,
        of doer: DutyDoer? = nil,
        _ connection: Connection
    ) throws -> [Due] {
        guard !reach.isEmpty else { return [] }
        let until = question.until
        @Sendable func concerns(_ duty: DutyCase) -> Bool {
            duty.next.map { doer == nil || $0.doer == doer } ?? false
        }
        var asked = DutyBook.Asked(year: SchoolYear(containing: question.today), reach: reach)
        // The day of the limit only puts a step off.
        asked.needsDay = { duty in concerns(duty) && (duty.due.map { $0 <= until } ?? true) }
        let book = try DutyBook.load(
            asked,
            question.measures,
            today: question.today,
            question.tenant,
            connection
        )
        return book.cases.compactMap { duty in
            // Where nobody knows since when the pupil is over the limit, the step is due now.
            let day = duty.due ?? question.today
            guard let step = duty.next, concerns(duty), day <= until else { return nil }
            let pupil = duty.pupil.rawValue
            return Due(
                "duty-\(pupil)-\(duty.term)",
                by: day,
                Text(lv: "Neattaisnoti kavējumi: ", en: "Unexcused absence: ") + step.words,
                of: duty.pupil,
                owner: step.doer.words,
                at: duty.institution,
                "/pupils/\(pupil)/absence-duty"
            )
        }
    }
}

extension DutyDoer {
    /// Whether somebody is whom the order means, for a pupil's place.
    func isHeld(by asker: Asker, in scope: Scope, on day: Day) -> Bool {
        asker.grants.contains { $0.holds(on: day) && $0.role == role && $0.scope.covers(scope) }
    }

    /// The role of whoever the order means.
    fileprivate var role: String {
        switch self {
        case .classTeacher: "class-teacher"
        case .socialPedagogue: "social-pedagogue"
        case .head: "head"
        case .coordinator: "pmp-coordinator"
        }
    }
}
