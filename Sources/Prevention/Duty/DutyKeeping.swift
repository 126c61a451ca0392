internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Evidence of the steps over unexcused absence: note with the reason, number and author end with their time, and that a step was taken
/// on a day is counted for as long as past years are.
///
/// It proves that the duty by law was done, so the pupil's other data wait for its end.
enum DutyKeeping: TimedRecords {
    static let retention = "duty"
    static let words = FactWords(
        Text(lv: "Rīcība neattaisnotu kavējumu gadījumā", en: "Steps over unexcused absence"),
        Noun(
            lv: "solis kavējumu gadījumā",
            "soļi kavējumu gadījumā",
            en: "step over absence",
            "steps over absence"
        )
    )
    static let tombstones = Tombstones("ended_duty")
    static let tables = ["duty_entry"]

    /// What past years count of the steps.
    static let counted = CountedRows(
        "duty_entry",
        words: ["reference", "account_name", "undone_by", "cause"],
        sealed: ["note_sealed"]
    )

    static func holding(since first: Day, _ tenant: TenantID) -> SQL? {
        """
        SELECT pupil_id FROM duty_entry
        WHERE tenant_id = \(tenant) AND year >= \(SchoolYear(containing: first).start)
            AND length(note_sealed) > 0
        """
    }

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let ended = try EndedTexts("duty_entry", "note_sealed", words: counted.words)
            .end("year < \(end.year.start)", end)
        return try bury(ended, end)
    }
}
