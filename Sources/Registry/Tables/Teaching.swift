package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Subjects.
    package static let subjects = RegisterTable(
        "subject",
        columns: ["code", "name", "sort_key", "search_key", "area"],
        noun: FactWords(
            Text(lv: "Mācību priekšmeti", en: "Subjects"),
            Noun(lv: "mācību priekšmets", "mācību priekšmeti", en: "subject", "subjects")
        )
    )
    /// Who teaches what to whom.
    package static let teachings = RegisterTable(
        "teaching",
        columns: [
            "year", "institution_id", "group_id", "class_id", "subject_id", "staff_id", "from_day", "to_day",
        ],
        noun: FactWords(
            Text(lv: "Pedagogu mācību darbs", en: "Teaching"),
            Noun(lv: "ieraksts", "ieraksti", en: "teaching", "teachings")
        )
    )
}

extension RegistryTable {
    /// `area` is one of the seven learning areas, 0 where it is none of them.
    static let subject = RegistryTable(
        .subjects,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE subject (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                code TEXT NOT NULL DEFAULT '',
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                search_key TEXT NOT NULL DEFAULT '',
                area INTEGER NOT NULL DEFAULT 0 CHECK (area BETWEEN 0 AND 7),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            """
    )
    /// A class, a group, or a group that divides a class; what is not said is 0.
    static let teaching = RegistryTable(
        .teachings,
        holds: .staff,
        retention: "employment",
        sql: """
            CREATE TABLE teaching (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                year INTEGER NOT NULL DEFAULT 0,
                institution_id INTEGER NOT NULL,
                group_id INTEGER NOT NULL DEFAULT 0,
                class_id INTEGER NOT NULL DEFAULT 0,
                subject_id INTEGER NOT NULL,
                staff_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id),
                FOREIGN KEY (tenant_id, subject_id) REFERENCES subject (tenant_id, id),
                FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id)
            ) {register};
            CREATE INDEX teaching_institution ON teaching (tenant_id, institution_id, year);
            CREATE INDEX teaching_staff ON teaching (tenant_id, staff_id);
            CREATE INDEX teaching_subject ON teaching (tenant_id, subject_id);
            """
    )
}
