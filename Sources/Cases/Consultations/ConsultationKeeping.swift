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
    static let tombstones = Tombstones("ended_consultation")
    static let tables = ["consultation"]

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let due = try end.connection.rows(
            """
            SELECT id FROM consultation
            WHERE tenant_id = \(end.tenant) AND year < \(end.year.start)
                AND account_name <> '' AND pupil_id NOT IN (\(end.pupils))
            ORDER BY year, id LIMIT \(end.most)
            """,
            Int.self
        )
        guard !due.isEmpty else { return [] }
        // The account would lead to the name.
        try end.connection.execute(
            """
            UPDATE consultation SET account_id = 0, account_name = ''
            WHERE tenant_id = \(end.tenant) AND id IN (\(list: due))
            """
        )
        return try bury(due.count, end)
    }
}

extension Migration {
    /// The tombstones of consultations whose giver is not kept any more; they count and tell of nobody.
    static let endedConsultations = tombstones(
        id: "2027-02-ended-consultations",
        ConsultationKeeping.tombstones
    )
}
