internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Rows about a pupil, each with a number under it, whose words end and which stay otherwise.
struct EndedTexts {
    private let table: Name
    private let text: Name
    private let words: [Name]
    private let tombstones: String

    /// Rows of a table with a sealed text; one whose text is empty has ended before.
    init(_ table: Name, _ text: Name, words: [Name], _ tombstones: String) {
        self.table = table
        self.text = text
        self.words = words
        self.tombstones = tombstones
    }

    /// Empties those of a condition, so many at most; gives the numbers of their tombstones.
    func end(
        _ condition: SQL,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
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
        guard !due.isEmpty else { return [] }
        let rows = CountedRows(table, words: words, sealed: [text])
        for (pupil, id) in due {
            let own: SQL = "tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND id = \(id)"
            try rows.empty(own, on: desk.today, connection)
        }
        // A number of the pupil's own would tell of the pupil.
        let numbers = try connection.takeIds(
            tenant: desk.tenant.rawValue,
            kind: tombstones,
            count: due.count
        )
        for number in numbers {
            try connection.execute(
                """
                INSERT INTO \(try SQL.name(tombstones)) (tenant_id, id, day)
                VALUES (\(desk.tenant), \(number), \(desk.today))
                """
            )
        }
        return Array(numbers)
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
}
