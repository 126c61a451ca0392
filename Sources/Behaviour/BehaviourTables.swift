package import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// What was written, sealed; `text_index` is its keyed index, by which the same text is known again.
    package static let behaviourTexts = RegisterTable(
        "behaviour_text",
        key: ["pupil_id", "day", "ordinal"],
        columns: ["text_sealed", "text_index"],
        sealed: ["text_sealed"],
        noun: FactWords(
            Text(lv: "Uzvedības ierakstu teksti", en: "Texts of behaviour entries"),
            Noun(lv: "teksts", "teksti", en: "text", "texts")
        )
    )
}

extension FactTable {
    /// Entries of behaviour by pupil and day; `ordinal` parts several of one day.
    package static let behaviourEntries = FactTable(
        "behaviour_entry",
        key: ["pupil_id", "day", "ordinal"],
        values: ["kind", "year", "term", "institution_id", "class_id", "grade", "teacher_id"],
        noun: FactWords(
            Text(lv: "Uzvedības ieraksti", en: "Behaviour entries"),
            Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")
        ),
        cells: [
            CellRule(.behaviourGroup) { BehaviourCells.contribute($0, to: $1) },
            CellRule(.behaviourPupil) { BehaviourCells.contribute($0, to: $1) },
        ],
        coverage: ["institution_id", "day"]
    )
}

extension Cube {
    /// Entries by class, month and kind.
    package static let behaviourGroup = Cube(
        "behaviour_group",
        BehaviourCells.dimensions,
        values: ["entries"]
    )

    /// Entries by pupil, month and kind.
    package static let behaviourPupil = Cube(
        "behaviour_pupil",
        BehaviourCells.dimensions + [.pupil],
        values: ["entries"]
    )
}

/// What an entry adds to the cells.
private enum BehaviourCells {
    static let dimensions: [Dimension] = [
        .year, .institution, .term, .classGroup, .grade, .month, .kind,
    ]

    static func contribute(_ row: FactRow, to cells: CellAccumulator) {
        let month = Day(number: row[1]).month.number
        for (index, member) in [row[4], row[6], row[5], row[7], row[8], month, row[3]].enumerated() {
            cells.key(index, member)
        }
        if cells.cube.dimensions.count > dimensions.count { cells.key(dimensions.count, row[0]) }
        cells.value(0, 1)
        cells.add()
    }
}

extension Migration {
    static let behaviour = Migration(
        id: "2026-11-behaviour",
        tables: [
            note("behaviour_text", ["pupil_id", "day", "ordinal"], sealed: ["text_sealed"]),
            note("behaviour_entry", ["pupil_id", "day", "ordinal"]),
            note(
                "behaviour_group",
                ["year", "institution_id", "term", "class_id", "grade", "month", "kind"]
            ),
            note(
                "behaviour_pupil",
                ["year", "institution_id", "term", "class_id", "grade", "month", "kind", "pupil_id"]
            ),
        ],
        sql: """
            CREATE TABLE behaviour_text (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                text_sealed BLOB NOT NULL,
                text_index BLOB NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, day, ordinal),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE TABLE behaviour_entry (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, day, ordinal)
            ) {facts};
            CREATE TABLE behaviour_group (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                term INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                month INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                entries INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, term, class_id, grade, month, kind)
            ) {facts};
            CREATE TABLE behaviour_pupil (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                term INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                month INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                entries INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, term, class_id, grade, month, kind, pupil_id)
            ) {facts};
            """
    )

    private static func note(_ name: String, _ key: [String], sealed: [String] = []) -> TableNote {
        TableNote(
            name: name,
            holds: .pupils,
            retention: "schooling",
            sealed: sealed,
            key: ["tenant_id"] + key
        )
    }
}
