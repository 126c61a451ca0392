package import Frame
internal import Kernel
internal import Storage

extension FactTable {
    /// How many subjects a pupil had failed before a school year, as the source counts them.
    package static let pastFailures = FactTable(
        "past_failures",
        key: ["pupil_id", "year"],
        values: ["count"],
        noun: FactWords(
            Text(lv: "Iepriekšējās nesekmības", en: "Past failures"),
            Noun(lv: "ieraksts", "ieraksti", en: "record", "records")
        ),
        cells: []
    )
}

extension Migration {
    static let pastFailures = Migration(
        id: "2026-11-past-failures",
        tables: [
            TableNote(
                name: "past_failures",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "pupil_id", "year"]
            )
        ],
        sql: """
            CREATE TABLE past_failures (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 0),
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, year)
            ) {facts};
            """
    )
}
