internal import Frame
internal import Kernel
internal import Storage

/// What journals say of pupils' behaviour: the words end with their time, and that there was an entry of a kind on a day
/// is counted for as long as past years are.
///
/// The keyed index of a text stays with its place, so that an old journal that is read again finds its entries.
enum BehaviourKeeping: TimedRecords {
    static let retention = "behaviour"
    static let words = FactWords(
        Text(lv: "Uzvedības ierakstu teksti", en: "Texts of behaviour entries"),
        Noun(
            lv: "uzvedības ieraksta teksts",
            "uzvedības ierakstu teksti",
            en: "text of a behaviour entry",
            "texts of behaviour entries"
        )
    )
    static let tombstones = "ended_behaviour"
    static let tables = ["behaviour_text"]

    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        let year = SchoolYear(containing: last)
        let due = try connection.rows(
            """
            SELECT pupil_id, day, ordinal FROM behaviour_text
            WHERE tenant_id = \(desk.tenant) AND day < \(year.first) AND length(text_sealed) > 0
                AND pupil_id NOT IN (\(pupils))
            ORDER BY day, pupil_id, ordinal LIMIT \(most)
            """,
            PupilID.self,
            Day.self,
            Int.self
        )
        let rows = CountedRows("behaviour_text", sealed: ["text_sealed"])
        for (pupil, day, ordinal) in due {
            let own: SQL = """
                tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND day = \(day) AND ordinal = \(ordinal)
                """
            try rows.empty(own, on: desk.today, connection)
        }
        return try bury(due.count, desk, connection)
    }
}

extension Migration {
    /// The tombstones of texts of behaviour that are not kept any more; they count and tell of nobody.
    static let endedBehaviour = Migration(
        id: "2027-01-ended-behaviour",
        tables: [
            TableNote(
                name: "ended_behaviour",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE ended_behaviour (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX ended_behaviour_day ON ended_behaviour (tenant_id, day);
            """
    )
}
