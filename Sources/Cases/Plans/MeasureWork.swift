internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Measures of plans: rows of their own, each change of which is kept with the version that holds.
extension CaseWork {
    /// What a measure is made of.
    struct NewMeasure: Sendable {
        let kind: MeasureKind
        let subject: Int
        let body: CaseBody
        let provider: String
        /// Minutes.
        let planned: Int
        let from: Day
        let to: Day
    }

    /// Adds a measure to a plan.
    ///
    /// Throws `FieldErrors` where the plan has none of the kind or it is used no longer, and where lessons at home say no subject.
    func addMeasure(_ measure: NewMeasure, to plan: Int, of id: Int) async throws {
        try await planned(plan, of: id) { plan, desk, connection in
            try CaseWork.check(measure, in: plan, over: nil, desk, connection)
            let new = try CaseWork.newID("plan_measure", desk, connection)
            try connection.execute(
                """
                INSERT INTO plan_measure (tenant_id, id, plan_id, pupil_id, institution_id, class_id, grade, kind,
                    subject_id, body, provider, planned, given, from_day, to_day, ended_on, version)
                VALUES (\(desk.tenant), \(new), \(plan.id), \(plan.pupil), \(plan.institution), \(plan.classGroup),
                    \(plan.grade), \(measure.kind), \(measure.subject), \(measure.body), \(measure.provider),
                    \(measure.planned), 0, \(measure.from), \(measure.to), 0, 1)
                """
            )
            let after = try CaseWork.measure(new, of: plan, desk, connection)
            return PlanChange(deed: .added, after: KeptMeasure(after))
        }
    }

    /// Corrects what a measure says that was read at a version; hours given stay.
    ///
    /// Throws `Conflict` where somebody else was first, and `FieldErrors` as where it is added.
    func correct(
        _ number: Int,
        _ measure: NewMeasure,
        of plan: Int,
        in id: Int,
        version: Int
    ) async throws {
        try await planned(plan, of: id) { plan, desk, connection in
            let old = try CaseWork.measure(number, of: plan, desk, connection)
            guard old.version == version else { throw Conflict(table: "plan_measure", id: number) }
            try CaseWork.check(measure, in: plan, over: old.kind, desk, connection)
            try connection.execute(
                """
                UPDATE plan_measure SET kind = \(measure.kind), subject_id = \(measure.subject), body = \(measure.body),
                    provider = \(measure.provider), planned = \(measure.planned), from_day = \(measure.from),
                    to_day = \(measure.to), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND plan_id = \(plan.id) AND id = \(number)
                """
            )
            return try CaseWork.change(.corrected, old, of: plan, desk, connection)
        }
    }

    /// Says how much of a measure was given in all, and whether it is over; a measure that was over stays so from its day.
    ///
    /// Whoever ends it says what came of it; one that ended before that was asked may stay without. With the version that
    /// the measure was read at, nobody's hours are written over unseen. Throws `FieldErrors` without the result.
    func give(
        _ measure: Int,
        of plan: Int,
        in id: Int,
        minutes: Int,
        isOver: Bool,
        result: PlanResult = .none,
        version: Int? = nil
    ) async throws {
        try await planned(plan, of: id) { plan, desk, connection in
            let old = try CaseWork.measure(measure, of: plan, desk, connection)
            guard version == nil || old.version == version else {
                throw Conflict(table: "plan_measure", id: measure)
            }
            if isOver, result == .none, old.ended == nil || old.result != .none {
                throw FieldErrors("result", .missingChoice)
            }
            let ended = isOver ? old.ended ?? desk.today : nil
            let came = isOver ? result : PlanResult.none
            try connection.execute(
                """
                UPDATE plan_measure SET given = \(minutes), ended_on = \(ended?.number ?? 0), result = \(came),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND plan_id = \(plan.id) AND id = \(measure)
                """
            )
            return try CaseWork.change(.given, old, of: plan, desk, connection)
        }
    }

    /// Takes out a measure that was entered by mistake: it counts nowhere any more, and what it said stays in the history
    /// of the plan with the reason.
    func remove(_ measure: Int, of plan: Int, in id: Int, reason: String, version: Int) async throws {
        try await planned(plan, of: id) { plan, desk, connection in
            let old = try CaseWork.measure(measure, of: plan, desk, connection)
            guard old.version == version else { throw Conflict(table: "plan_measure", id: measure) }
            guard !reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
            try connection.execute(
                """
                DELETE FROM plan_measure
                WHERE tenant_id = \(desk.tenant) AND plan_id = \(plan.id) AND id = \(measure)
                """
            )
            return PlanChange(deed: .removed, before: KeptMeasure(old), reason: reason)
        }
    }

    // MARK: What all changes of measures share

    /// Changes measures of a plan and keeps it as it stands then; a change that changes nothing is none.
    private func planned(
        _ plan: Int,
        of id: Int,
        _ body: @escaping @Sendable (SupportPlan, Desk, Connection) throws -> PlanChange
    ) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enterToWrite(id)
            let found = try SupportPlan.find(plan, of: id, desk.tenant, connection)
            guard CaseWork.mayPlan(key), let found else { throw Refusal.noSuchPage }
            let states = PlanStates(file: file, key: key, connection: connection)
            try states.catchUp(found, desk)
            let change = try body(found, desk, connection)
            if change.before != change.after { try states.keep(change, of: plan, desk) }
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    private static func measure(
        _ id: Int,
        of plan: SupportPlan,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PlanMeasure {
        let all = try PlanMeasure.all(of: plan.id, desk.tenant, connection)
        guard let measure = all.first(where: { $0.id == id }) else { throw Refusal.noSuchPage }
        return measure
    }

    private static func change(
        _ deed: PlanChange.Deed,
        _ old: PlanMeasure,
        of plan: SupportPlan,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PlanChange {
        let after = try measure(old.id, of: plan, desk, connection)
        return PlanChange(deed: deed, before: KeptMeasure(old), after: KeptMeasure(after))
    }

    /// Refuses a kind that the plan is not given; one that a measure has already may stay.
    private static func check(
        _ measure: NewMeasure,
        in plan: SupportPlan,
        over old: MeasureKind?,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let lists = try CodeLists.load(desk.tenant, connection)
        let offered = MeasureKind.offered(in: plan.kind, lists, on: desk.today)
        guard offered.contains(measure.kind) || measure.kind == old else {
            throw FieldErrors("kind", .missingChoice)
        }
        if measure.kind == .lessons, measure.subject == 0 { throw FieldErrors("subject", .missingChoice) }
    }
}
