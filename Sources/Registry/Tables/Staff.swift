package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Members of staff.
    package static let staff = RegisterTable(
        "staff",
        columns: [
            "external_code", "surname", "forename", "sort_key", "search_key", "code_index", "code_sealed",
        ],
        sealed: ["code_sealed"],
        noun: FactWords(
            Text(lv: "Darbinieki", en: "Staff"),
            Noun(lv: "darbinieks", "darbinieki", en: "member of staff", "members of staff")
        )
    )
    /// Posts of members of staff.
    package static let staffPosts = RegisterTable(
        "staff_post",
        key: ["staff_id", "institution_id", "role", "from_day"],
        columns: ["to_day", "load_hundredths", "contact_lessons"],
        noun: FactWords(
            Text(lv: "Darbinieku amati", en: "Posts of staff"),
            Noun(lv: "amats", "amati", en: "post", "posts")
        )
    )
}

extension RegistryTable {
    /// A personal code is kept sealed and found by its keyed index; NULL where there is none.
    static let staff = RegistryTable(
        .staff,
        holds: .staff,
        retention: "employment",
        sql: """
            CREATE TABLE staff (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                external_code TEXT NOT NULL DEFAULT '',
                surname TEXT NOT NULL DEFAULT '',
                forename TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                search_key TEXT NOT NULL DEFAULT '',
                code_index BLOB,
                code_sealed BLOB,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX staff_code ON staff (tenant_id, code_index);
            CREATE INDEX staff_search ON staff (tenant_id, search_key);
            """
    )
    /// `role` is a number of ``StaffRole``; the load is in hundredths of a full one.
    static let staffPost = RegistryTable(
        .staffPosts,
        holds: .staff,
        retention: "employment",
        sql: """
            CREATE TABLE staff_post (
                tenant_id INTEGER NOT NULL,
                staff_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                role INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL DEFAULT 0,
                load_hundredths INTEGER NOT NULL DEFAULT 0,
                contact_lessons INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, staff_id, institution_id, role, from_day),
                FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE INDEX staff_post_institution ON staff_post (tenant_id, institution_id);
            """
    )
}
