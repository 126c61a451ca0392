package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Pupils, and persons whom a source names by a number alone (``ReferencePersons``).
    ///
    /// A new column goes to the end: what is kept for undoing imports and joinings knows the others by their places.
    package static let pupils = RegisterTable(
        "pupil",
        columns: [
            "external_code", "surname", "forename", "sort_key", "search_key", "code_index", "code_sealed",
            "birth_day", "sex", "study_form", "is_special", "is_ukraine", "is_reemigrant",
            "is_reference",
        ],
        sealed: ["code_sealed"],
        noun: FactWords(
            Text(lv: "Izglītojamie", en: "Pupils"),
            Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
        )
    )
    /// Where a pupil learns, from day to day.
    package static let enrolments = RegisterTable(
        "enrolment",
        key: ["pupil_id", "institution_id", "from_day"],
        columns: ["class_id", "programme_id", "to_day", "reason_in", "reason_out"],
        noun: FactWords(
            Text(lv: "Uzņemšana un atskaitīšana", en: "Enrolments"),
            Noun(lv: "ieraksts", "ieraksti", en: "enrolment", "enrolments")
        )
    )
}

extension RegistryTable {
    /// A personal code is kept sealed and found by its keyed index; NULL where there is none.
    ///
    /// `birth_day` is NULL where it is unknown, as 0 is a day. `sex` is 0 unknown, 1 male, 2 female (ISO/IEC
    /// 5218).
    static let pupil = RegistryTable(
        .pupils,
        holds: .pupils,
        retention: "schooling",
        sql: """
            CREATE TABLE pupil (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                external_code TEXT NOT NULL DEFAULT '',
                surname TEXT NOT NULL DEFAULT '',
                forename TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                search_key TEXT NOT NULL DEFAULT '',
                code_index BLOB,
                code_sealed BLOB,
                birth_day INTEGER,
                sex INTEGER NOT NULL DEFAULT 0 CHECK (sex BETWEEN 0 AND 2),
                study_form TEXT NOT NULL DEFAULT '',
                is_special INTEGER NOT NULL DEFAULT 0 CHECK (is_special IN (0, 1)),
                is_ukraine INTEGER NOT NULL DEFAULT 0 CHECK (is_ukraine IN (0, 1)),
                is_reemigrant INTEGER NOT NULL DEFAULT 0 CHECK (is_reemigrant IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX pupil_code ON pupil (tenant_id, code_index);
            CREATE INDEX pupil_search ON pupil (tenant_id, search_key);
            """
    )
    /// `to_day` is the last day, 0 while there is none.
    ///
    /// A pupil has one row a class, so a new year is a new row.
    static let enrolment = RegistryTable(
        .enrolments,
        holds: .pupils,
        retention: "schooling",
        sql: """
            CREATE TABLE enrolment (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                class_id INTEGER NOT NULL DEFAULT 0,
                programme_id INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                reason_in TEXT NOT NULL DEFAULT '',
                reason_out TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, institution_id, from_day),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE INDEX enrolment_institution ON enrolment (tenant_id, institution_id, from_day, to_day);
            CREATE INDEX enrolment_class ON enrolment (tenant_id, class_id);
            """
    )
}
