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
    func end(_ condition: SQL, _ end: KeepingEnd) throws -> Int {
        let due = try end.connection.rows(
            """
            SELECT pupil_id, id FROM \(table.sql)
            WHERE tenant_id = \(end.tenant) AND \(condition) AND length(\(text.sql)) > 0
                AND pupil_id NOT IN (\(end.pupils))
            ORDER BY pupil_id, id LIMIT \(end.most)
            """,
            PupilID.self,
            Int.self
        )
        let rows = CountedRows(table, words: words, sealed: [text])
        for (pupil, id) in due {
            let own: SQL = "tenant_id = \(end.tenant) AND pupil_id = \(pupil) AND id = \(id)"
            try rows.empty(own, on: end.desk.today, end.connection)
        }
        return due.count
    }
}

extension Migration {
    /// The tombstones of texts about pupils that are not kept any more; they count and tell of nobody.
    static let endedTexts = tombstones(
        id: "2027-01-ended-texts",
        ObservationKeeping.tombstones,
        DutyKeeping.tombstones
    )
}
