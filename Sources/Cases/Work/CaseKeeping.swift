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
    static let tombstones = "ended_case"
    static let tables = [
        "prevention_case", "case_step", "case_member", "case_note", "case_task", "support_plan",
        "plan_version",
        "plan_measure",
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

    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        let tenant = desk.tenant
        let due = try connection.rows(
            """
            SELECT id FROM prevention_case
            WHERE tenant_id = \(tenant) AND closed_on > 0 AND closed_on < \(last) AND length(reason_sealed) > 0
                AND pupil_id NOT IN (\(pupils))
            ORDER BY closed_on, id LIMIT \(most)
            """,
            Int.self
        )
        guard !due.isEmpty else { return [] }
        for id in due {
            try connection.execute(
                "INSERT INTO ended_case (tenant_id, case_id, day) VALUES (\(tenant), \(id), \(desk.today))"
            )
        }
        try remove(due, desk, connection)
        return due
    }

    private static func remove(_ cases: [Int], _ desk: Desk, _ connection: Connection) throws {
        let ofCase: SQL = "tenant_id = \(desk.tenant) AND case_id IN (\(list: cases))"
        let ofPlan: SQL = """
            tenant_id = \(desk.tenant) AND plan_id IN (SELECT id FROM support_plan WHERE \(ofCase))
            """
        try connection.execute("DELETE FROM case_note WHERE \(ofCase)")
        try connection.execute("DELETE FROM case_task WHERE \(ofCase)")
        try connection.execute("DELETE FROM plan_version WHERE \(ofPlan)")
        try CaseCounts.measures.empty(ofPlan, on: desk.today, connection)
        for (rows, column) in CaseCounts.ofCase {
            let condition: SQL = "tenant_id = \(desk.tenant) AND \(column) IN (\(list: cases))"
            try rows.empty(condition, on: desk.today, connection)
        }
    }
}
