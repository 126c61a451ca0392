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
    struct People: Sendable {
        let teacher: Asker
        let pedagogue: Asker
        let coordinator: Asker
        let colleague: Asker
        let outside: Asker
    }

    var stage: CaseStage { CaseStage(desk) }

    /// Plays all cases and consultations; a house without cases has none.
    func play() async throws {
        guard desk.house.permissions.contains(.joinCases),
            desk.house.rooms.contains(where: { room in room.pages.contains { $0.path == "/cases" } })
        else { return }
        let people = try await people()
        let (since, tenant) = (DemoCases.since(plan), desk.tenant)
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
        let talks = DemoTalks(desk: desk, plan: plan, subject: taught["Matemātika"] ?? 0)
        try await talks.play(7, at: home, by: people.pedagogue)
        for place in places.prefix(3) { try await talks.play(2, at: place, by: people.coordinator) }
        // The class teacher has one pupil whose case is over, with somebody of another body still in it, and takes part
        // in the case of another.
        let known = choice.known(of: ofTeacher, near: DemoCases.begun(of: DemoCases.told, plan))
        let shared = choice.current(
            of: ofTeacher,
            leaving: known?.pupil,
            near: DemoCases.begun(of: DemoCases.shared, plan)
        )
        choice.leaveOut(ofTeacher)
        var referrals = ReferralTurns()
        for (number, place) in turns.enumerated() {
            let asked = DemoCases.begun(of: number, plan)
            let found: CaseChoice.Found?
            switch number {
            case DemoCases.told: found = known
            case DemoCases.shared: found = shared ?? choice.next(at: place, near: asked)
            default: found = choice.next(at: place, near: asked)
            }
            guard let found else { continue }
            let owner = place == home ? people.pedagogue : people.coordinator
            try await play(number, found, owner, people, taught, &referrals)
        }
        // Whoever has signs of risk or is of the class teacher's class has a story already.
        let told = Set(signals.map(\.pupil)).union(ofTeacher)
        let plans = DemoPlans(desk: desk, plan: plan, taught: taught, told: told)
        try await plans.play(PlanMix.home, at: home, by: people.pedagogue)
        for (number, institution) in places.prefix(4).enumerated() {
            let mix = PlanMix.far[number % PlanMix.far.count]
            try await plans.play(mix, at: institution, by: people.coordinator)
        }
        try await turn(to: home, leaving: told, by: people.outside)
    }

    /// The body of the demo's only specialist of another one, as the role names it: the social service.
    static let social = 2

    /// The place of the case that the class teacher knows of.
    private static let told = 7
    /// The place of the case that the class teacher takes part in: of the youngest of the home institution.
    static let shared = 11

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

    /// A good year and a half in days: the first cases are wanted to be so old, and signs come at the ends of months only.
    private static let oldest = 560
    /// By how many days at most a case is wanted to be older than its turn says.
    private static let spread = 20

    /// The day from which on signs may be what cases were opened from: a month before any case is wanted to begin.
    static func since(_ plan: BoardPlan) -> Day { plan.today - oldest - spread - 31 }

    /// When a case is wanted to begin: those of the first sixth a year and a half ago, the others later, the last in
    /// these weeks.
    static func begun(of number: Int, _ plan: BoardPlan) -> Day {
        let ages = [oldest, 330, 210, 120, 60, 15]
        var dice = Dice(plan.seed, .cases, number, 1)
        return plan.today - ages[number % ages.count] - dice.below(spread)
    }
}
