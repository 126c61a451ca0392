internal import Frame
internal import Kernel
internal import Storage

/// Cases of support that are over: what was written in them goes, and past years count them as before.
///
/// A case is evidence of what was done for a pupil, so the pupil's other data wait for its end.
enum CaseKeeping: TimedRecords {
    static let retention = "cases"
    static let words = FactWords(
        Text(lv: "Atbalsta gadījumi", en: "Cases of support"),
        Noun(lv: "atbalsta gadījums", "atbalsta gadījumi", en: "case of support", "cases of support")
    )
    static let tombstones = Tombstones("ended_case", number: "case_id")
    static let tables = [
        "prevention_case", "case_step", "case_member", "case_note", "case_task", "support_plan",
        "plan_version", "plan_state", "plan_measure", "case_referral", "referral_form",
    ]

    static func holding(since first: Day, _ tenant: TenantID) -> SQL? {
        """
        SELECT pupil_id FROM prevention_case
        WHERE tenant_id = \(tenant) AND closed_on >= \(first) AND length(reason_sealed) > 0
        """
    }

    static func unfinished(_ tenant: TenantID) -> SQL? {
        "SELECT pupil_id FROM prevention_case WHERE tenant_id = \(tenant) AND closed_on = 0"
    }

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let due = try end.connection.rows(
            """
            SELECT id FROM prevention_case
            WHERE tenant_id = \(end.tenant) AND closed_on > 0 AND closed_on < \(end.last)
                AND length(reason_sealed) > 0 AND pupil_id NOT IN (\(end.pupils))
            ORDER BY closed_on, id LIMIT \(end.most)
            """,
            Int.self
        )
        guard !due.isEmpty else { return [] }
        try remove(due, end.desk, end.connection)
        return try bury(numbers: due, end)
    }

    private static func remove(_ cases: [Int], _ desk: Desk, _ connection: Connection) throws {
        let ofCase: SQL = "tenant_id = \(desk.tenant) AND case_id IN (\(list: cases))"
        let ofPlan: SQL = """
            tenant_id = \(desk.tenant) AND plan_id IN (SELECT id FROM support_plan WHERE \(ofCase))
            """
        try connection.execute("DELETE FROM case_note WHERE \(ofCase)")
        try connection.execute("DELETE FROM case_task WHERE \(ofCase)")
        try connection.execute("DELETE FROM plan_version WHERE \(ofPlan)")
        try connection.execute("DELETE FROM plan_state WHERE \(ofPlan)")
        let ofReferral: SQL = "referral_id IN (SELECT id FROM case_referral WHERE \(ofCase))"
        try connection.execute(
            "DELETE FROM referral_form WHERE tenant_id = \(desk.tenant) AND \(ofReferral)"
        )
        try CaseCounts.measures.empty(ofPlan, on: desk.today, connection)
        for (rows, column) in CaseCounts.ofCase {
            let condition: SQL = "tenant_id = \(desk.tenant) AND \(column) IN (\(list: cases))"
            try rows.empty(condition, on: desk.today, connection)
        }
    }
}

extension Migration {
    /// The tombstones of cases whose words are not kept any more.
    static let endedCases = tombstones(id: "2027-01-ended-cases", CaseKeeping.tombstones)
}
