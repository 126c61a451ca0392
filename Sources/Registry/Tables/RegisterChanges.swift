import Frame
import Storage

extension Migration {
    /// What people changed by hand, and the day on which a value of a scale went out of use (0 for none).
    static let registerChanges = Migration(
        id: "2026-11-register-changes",
        tables: [
            TableNote(
                name: "register_change",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "id"]
            )
        ],
        sql: """
            CREATE TABLE register_change (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                table_name TEXT NOT NULL,
                row_name TEXT NOT NULL,
                version INTEGER NOT NULL,
                at INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                old_texts TEXT NOT NULL,
                new_texts TEXT NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX register_change_row ON register_change (tenant_id, table_name, row_name, id);
            CREATE INDEX institution_search ON institution (tenant_id, search_key);
            CREATE INDEX institution_name_search ON institution_name (tenant_id, search_key);
            CREATE INDEX class_group_label ON class_group (tenant_id, year, name);
            ALTER TABLE scale_value ADD COLUMN to_day INTEGER NOT NULL DEFAULT 0;
            """
    )
}
