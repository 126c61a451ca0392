internal import Storage

extension Migration {
    /// What came of a measure that is over: a box alone said that it was.
    ///
    /// Of measures that were ended before nobody said it; 0 is that nothing is recorded. The measures of one pupil are found by
    /// an index of their own.
    static let measureResults = Migration(
        id: "2027-05-measure-results",
        tables: [],
        sql: """
            ALTER TABLE plan_measure ADD COLUMN result INTEGER NOT NULL DEFAULT 0 CHECK (result >= 0);
            CREATE INDEX plan_measure_pupil ON plan_measure (tenant_id, pupil_id);
            """
    )
}
