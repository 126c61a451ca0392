import Frame
import Storage

extension Migration {
    /// From when a value of a scale is in use, what a sign in its place says, and between which numbers a scale lies.
    ///
    /// Scales that were there keep reading as they did: what the program knew by name stands in their rows now.
    static let scaleDates = Migration(
        id: "2027-01-scale-dates",
        tables: [],
        sql: """
            ALTER TABLE scale_value ADD COLUMN from_day INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE scale_value ADD COLUMN sign INTEGER NOT NULL DEFAULT 0 CHECK (sign IN (0, 1, 2));
            ALTER TABLE mark_scale ADD COLUMN lowest INTEGER;
            ALTER TABLE mark_scale ADD COLUMN highest INTEGER;
            UPDATE scale_value SET sign = 1 WHERE text_key = 'nv' AND hundredths IS NULL AND level = 0;
            UPDATE scale_value SET sign = 2 WHERE text_key = 'a' AND hundredths IS NULL AND level = 0;
            UPDATE mark_scale SET lowest = 100, highest = 1000 WHERE code = 'ten';
            UPDATE mark_scale SET lowest = 0, highest = 10000 WHERE code = 'percent';
            UPDATE mark_scale SET lowest = 0, highest = 2000 WHERE code = 'twenty';
            """
    )
}
