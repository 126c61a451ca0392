internal import Storage

extension Migration {
    /// Why a pupil was absent, by its number in the tenant's list of reasons; 0 where none is told, as of all lessons that
    /// were there before.
    static let absenceReasons = Migration(
        id: "2027-01-reasons-of-absence",
        tables: [],
        sql: "ALTER TABLE lesson_record ADD COLUMN reason INTEGER NOT NULL DEFAULT 0;"
    )
}
