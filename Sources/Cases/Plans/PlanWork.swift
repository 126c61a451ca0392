internal import Access
internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// Keeps plans: each save is a version with its sealed body and the plan as it stood.
extension CaseWork {
    /// Whether whoever holds the key may write plans: those of the school, the owner, the supervisor; no other body.
    static func mayPlan(_ key: CaseKey) -> Bool { key.writesPlans }

    /// Keeps a plan and returns its number.
    ///
    /// Where `plan` is nil a new one is made; one that there is stays of its kind.
    func keepPlan(_ plan: Int?, of id: Int, version: Int, _ answers: PlanAnswers) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enterToWrite(id)
            guard CaseWork.mayPlan(key) else { throw Refusal.noSuchPage }
            let all = try SupportPlan.all(of: id, desk.tenant, connection)
            let twin = all.first {
                $0.kind == answers.kind && $0.year == answers.year && $0.term == answers.term && $0.id != plan
            }
            guard twin == nil else { throw FieldErrors("term", .hasPlan) }
            let states = PlanStates(file: file, key: key, connection: connection)
            let number: Int
            if let plan {
                guard let old = all.first(where: { $0.id == plan }) else { throw Refusal.noSuchPage }
                guard old.kind == answers.kind else { throw Refusal.planKeepsKind }
                guard old.version == version else { throw Conflict(table: "support_plan", id: plan) }
                number = old.version + 1
                try states.catchUp(old, desk)
                try CaseWork.update(plan, answers, number, desk, connection)
            } else {
                number = 1
            }
            let kept = try plan ?? CaseWork.insert(answers, file, desk, connection)
            try CaseWork.version(kept, number, answers.body, desk, connection)
            try states.keep(.saved, of: kept, desk)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
            return kept
        }
    }

    private static func insert(
        _ answers: PlanAnswers,
        _ file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let plan = try newID("support_plan", desk, connection)
        let stay = try YearStays.load(answers.year, [file.pupil], desk.tenant, connection).last(file.pupil)
        try connection.execute(
            """
            INSERT INTO support_plan (tenant_id, id, case_id, pupil_id, institution_id, class_id, grade, kind, year,
                term, made_on, parents, account_id, account_name, version)
            VALUES (\(desk.tenant), \(plan), \(file.id), \(file.pupil), \(file.institution),
                \(stay?.classGroup ?? file.classGroup), \(stay?.grade ?? file.grade), \(answers.kind),
                \(answers.year.start), \(answers.term), \(desk.today), 0, \(desk.asker.account),
                \(desk.asker.name), 1)
            """
        )
        try update(plan, answers, 1, desk, connection)
        return plan
    }

    private static func update(
        _ plan: Int,
        _ answers: PlanAnswers,
        _ version: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let (aid, risks) = (answers.aid, PlanRisks(answers))
        try connection.execute(
            """
            UPDATE support_plan SET year = \(answers.year.start), term = \(answers.term), ground = \(answers.ground),
                parents = \(answers.parents), parents_on = \(answers.parentsOn?.number ?? 0),
                midterm_on = \(answers.midtermOn?.number ?? 0), result = \(answers.result),
                result_on = \(answers.result == .none ? 0 : desk.today.number), transport = \(aid.transport),
                meals = \(aid.meals), lodging = \(aid.lodging), items = \(aid.items),
                learning_risks = \(risks[.learning]), social_risks = \(risks[.social]),
                economic_risks = \(risks[.economic]), family_risks = \(risks[.family]), version = \(version)
            WHERE tenant_id = \(desk.tenant) AND id = \(plan)
            """
        )
    }

    private static func version(
        _ plan: Int,
        _ number: Int,
        _ body: EditTexts,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let place = SealedPlace.row("plan_version", "body_sealed", desk.tenant, plan, number)
        let sealed = try CaseText.seal(PlanBody.text(body), desk.tenant, at: place, connection)
        try connection.execute(
            """
            INSERT INTO plan_version (tenant_id, plan_id, number, at, account_id, account_name, body_sealed)
            VALUES (\(desk.tenant), \(plan), \(number), \(desk.clock().milliseconds), \(desk.asker.account),
                \(desk.asker.name), \(sealed))
            """
        )
    }
}

extension Text {
    static let hasPlan = Text(
        lv: "Šim semestrim tāds plāns jau ir; atveriet to un labojiet.",
        en: "There is such a plan for this term; open it and edit it."
    )
}

extension Refusal {
    fileprivate static let planKeepsKind = Refusal(
        .conflict,
        Text(
            lv: "Plāna veidu pēc izveides nemaina.",
            en: "The kind of a plan does not change once it is made."
        ),
        advice: Text(
            lv: "Izveidojiet gadījuma lapā jaunu plānu.",
            en: "Make a new plan on the page of the case."
        )
    )
}
