package import Frame
package import Kernel
package import Storage

extension SQL {
    /// Which rows of institutions were open on a day: an institution is closed from the day of its closing on.
    package static func isOpen(on day: Day) -> SQL { "(closed_day = 0 OR closed_day > \(day))" }
}

extension RegisterTable {
    /// Educational institutions, of the tenant itself and those it looks at for comparison.
    package static let institutions = RegisterTable(
        "institution",
        columns: [
            "reg_no", "name", "sort_key", "search_key", "kind", "type", "founder", "subordination", "address",
            "territory_id", "is_reference", "closed_day",
        ],
        noun: FactWords(
            Text(lv: "Izglītības iestādes", en: "Institutions"),
            Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
        )
    )
    /// Names that an institution had or goes by.
    package static let institutionNames = RegisterTable(
        "institution_name",
        key: ["institution_id", "from_day", "ordinal"],
        columns: ["name", "search_key", "is_alias", "sort_key"],
        lateKeys: [NameKey("sort_key", of: "name", .order)],
        noun: FactWords(
            Text(lv: "Iestāžu nosaukumi", en: "Names of institutions"),
            Noun(lv: "nosaukums", "nosaukumi", en: "name", "names")
        )
    )
    /// The municipality that an institution lies in, from a day on.
    package static let institutionTerritories = RegisterTable(
        "institution_territory",
        key: ["institution_id", "from_day"],
        columns: ["territory_id"],
        noun: FactWords(
            Text(lv: "Iestāžu piederība pašvaldībām", en: "Municipalities of institutions"),
            Noun(
                lv: "piederība",
                "piederības",
                en: "municipality of an institution",
                "municipalities of institutions"
            )
        )
    )
}

extension RegistryTable {
    /// `territory_id` 0 is unknown; `closed_day` 0 is open.
    static let institution = RegistryTable(
        .institutions,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE institution (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                reg_no TEXT NOT NULL DEFAULT '',
                name TEXT NOT NULL DEFAULT '',
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                search_key TEXT NOT NULL DEFAULT '',
                kind TEXT NOT NULL DEFAULT '',
                type TEXT NOT NULL DEFAULT '',
                founder TEXT NOT NULL DEFAULT '',
                subordination TEXT NOT NULL DEFAULT '',
                address TEXT NOT NULL DEFAULT '',
                territory_id INTEGER NOT NULL DEFAULT 0,
                is_reference INTEGER NOT NULL DEFAULT 0 CHECK (is_reference IN (0, 1)),
                closed_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX institution_reg_no ON institution (tenant_id, reg_no) WHERE reg_no <> '';
            CREATE INDEX institution_sort ON institution (tenant_id, sort_key);
            """
    )
    /// `ordinal` 0 is the official name from its day on; aliases count from 1.
    static let institutionName = RegistryTable(
        .institutionNames,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE institution_name (
                tenant_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                name TEXT NOT NULL DEFAULT '',
                search_key TEXT NOT NULL DEFAULT '',
                is_alias INTEGER NOT NULL DEFAULT 0 CHECK (is_alias IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, from_day, ordinal),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            """
    )
    static let institutionTerritory = RegistryTable(
        .institutionTerritories,
        holds: .organisations,
        retention: "permanent",
        sql: """
            CREATE TABLE institution_territory (
                tenant_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                territory_id INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, from_day),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id),
                FOREIGN KEY (tenant_id, territory_id) REFERENCES territory (tenant_id, id)
            ) {register};
            CREATE INDEX institution_territory_members ON institution_territory (tenant_id, territory_id);
            """
    )
}
