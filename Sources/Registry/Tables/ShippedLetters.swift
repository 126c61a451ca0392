import Storage

extension Migration {
    /// Takes letters out that nobody has changed, so that boards have them as they are shipped.
    ///
    /// Each was written into a board as it was worded then, and better words did not reach it. A change raises the version
    /// of a record, and one that has begun is never removed: those at version 1 from the first day are Sekme's own.
    static let shippedLetters = Migration(
        id: "2027-01-untouched-letters",
        tables: [],
        sql: """
            DELETE FROM regulation WHERE version = 1 AND from_day = 0
                AND name IN ('letter-absence-notice', 'letter-absence-invitation', 'letter-absence-board');
            """
    )
}
