internal import Frame
internal import Kernel
internal import Storage

extension Migration {
    /// The tombstones of requests that are not kept any more.
    static let endedRequests = Migration(
        id: "2026-12-ended-requests",
        tables: [
            TableNote(
                name: "ended_request",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "request_id"]
            )
        ],
        sql: """
            CREATE TABLE ended_request (
                tenant_id INTEGER NOT NULL,
                request_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, request_id)
            ) {register};
            CREATE INDEX ended_request_day ON ended_request (tenant_id, day);
            """
    )
}

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
    static let tombstones = "ended_request"
    static let tables = ["privacy_request", "privacy_step"]

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
            SELECT id FROM privacy_request
            WHERE tenant_id = \(tenant) AND decided_on > 0 AND decided_on < \(last) AND pupil_id NOT IN (\(pupils))
                AND staff_id NOT IN (SELECT staff_id FROM privacy_request
                    WHERE tenant_id = \(tenant) AND decided_on = 0 AND staff_id > 0)
            ORDER BY decided_on, id LIMIT \(most)
            """,
            Int.self
        )
        for id in due {
            try connection.execute(
                "INSERT INTO ended_request (tenant_id, request_id, day) VALUES (\(tenant), \(id), \(desk.today))"
            )
            try connection.execute(
                "DELETE FROM privacy_step WHERE tenant_id = \(tenant) AND request_id = \(id)"
            )
            try connection.execute("DELETE FROM privacy_request WHERE tenant_id = \(tenant) AND id = \(id)")
        }
        return due
    }
}
