import Storage

extension Migration {
    /// Takes signs of risk out that nobody has changed, so that boards have the records that are shipped, those from
    /// ``RiskSeeds/turn`` on among them.
    ///
    /// A change raises the version of a record, and another record of a board's own is one more of the name: what has
    /// neither is as it was written into the board. Until the turn the shipped record says what it said, at the same version.
    /// 15006 is the first of February 2011.
    static let shippedSigns = Migration(
        id: "2027-01-z-untouched-signs",
        tables: [],
        sql: """
            DELETE FROM regulation WHERE version = 1 AND to_day = 0
                AND (
                    (name = 'risk-unexcused' AND from_day = 15006)
                    OR (from_day = 0 AND name IN (
                        'risk-absence', 'risk-attendance-fall', 'risk-subjects-below', 'risk-no-mark',
                        'risk-exam-subjects'
                    ))
                )
                AND NOT EXISTS (
                    SELECT 1 FROM regulation AS other
                    WHERE other.tenant_id = regulation.tenant_id AND other.name = regulation.name
                        AND other.from_day <> regulation.from_day
                );
            """
    )
}
