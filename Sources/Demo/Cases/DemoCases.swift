import Access
import Cases
import Frame
import Kernel
import Prevention
import Registry
import Storage

/// One and a half years of cases of the demo: opened from signals of the board's own pupils, worked through by the
/// demo's people, each step on a day before today.
struct DemoCases: Sendable {
    let desk: Desk
    let plan: BoardPlan
    /// The institution whose social pedagogue has an account; cases of others are the coordinator's.
    let home: InstitutionID

    /// Who acts.
    private struct People: Sendable {
        let teacher: Asker
        let pedagogue: Asker
        let coordinator: Asker
        let colleague: Asker
        let outside: Asker
    }

    private var stage: CaseStage { CaseStage(desk) }

    /// Plays all cases and consultations; a house without cases has none.
    func play() async throws {
        guard desk.house.permissions.contains(.joinCases),
            desk.house.rooms.contains(where: { room in room.pages.contains { $0.path == "/cases" } })
        else { return }
        let people = try await people()
        let (since, tenant) = (SchoolYear(containing: plan.today).previous.first, desk.tenant)
        let (signals, subjects) = try await desk.database.data.read { connection in
            (
                try OpenSignals.dated(since: since, tenant, connection),
                try RegistryLookup(tenant: tenant, connection).subjects()
            )
        }
        let taught = Dictionary(subjects.map { ($0.name, $0.id) }) { first, _ in first }
        let ofTeacher = try await pupils(of: people.teacher)
        var choice = CaseChoice(signals, today: plan.today)
        let places = Set(signals.map(\.institution)).subtracting([home]).sorted()
        let turns = Array(repeating: home, count: 12) + places.flatMap { Array(repeating: $0, count: 3) }
        // The class teacher has one pupil whose case is over, with somebody of another body still in it.
        let known = choice.known(of: ofTeacher, near: begun(of: DemoCases.told))
        choice.leaveOut(ofTeacher)
        for (number, place) in turns.enumerated() {
            let asked = begun(of: number)
            let found = number == DemoCases.told ? known : choice.next(at: place, near: asked)
            guard let found else { continue }
            let owner = place == home ? people.pedagogue : people.coordinator
            try await play(number, found, owner, people, taught)
        }
        // Whoever has signs of risk or is of the class teacher's class has a story already.
        let told = Set(signals.map(\.pupil)).union(ofTeacher)
        let plans = DemoPlans(desk: desk, plan: plan, taught: taught, told: told)
        try await plans.play(PlanMix.home, at: home, by: people.pedagogue)
        for (number, institution) in places.prefix(4).enumerated() {
            let mix = PlanMix.far[number % PlanMix.far.count]
            try await plans.play(mix, at: institution, by: people.coordinator)
        }
    }

    /// The place of the case that the class teacher knows of.
    private static let told = 7

    /// The pupils of somebody's class today.
    private func pupils(of teacher: Asker) async throws -> Set<PupilID> {
        guard let classGroup = teacher.grants.compactMap(\.scope.classGroup).first else { return [] }
        let (tenant, today) = (desk.tenant, plan.today)
        return try await desk.database.data.read { connection in
            Set(
                try connection.rows(
                    """
                    SELECT pupil_id FROM enrolment WHERE tenant_id = \(tenant) AND class_id = \(classGroup)
                        AND from_day <= \(today) AND (to_day = 0 OR to_day >= \(today)) ORDER BY pupil_id
                    """,
                    PupilID.self
                )
            )
        }
    }

    private func people() async throws -> People {
        let accounts = Accounts(desk)
        return People(
            teacher: try await accounts.asker(login: Role.classTeacher.name),
            pedagogue: try await accounts.asker(login: Role.socialPedagogue.name),
            coordinator: try await accounts.asker(login: Role.preventionCoordinator.name),
            colleague: try await accounts.asker(login: Role.supportSpecialist.name),
            outside: try await accounts.asker(login: Role.outsideWorker.name)
        )
    }

    /// The life of a case from its first day to its end, or to today.
    private func play(
        _ number: Int,
        _ found: CaseChoice.Found,
        _ owner: Asker,
        _ people: People,
        _ subjects: [String: Int]
    ) async throws {
        var dice = Dice(plan.seed, .cases, number)
        let theme = CaseTheme.all[number % CaseTheme.all.count]
        let opened = try await stage.open(
            found.pupil,
            signal: found.signal,
            by: owner,
            on: found.day,
            reason: theme.reason
        )
        guard let id = opened else { return }
        let script = CaseScript(id: id, theme: theme, owner: owner, start: found.day, today: plan.today)
        try await invite(script, isHome: owner.account == people.pedagogue.account, people, &dice)
        try await work(script, found.pupil, subjects[theme.subject] ?? 0, &dice)
    }

    /// When a case is wanted to begin: those of the first third a year and a half ago, the others later, the last in
    /// these weeks.
    private func begun(of number: Int) -> Day {
        let ages = [480, 330, 210, 120, 60, 15]
        var dice = Dice(plan.seed, .cases, number, 1)
        let day = plan.today - ages[number % ages.count] - dice.below(20)
        return max(day, SchoolYear(containing: plan.today).previous.first + 14)
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
            body: script.theme.body,
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
            // Some tasks are the owner's own, so that there is something on their list.
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
        var ended = plan
        ended.answers["result"] = String([1, 1, 2, 3][dice.below(4)])
        ended.answers["recommendation"] = "Turpināt konsultācijas, pārrunāt ar audzinātāju reizi mēnesī."
        ended.answers["midterm_on"] = Format(.lv).day(planned + 40)
        ended.answers["midterm"] = theme.notes[1]
        try await stage.conclude(ended, of: id, by: owner, on: reviewed)
        guard let closed = script.day(150) else { return }
        let outcome = dice.below(4) == 0 ? 3 : 1
        try await stage.move(id, to: 6, outcome: outcome, by: owner, on: closed, reason: theme.outcome)
    }

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
