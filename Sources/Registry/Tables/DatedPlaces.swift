package import Frame
import Kernel
import Storage

extension RegisterTable {
    /// Addresses of institutions: those of one day hold together until the next day that has any.
    package static let institutionAddresses = RegisterTable(
        "institution_address",
        key: ["institution_id", "from_day", "ordinal"],
        columns: ["address"],
        noun: FactWords(
            Text(lv: "Iestāžu adreses", en: "Addresses of institutions"),
            Noun(lv: "adrese", "adreses", en: "address", "addresses")
        )
    )
    /// Who an institution's founder is, from a day on.
    package static let institutionFounders = RegisterTable(
        "institution_founder",
        key: ["institution_id", "from_day"],
        columns: ["founder"],
        noun: FactWords(
            Text(lv: "Iestāžu dibinātāji", en: "Founders of institutions"),
            Noun(lv: "dibinātājs", "dibinātāji", en: "founder", "founders")
        )
    )
    /// Where a programme is carried out; the places of one day hold together until the next day that has any.
    package static let programmeAddresses = RegisterTable(
        "programme_address",
        key: ["programme_id", "from_day", "ordinal"],
        columns: ["address"],
        noun: FactWords(
            Text(lv: "Programmu īstenošanas vietas", en: "Places of programmes"),
            Noun(lv: "īstenošanas vieta", "īstenošanas vietas", en: "place", "places")
        )
    )
}

extension Migration {
    /// Dated addresses and founders; `from_day` 0 is since nobody knows when, and an empty text is one that was taken out.
    ///
    /// The columns of `institution` and `programme` keep what is so at present.
    static let datedPlaces = Migration(
        id: "2027-01-dated-places",
        tables: [
            TableNote(
                name: "institution_address",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "institution_id", "from_day", "ordinal"]
            ),
            TableNote(
                name: "institution_founder",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "institution_id", "from_day"]
            ),
            TableNote(
                name: "programme_address",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "programme_id", "from_day", "ordinal"]
            ),
        ],
        sql: """
            CREATE TABLE institution_address (
                tenant_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                address TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, from_day, ordinal),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE TABLE institution_founder (
                tenant_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                founder TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, from_day),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE TABLE programme_address (
                tenant_id INTEGER NOT NULL,
                programme_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                address TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, programme_id, from_day, ordinal),
                FOREIGN KEY (tenant_id, programme_id) REFERENCES programme (tenant_id, id)
            ) {register};
            INSERT INTO institution_address
                SELECT tenant_id, id, 0, 0, address, 1 FROM institution WHERE address <> '';
            INSERT INTO institution_founder
                SELECT tenant_id, id, 0, founder, 1 FROM institution WHERE founder <> '';
            INSERT INTO programme_address
                SELECT tenant_id, id, 0, 0, address, 1 FROM programme WHERE address <> '';
            """
    )
}
