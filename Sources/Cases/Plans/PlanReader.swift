internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads the words of a plan with the key to its case.
struct PlanReader {
    let file: CaseFile
    let key: CaseKey
    let plan: SupportPlan?
    let connection: Connection

    func body(_ number: Int) throws -> EditTexts {
        guard let plan else { return [:] }
        let sealed = try connection.value(
            """
            SELECT body_sealed FROM plan_version
            WHERE tenant_id = \(file.tenant) AND plan_id = \(plan.id) AND number = \(number)
            """,
            [UInt8].self
        )
        guard let sealed else { throw Refusal.noSuchPage }
        let place = SealedPlace.row("plan_version", "body_sealed", file.tenant, plan.id, number)
        let text = try CaseText(sealed, file.tenant, at: place, of: file.id, .plan).opened(key, connection)
        return PlanBody.answers(text ?? "")
    }

    func versions() throws -> [(number: Int, at: Instant, who: String)] {
        guard let plan else { return [] }
        return try connection.rows(
            """
            SELECT number, at, account_name FROM plan_version
            WHERE tenant_id = \(file.tenant) AND plan_id = \(plan.id) ORDER BY number DESC
            """,
            Int.self,
            Int.self,
            String.self
        )
        .map { ($0.0, Instant(milliseconds: $0.1), $0.2) }
    }

    func logged() throws -> [Int: Int] {
        guard let plan else { return [:] }
        let rows = try connection.rows(
            """
            SELECT subject_id, sum(minutes) FROM consultation
            WHERE tenant_id = \(file.tenant) AND pupil_id = \(plan.pupil) AND year = \(plan.year.start)
                AND term = \(plan.term) AND is_undone = 0
            GROUP BY subject_id ORDER BY subject_id
            """,
            Int.self,
            Int.self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }
}
