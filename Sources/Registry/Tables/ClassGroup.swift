package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Classes of one school year.
    package static let classGroups = RegisterTable(
        "class_group",
        columns: ["institution_id", "year", "name", "sort_key", "grade", "programme_id", "search_key"],
        lateKeys: [NameKey("search_key", of: "name", .search)],
        noun: FactWords(
            Text(lv: "Klases", en: "Classes"),
            Noun(lv: "klase", "klases", en: "class", "classes")
        )
    )
    /// Teaching groups: a class, part of one, or pupils of several.
    package static let teachingGroups = RegisterTable(
        "teaching_group",
        columns: ["institution_id", "year", "name", "sort_key", "class_id", "subject_id", "search_key"],
        lateKeys: [NameKey("search_key", of: "name", .search)],
        noun: FactWords(
            Text(lv: "Mācību grupas", en: "Teaching groups"),
            Noun(lv: "grupa", "grupas", en: "group", "groups")
        )
    )
    /// Pupils of teaching groups.
    package static let groupMembers = RegisterTable(
        "group_member",
        key: ["group_id", "pupil_id", "from_day"],
        columns: ["to_day"],
        noun: FactWords(
            Text(lv: "Mācību grupu dalībnieki", en: "Members of teaching groups"),
            Noun(lv: "dalībnieks", "dalībnieki", en: "member", "members")
        )
    )
}

extension RegistryTable {
    /// `grade` 0 and `programme_id` 0 are unknown.
    static let classGroup = RegistryTable(
        .classGroups,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE class_group (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                grade INTEGER NOT NULL DEFAULT 0,
                programme_id INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX class_group_name ON class_group (tenant_id, year, institution_id, name);
            CREATE INDEX class_group_institution ON class_group (tenant_id, institution_id);
            """
    )
    /// `class_id` 0 is a group across classes; `subject_id` 0 is a group for several subjects.
    static let teachingGroup = RegistryTable(
        .teachingGroups,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE teaching_group (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                class_id INTEGER NOT NULL DEFAULT 0,
                subject_id INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE INDEX teaching_group_name ON teaching_group (tenant_id, institution_id, year, name);
            """
    )
    static let groupMember = RegistryTable(
        .groupMembers,
        holds: .pupils,
        retention: "schooling",
        sql: """
            CREATE TABLE group_member (
                tenant_id INTEGER NOT NULL,
                group_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, group_id, pupil_id, from_day),
                FOREIGN KEY (tenant_id, group_id) REFERENCES teaching_group (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE INDEX group_member_pupil ON group_member (tenant_id, pupil_id);
            """
    )
}
