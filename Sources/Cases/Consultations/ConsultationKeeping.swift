internal import Frame
internal import Kernel
internal import Storage

/// Consultations of years that are over: who gave one ends with its time, and that it was given is counted for as long as
/// past years are.
enum ConsultationKeeping: TimedRecords {
    static let retention = "consultations"
    static let words = FactWords(
        Text(lv: "Konsultācijas", en: "Consultations"),
        Noun(lv: "konsultācija", "konsultācijas", en: "consultation", "consultations")
    )
    static let tombstones = "ended_consultation"
    static let tables = ["consultation"]

    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        let due = try connection.rows(
            """
            SELECT id FROM consultation
            WHERE tenant_id = \(desk.tenant) AND year < \(SchoolYear(containing: last).start)
                AND account_name <> '' AND pupil_id NOT IN (\(pupils))
            ORDER BY year, id LIMIT \(most)
            """,
            Int.self
        )
        guard !due.isEmpty else { return [] }
        // The account would lead to the name.
        try connection.execute(
            """
            UPDATE consultation SET account_id = 0, account_name = ''
            WHERE tenant_id = \(desk.tenant) AND id IN (\(list: due))
            """
        )
        return try bury(due.count, desk, connection)
    }
}

extension Migration {
    /// The tombstones of consultations whose giver is not kept any more; they count and tell of nobody.
    static let endedConsultations = Migration(
        id: "2027-02-ended-consultations",
        tables: [
            TableNote(
                name: "ended_consultation",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE ended_consultation (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX ended_consultation_day ON ended_consultation (tenant_id, day);
            """
    )
}
