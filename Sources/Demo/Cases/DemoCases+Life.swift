import Cases
import Frame
import Kernel
import Registry
import Storage

extension DemoCases {
    /// The life of a case from its first day to its end, or to today.
    func play(
        _ number: Int,
        _ found: CaseChoice.Found,
        _ owner: Asker,
        _ people: People,
        _ subjects: [String: Int],
        _ referrals: inout ReferralTurns
    ) async throws {
        var dice = Dice(plan.seed, .cases, number)
        let grade = try await grade(of: found.pupil, on: found.day)
        let theme = CaseTheme.of(number, found.sign, grade: grade)
        let opened = try await stage.open(
            found.pupil,
            signal: found.signal,
            by: owner,
            on: found.day,
            reason: theme.reason
        )
        guard let id = opened else { return }
        let today = worked(number, from: found.day)
        let script = CaseScript(id: id, theme: theme, owner: owner, start: found.day, today: today)
        try await invite(script, isHome: owner.account == people.pedagogue.account, people, &dice)
        let isShared = number == DemoCases.shared
        let teacher = isShared ? try await asked(people.teacher, script) : nil
        if let course = referrals.next(age: plan.today.number - found.day.number) {
            let outside = people.outside
            try await refer(number, theme.turn, id, from: found.day, course, by: owner, to: outside)
        }
        try await work(script, found.pupil, subjects[theme.subject] ?? 0, teacher, &dice)
    }

    /// The grade of a pupil's class on a day; 1, where it is not known, as a theme of the youngest fits everybody.
    private func grade(of pupil: PupilID, on day: Day) async throws -> Int {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try connection.value(
                """
                SELECT coalesce(max(c.grade), 1) FROM enrolment e
                JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                WHERE e.tenant_id = \(tenant) AND e.pupil_id = \(pupil) AND e.from_day <= \(day)
                    AND (e.to_day = 0 OR e.to_day >= \(day))
                """,
                Int.self
            ) ?? 1
        }
    }

    /// The class teacher, who is asked in some days after the beginning and comes; nil where that day has not come, or
    /// the pupil was not in the class then.
    private func asked(_ teacher: Asker, _ script: CaseScript) async throws -> Asker? {
        guard let day = script.day(6) else { return nil }
        let guest = CaseStage.Guest(
            teacher,
            body: 1,
            answer: 2,
            after: 2,
            purpose: "Ikdienas saziņa ar ģimeni un novērojumi klasē."
        )
        do {
            try await stage.invite(guest, to: script.id, by: script.owner, on: day, until: plan.today)
            return teacher
        } catch is FieldErrors {
            return nil
        }
    }

    private func invite(
        _ script: CaseScript,
        isHome: Bool,
        _ people: People,
        _ dice: inout Dice
    ) async throws {
        let day = script.start + 6
        guard day <= plan.today else { return }
        let outside = CaseStage.Guest(
            people.outside,
            body: DemoCases.social,
            answer: dice.below(8) == 0 ? 3 : 2,
            after: 1 + dice.below(6),
            purpose: script.theme.purpose
        )
        try await stage.invite(outside, to: script.id, by: script.owner, on: day, until: plan.today)
        guard isHome else { return }
        let colleague = CaseStage.Guest(
            people.colleague,
            body: 1,
            answer: 2,
            after: 1 + dice.below(3),
            purpose: "Atbalsta nodarbības un ieteikumi skolotājiem."
        )
        try await stage.invite(colleague, to: script.id, by: script.owner, on: day, until: plan.today)
    }

    private func work(
        _ script: CaseScript,
        _ pupil: PupilID,
        _ subject: Int,
        _ teacher: Asker?,
        _ dice: inout Dice
    ) async throws {
        let (id, owner, theme) = (script.id, script.owner, script.theme)
        try await stage.note(id, level: 1, by: owner, on: script.start, theme.notes[0])
        guard let assessed = script.day(8) else { return }
        try await stage.move(id, to: 2, by: owner, on: assessed, review: assessed + 30)
        try await stage.note(id, level: 2, by: owner, on: assessed, theme.restricted)
        guard let planned = script.day(20) else { return }
        try await stage.move(id, to: 3, by: owner, on: planned)
        let plan = self.plan(script, planned, subject, &dice)
        let end = CaseTerm(planned).last
        try await stage.plan(plan, of: id, by: owner, on: planned, until: end)
        let isDone = script.day(45) != nil
        try await stage.task(
            id,
            by: owner,
            on: planned,
            // Some tasks are somebody's with an account, so that there is something on their list.
            of: teacher,
            person: isDone || id % 2 == 0 ? "Klases audzinātājs" : nil,
            theme.task,
            done: isDone ? (planned + 10, "Izdarīts, vienošanās pierakstīta.") : nil
        )
        guard let going = script.day(26) else { return }
        try await stage.move(id, to: 4, by: owner, on: going, review: going + 60)
        try await consult(pupil, subject, owner, going, &dice)
        guard let noted = script.day(60) else { return }
        try await stage.note(id, level: 1, by: owner, on: noted, theme.notes[1])
        guard let reviewed = script.day(110) else { return }
        try await stage.move(id, to: 5, by: owner, on: reviewed, review: reviewed + 30)
        let over = script.day(150)
        // A risk that has grown is worked on: such a case is not closed.
        let result = [1, 1, 2, over == nil ? 3 : 1][dice.below(4)]
        var ended = plan
        ended.answers["result"] = String(result)
        ended.answers["recommendation"] = "Turpināt konsultācijas, pārrunāt ar audzinātāju reizi mēnesī."
        ended.answers["midterm_on"] = Format(.lv).day(planned + 40)
        ended.answers["midterm"] = theme.notes[1]
        try await stage.conclude(ended, of: id, by: owner, on: reviewed)
        guard let closed = over else { return }
        // What the case came to is what its plan came to.
        let isReduced = result == 1
        try await stage.move(
            id,
            to: 6,
            outcome: isReduced ? 1 : 3,
            by: owner,
            on: closed,
            reason: isReduced ? theme.outcome : DemoCases.unchanged
        )
    }

    private static let unchanged =
        "Risks nav mainījies; klases audzinātājs turpina vērot, ja vajadzēs, gadījumu atvērs no jauna."

    private func plan(
        _ script: CaseScript,
        _ day: Day,
        _ subject: Int,
        _ dice: inout Dice
    ) -> CaseStage.Plan {
        let theme = script.theme
        var answers = [
            "kind": "1", "term": CaseTerm(day).code, "strengths": theme.strengths, "goals": theme.goals,
            "risk1": theme.risk, "severity1": String(2 + dice.below(2)), "evidence1": theme.evidence,
            "parents": "1", "parents_on": Format(.lv).day(day), "result": "0",
        ]
        if theme.risk.hasPrefix("3") {
            answers["transport"] = "48,00"
            answers["meals"] = "62,50"
        }
        let hours = 10 + dice.below(6)
        return CaseStage.Plan(
            answers,
            given: hours - dice.below(4),
            [
                CaseStage.Measure(1, subject: subject, hours: hours, by: "Priekšmeta skolotājs"),
                CaseStage.Measure(2, hours: hours, by: "Izglītības psihologs"),
            ]
        )
    }

    private func consult(
        _ pupil: PupilID,
        _ subject: Int,
        _ owner: Asker,
        _ from: Day,
        _ dice: inout Dice
    ) async throws {
        for week in 0..<(4 + dice.below(6)) {
            let day = from + 7 * week
            guard day <= plan.today, ![6, 7, 8].contains(day.parts.month) else { continue }
            let minutes = 20 + 10 * dice.below(4)
            try await stage.consult(pupil, subject: subject, by: owner, on: day, minutes: minutes)
        }
    }
}

/// A case with its people and days, as far as they have come.
private struct CaseScript: Sendable {
    let id: Int
    let theme: CaseTheme
    let owner: Asker
    let start: Day
    let today: Day

    /// The day so long after the start; nil where it has not come.
    func day(_ after: Int) -> Day? { start + after <= today ? start + after : nil }
}
