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
    static let tombstones = Tombstones("ended_behaviour")
    static let tables = ["behaviour_text"]

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let due = try end.connection.rows(
            """
            SELECT pupil_id, day, ordinal FROM behaviour_text
            WHERE tenant_id = \(end.tenant) AND day < \(end.year.first) AND length(text_sealed) > 0
                AND pupil_id NOT IN (\(end.pupils))
            ORDER BY day, pupil_id, ordinal LIMIT \(end.most)
            """,
            PupilID.self,
            Day.self,
            Int.self
        )
        let rows = CountedRows("behaviour_text", sealed: ["text_sealed"])
        for (pupil, day, ordinal) in due {
            let own: SQL = """
                tenant_id = \(end.tenant) AND pupil_id = \(pupil) AND day = \(day) AND ordinal = \(ordinal)
                """
            try rows.empty(own, on: end.desk.today, end.connection)
        }
        return try bury(due.count, end)
    }
}

extension Migration {
    /// The tombstones of texts of behaviour that are not kept any more; they count and tell of nobody.
    static let endedBehaviour = tombstones(id: "2027-01-ended-behaviour", BehaviourKeeping.tombstones)
}
