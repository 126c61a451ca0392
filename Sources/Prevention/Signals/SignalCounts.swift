internal import Storage

extension Migration {
    /// What counting pupils with signs reads, so that no row of a sign is opened for it.
    static let signalCounts = Migration(
        id: "2027-03-signal-counts",
        tables: [],
        sql: """
            CREATE INDEX risk_signal_count
            ON risk_signal (tenant_id, year, ended_on, quantity, institution_id, class_id, pupil_id);
            """
    )
}
