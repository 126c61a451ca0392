import Storage

extension Migration {
    /// The kind of absence that a value of a code list counts as, by its number; 0 where the values of the list have none.
    static let kindsOfCodes = Migration(
        id: "2027-01-sorts-of-codes",
        tables: [],
        sql: """
            ALTER TABLE code_list ADD COLUMN counts_as INTEGER NOT NULL DEFAULT 0 CHECK (counts_as BETWEEN 0 AND 4);
            """
    )
}
