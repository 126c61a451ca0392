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
    static let tombstones = Tombstones("ended_signal")
    static let tables = ["risk_reading", "risk_step"]

    /// What past years count of the signs.
    static let counted = CountedRows("risk_signal")

    static func end(_ end: KeepingEnd) throws -> [Int] {
        // A sign that somebody noticed is shown with the words for as long as these are kept.
        let due = try end.connection.rows(
            """
            SELECT s.id FROM risk_signal s
            WHERE s.tenant_id = \(end.tenant) AND s.year < \(end.year.start)
                AND s.pupil_id NOT IN (\(end.pupils))
                AND EXISTS (
                    SELECT 1 FROM risk_reading r WHERE r.tenant_id = s.tenant_id AND r.signal_id = s.id)
                AND NOT EXISTS (
                    SELECT 1 FROM risk_observation o WHERE o.tenant_id = s.tenant_id AND o.pupil_id = s.pupil_id
                        AND o.signal_id = s.id AND length(o.text_sealed) > 0)
            ORDER BY s.year, s.id LIMIT \(end.most)
            """,
            Int.self
        )
        try SignalWriter(desk: end.desk, connection: end.connection).forgetShown(due)
        return try bury(due.count, end)
    }
}

extension Migration {
    /// The tombstones of signs whose readings and steps are not kept any more.
    static let endedSignals = tombstones(id: "2027-02-ended-signals", SignalKeeping.tombstones)
}
