import Frame
import Storage

extension Migration {
    /// The key by which a former name is sorted, and those by which programmes, classes and groups are found.
    ///
    /// Their versions stay: imports that brought the rows can be undone still.
    static let keysOfNames = Migration(
        id: "2027-01-written-keys",
        tables: [],
        sql: """
            ALTER TABLE institution_name ADD COLUMN sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB));
            ALTER TABLE programme ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
            ALTER TABLE class_group ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
            ALTER TABLE teaching_group ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
            DROP INDEX class_group_label;
            CREATE INDEX class_group_search ON class_group (tenant_id, year, search_key);
            """,
        fills: [
            KeyFill(
                NameKey("sort_key", of: "name", .order),
                in: "institution_name",
                by: ["tenant_id", "institution_id", "from_day", "ordinal"]
            ),
            KeyFill(NameKey("search_key", of: "name", .search), in: "programme", by: ["tenant_id", "id"]),
            KeyFill(NameKey("search_key", of: "name", .search), in: "class_group", by: ["tenant_id", "id"]),
            KeyFill(
                NameKey("search_key", of: "name", .search),
                in: "teaching_group",
                by: ["tenant_id", "id"]
            ),
        ]
    )
}
