internal import Frame
internal import Kernel
internal import Storage

/// Requests of persons that were decided, with what was done about each.
enum RequestKeeping: TimedRecords {
    static let retention = "requests"
    static let words = FactWords(
        Text(lv: "Personu pieprasījumi", en: "Requests of persons"),
        Noun(
            lv: "personas pieprasījums",
            "personu pieprasījumi",
            en: "request of a person",
            "requests of persons"
        )
    )
    static let tombstones = Tombstones("ended_request", number: "request_id")
    static let tables = ["privacy_request", "privacy_step"]

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let tenant = end.tenant
        let due = try end.connection.rows(
            """
            SELECT id FROM privacy_request
            WHERE tenant_id = \(tenant) AND decided_on > 0 AND decided_on < \(end.last)
                AND pupil_id NOT IN (\(end.pupils))
                AND staff_id NOT IN (SELECT staff_id FROM privacy_request
                    WHERE tenant_id = \(tenant) AND decided_on = 0 AND staff_id > 0)
            ORDER BY decided_on, id LIMIT \(end.most)
            """,
            Int.self
        )
        guard !due.isEmpty else { return [] }
        try end.connection.execute(
            "DELETE FROM privacy_step WHERE tenant_id = \(tenant) AND request_id IN (\(list: due))"
        )
        try end.connection.execute(
            "DELETE FROM privacy_request WHERE tenant_id = \(tenant) AND id IN (\(list: due))"
        )
        return try bury(numbers: due, end)
    }
}

extension Migration {
    /// The tombstones of requests that are not kept any more.
    static let endedRequests = tombstones(id: "2026-12-ended-requests", RequestKeeping.tombstones)
}
