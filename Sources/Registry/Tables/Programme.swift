package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Education programmes of institutions, each by its licence.
    package static let programmes = RegisterTable(
        "programme",
        columns: [
            "institution_id", "code", "name", "sort_key", "licence_no", "licence_day", "address", "from_day",
            "to_day", "search_key",
        ],
        lateKeys: [NameKey("search_key", of: "name", .search)],
        noun: FactWords(
            Text(lv: "Izglītības programmas", en: "Education programmes"),
            Noun(lv: "programma", "programmas", en: "programme", "programmes")
        )
    )
    /// The days of terms, where they differ from the usual ones.
    package static let terms = RegisterTable(
        "term",
        key: ["year", "term"],
        columns: ["from_day", "to_day"],
        noun: FactWords(
            Text(lv: "Semestri", en: "Terms"),
            Noun(lv: "semestris", "semestri", en: "term", "terms")
        )
    )
}

extension RegistryTable {
    /// `licence_day` 0 is unknown; `to_day` 0 is open.
    static let programme = RegistryTable(
        .programmes,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE programme (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                code TEXT NOT NULL DEFAULT '',
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                licence_no TEXT NOT NULL DEFAULT '',
                licence_day INTEGER NOT NULL DEFAULT 0,
                address TEXT NOT NULL DEFAULT '',
                from_day INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE INDEX programme_institution ON programme (tenant_id, institution_id, code);
            """
    )
    static let term = RegistryTable(
        .terms,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE term (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term IN (1, 2)),
                from_day INTEGER NOT NULL DEFAULT 0,
                to_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, term)
            ) {register};
            """
    )
}
