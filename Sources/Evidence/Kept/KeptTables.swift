package import Frame
internal import Kernel
internal import Storage

extension FactTable {
    /// Reported figures by measure, year, term, institution and kind.
    package static let keptFigures = FactTable(
        "kept_figure",
        key: ["measure_id", "year", "term", "institution_id", "kind"],
        values: ["numerator", "denominator", "people", "is_public"],
        noun: FactWords(
            Text(lv: "Paziņotie rādītāji", en: "Reported figures"),
            Noun(lv: "rādītājs", "rādītāji", en: "figure", "figures")
        ),
        cells: [],
        coverage: ["measure_id", "year", "term"]
    )
}

extension RegisterTable {
    /// The measures that have reported figures, by name.
    package static let keptMeasures = RegisterTable(
        "kept_measure",
        columns: ["name"],
        noun: FactWords(
            Text(lv: "Paziņoto rādītāju nosaukumi", en: "Names of reported measures"),
            Noun(lv: "nosaukums", "nosaukumi", en: "name", "names")
        ),
        references: ["measure_id"]
    )
}

extension Migration {
    static let keptFigures = Migration(
        id: "2026-11-kept-figures",
        tables: [
            TableNote(
                name: "kept_measure",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "kept_figure",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "measure_id", "year", "term", "institution_id", "kind"]
            ),
        ],
        sql: """
            CREATE TABLE kept_measure (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                name TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                UNIQUE (tenant_id, name)
            ) {register};
            CREATE TABLE kept_figure (
                tenant_id INTEGER NOT NULL,
                measure_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 2),
                institution_id INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                numerator INTEGER NOT NULL,
                denominator INTEGER NOT NULL,
                people INTEGER NOT NULL CHECK (people >= -1),
                is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, measure_id, year, term, institution_id, kind)
            ) {facts};
            """
    )
}
