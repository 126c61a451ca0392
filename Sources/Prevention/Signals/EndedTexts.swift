internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Rows about a pupil, each with a number under it, whose words end and which stay otherwise.
struct EndedTexts {
    private let table: Name
    private let text: Name
    private let words: [Name]

    /// Rows of a table with a sealed text; one whose text is empty has ended before.
    init(_ table: Name, _ text: Name, words: [Name]) {
        self.table = table
        self.text = text
        self.words = words
    }

    /// Empties those of a condition, so many at most; gives how many.
    func end(
        _ condition: SQL,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let due = try connection.rows(
            """
            SELECT pupil_id, id FROM \(table.sql)
            WHERE tenant_id = \(desk.tenant) AND \(condition) AND length(\(text.sql)) > 0
                AND pupil_id NOT IN (\(pupils))
            ORDER BY pupil_id, id LIMIT \(most)
            """,
            PupilID.self,
            Int.self
        )
        let rows = CountedRows(table, words: words, sealed: [text])
        for (pupil, id) in due {
            let own: SQL = "tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND id = \(id)"
            try rows.empty(own, on: desk.today, connection)
        }
        return due.count
    }
}

extension Migration {
    /// The tombstones of texts about pupils that are not kept any more; they count and tell of nobody.
    static let endedTexts = Migration(
        id: "2027-01-ended-texts",
        tables: ["ended_observation", "ended_duty"].map { name in
            TableNote(name: name, holds: .system, retention: "permanent", key: ["tenant_id", "id"])
        },
        sql: """
            CREATE TABLE ended_observation (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX ended_observation_day ON ended_observation (tenant_id, day);
            CREATE TABLE ended_duty (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX ended_duty_day ON ended_duty (tenant_id, day);
            """
    )

    /// The tombstones of signs whose readings and steps are not kept any more.
    static let endedSignals = Migration(
        id: "2027-02-ended-signals",
        tables: [
            TableNote(
                name: "ended_signal",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE ended_signal (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX ended_signal_day ON ended_signal (tenant_id, day);
            """
    )
}
