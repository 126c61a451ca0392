package import Frame
internal import Kernel
internal import Pages
package import Storage

/// Cases that are to be looked at by a day.
package enum ReviewDues: DueSource {
    private static let words = Text(lv: "Pārskatīt atbalsta gadījumu", en: "Review a case of support")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let rows = try connection.rows(
            """
            SELECT c.id, c.review_on, c.owner_name, c.institution_id, c.pupil_id FROM prevention_case c
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND c.review_on > 0
                AND c.review_on <= \(question.until) AND \(question.cases) ORDER BY c.id
            """,
            Int.self,
            Day.self,
            String.self,
            InstitutionID.self,
            PupilID.self
        )
        return rows.map { id, day, owner, place, pupil in
            Due(
                "case-review-\(id)",
                by: day,
                words,
                of: pupil,
                owner: Text(same: owner),
                at: place,
                "/cases/\(id)"
            )
        }
    }
}

/// Tasks of cases, which their doer and the owner of the case follow.
package enum TaskDues: DueSource {
    package static var kind: DueKind { .tasks }

    private static let words = Text(lv: "Atbalsta gadījuma uzdevums", en: "Task of a case of support")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let rows: [CaseDueRow] = try connection.rows(
            """
            SELECT t.id, t.due_on, t.person, c.institution_id, c.pupil_id, c.id, c.owner_id
            FROM prevention_case c JOIN case_task t ON t.tenant_id = c.tenant_id AND t.case_id = c.id
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND t.done_on = 0
                AND t.due_on <= \(question.until) AND \(question.tasks)
            """
        )
        return try question.open(rows, connection).map { row in
            Due(
                "case-task-\(row.id)",
                by: row.day,
                words,
                of: row.pupil,
                owner: Text(same: row.person),
                at: row.institution,
                "/cases/\(row.caseID)"
            )
        }
    }
}

/// Measures of support plans whose last day comes and whose hours nobody has closed yet.
package enum MeasureDues: DueSource {
    package static var kind: DueKind { .measures }

    private static let words = Text(
        lv: "Pierakstīt atbalsta pasākuma norisi",
        en: "Record what came of a measure of support"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let rows = try connection.rows(
            """
            SELECT m.id, m.to_day, c.owner_name, c.institution_id, c.pupil_id, p.id, c.id
            FROM prevention_case c
            JOIN support_plan p ON p.tenant_id = c.tenant_id AND p.case_id = c.id
            JOIN plan_measure m ON m.tenant_id = p.tenant_id AND m.plan_id = p.id
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND m.ended_on = 0
                AND m.to_day <= \(question.until) AND \(question.cases) ORDER BY m.id
            """,
            Int.self,
            Day.self,
            String.self,
            InstitutionID.self,
            PupilID.self,
            Int.self,
            Int.self
        )
        return rows.map { id, day, owner, place, pupil, plan, file in
            Due(
                "plan-measure-\(id)",
                by: day,
                words,
                of: pupil,
                owner: Text(same: owner),
                at: place,
                "/cases/\(file)/plans/\(plan)"
            )
        }
    }
}

extension DueQuestion {
    /// The condition on cases `c`.
    var cases: SQL {
        switch whose {
        case .own(let asker): "c.owner_id = \(asker.account)"
        case .within(let reach): reach.rows("c.")
        }
    }

    /// What of some rows is of cases that are open to whoever asks for the own dates; whoever leads the work has all.
    ///
    /// Of others' cases the gate tells, as a place in a case outlasts the role that it was given for.
    func open(_ rows: [CaseDueRow], _ connection: Connection) throws -> [CaseDueRow] {
        guard case .own(let asker) = whose else { return rows }
        let gate = CaseGate(asker, tenant, on: today, connection)
        let own = Set(rows.filter { $0.owner == asker.account }.map(\.caseID))
        let others = try Set(rows.map(\.caseID)).subtracting(own).filter { id in
            guard let file = try CaseFile.find(id, tenant, connection) else { return false }
            return try gate.key(to: file) != nil
        }
        let open = own.union(others)
        return rows.filter { open.contains($0.caseID) }
    }

    /// The condition on tasks `t` of cases `c`: those of one's own cases, and of others for as long as they are open to one.
    ///
    /// A place in a case ends with its last day, and nothing is written that day: the task keeps its doer, and ``CaseGate``
    /// closes the page.
    fileprivate var tasks: SQL {
        switch whose {
        case .own(let asker):
            """
            (c.owner_id = \(asker.account) OR (t.owner_id = \(asker.account) AND (EXISTS (
                SELECT 1 FROM case_member s WHERE s.tenant_id = c.tenant_id AND s.case_id = c.id
                    AND s.account_id = \(asker.account) AND s.state = \(MemberState.accepted)
                    AND s.ends_on >= \(today))
                OR \(asker.reach(.superviseCases, on: today).rows("c.")))))
            """
        case .within(let reach): reach.rows("c.")
        }
    }
}
