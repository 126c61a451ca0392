internal import Frame
internal import Kernel
internal import Storage

/// Signs of years that are over: what they showed and who looked into them ends with their time, and that a pupil had a
/// sign is counted for as long as past years are.
///
/// A sign without readings stands on no page and is judged no more, as ``SignalStore`` reads signs with what they showed.
enum SignalKeeping: TimedRecords {
    static let retention = "signals"
    static let words = FactWords(
        Text(lv: "Riska pazīmes", en: "Signs of risk"),
        Noun(lv: "riska pazīme", "riska pazīmes", en: "sign of risk", "signs of risk")
    )
    static let tombstones = "ended_signal"
    static let tables = ["risk_reading", "risk_step"]

    /// What past years count of the signs.
    static let counted = CountedRows("risk_signal")

    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        let year = SchoolYear(containing: last)
        // A sign that somebody noticed is shown with the words for as long as these are kept.
        let due = try connection.rows(
            """
            SELECT s.id FROM risk_signal s
            WHERE s.tenant_id = \(desk.tenant) AND s.year < \(year.start) AND s.pupil_id NOT IN (\(pupils))
                AND EXISTS (
                    SELECT 1 FROM risk_reading r WHERE r.tenant_id = s.tenant_id AND r.signal_id = s.id)
                AND NOT EXISTS (
                    SELECT 1 FROM risk_observation o WHERE o.tenant_id = s.tenant_id AND o.pupil_id = s.pupil_id
                        AND o.signal_id = s.id AND length(o.text_sealed) > 0)
            ORDER BY s.year, s.id LIMIT \(most)
            """,
            Int.self
        )
        try SignalWriter(desk: desk, connection: connection).forgetShown(due)
        return try bury(due.count, desk, connection)
    }
}
