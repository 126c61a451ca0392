import Frame
import Kernel
import Storage

private let rows = FactWords(Text(lv: "rindas", en: "rows"), Noun(lv: "rinda", "rindas", en: "row", "rows"))

/// An invented room: pupils in classes, what happened in their lessons, and the cells of that.
enum TestTables {
    static let classes = RegisterTable(
        "class_group",
        columns: ["name"],
        noun: rows
    )

    static let pupils = RegisterTable(
        "pupil",
        columns: ["code", "surname", "class_id", "phone_index", "phone_sealed"],
        sealed: ["phone_sealed"],
        noun: rows
    )

    static let pupilCells = Cube("pupil_cell", [.pupil, .month, .kind], values: ["lessons"])
    static let monthCells = Cube("month_cell", [.month], values: ["lessons", "missed"])
    static let classCells = Cube(
        "class_cell",
        [.classGroup, .month],
        values: ["lessons", "missed"],
        rollups: [monthCells]
    )

    static let lessons = FactTable(
        "lesson",
        key: ["pupil_id", "day", "slot"],
        values: ["class_id", "kind"],
        noun: rows,
        cells: [
            CellRule(pupilCells) { row, cells in
                cells.key(0, row[0])
                cells.key(1, Day(number: row[1]).month.number)
                cells.key(2, row[4])
                cells.value(0, 1)
                cells.add()
            },
            CellRule(classCells) { row, cells in
                cells.key(0, row[3])
                cells.key(1, Day(number: row[1]).month.number)
                cells.value(0, 1)
                cells.value(1, row[4] == 0 ? 0 : 1)
                cells.add()
            },
        ],
        coverage: ["class_id"]
    )

    static let migration = Migration(
        id: "2026-11-lessons",
        tables: [
            TableNote(
                name: "class_group",
                holds: .organisations,
                retention: "test",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "pupil",
                holds: .pupils,
                retention: "test",
                sealed: ["phone_sealed"],
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "lesson",
                holds: .pupils,
                retention: "test",
                key: ["tenant_id", "pupil_id", "day", "slot"]
            ),
            TableNote(
                name: "pupil_cell",
                holds: .pupils,
                retention: "test",
                key: ["tenant_id", "pupil_id", "month", "kind"]
            ),
            TableNote(
                name: "class_cell",
                holds: .organisations,
                retention: "test",
                key: ["tenant_id", "class_id", "month"]
            ),
            TableNote(
                name: "month_cell",
                holds: .organisations,
                retention: "test",
                key: ["tenant_id", "month"]
            ),
        ],
        sql: """
            CREATE TABLE class_group (
                tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL,
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, name)
            ) {register};
            CREATE TABLE pupil (
                tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, code TEXT NOT NULL, surname TEXT NOT NULL,
                class_id INTEGER NOT NULL, phone_index BLOB, phone_sealed BLOB, version INTEGER NOT NULL,
                forename TEXT NOT NULL DEFAULT '', external_code TEXT NOT NULL DEFAULT '',
                is_reference INTEGER NOT NULL DEFAULT 0,
                sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB)),
                PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, code),
                FOREIGN KEY (tenant_id, class_id) REFERENCES class_group (tenant_id, id)
            ) {register};
            CREATE TABLE lesson (
                tenant_id INTEGER NOT NULL, pupil_id INTEGER NOT NULL, day INTEGER NOT NULL,
                slot INTEGER NOT NULL, class_id INTEGER NOT NULL, kind INTEGER NOT NULL,
                batch_id INTEGER NOT NULL, source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, day, slot)
            ) {facts};
            CREATE TABLE pupil_cell (
                tenant_id INTEGER NOT NULL, pupil_id INTEGER NOT NULL, month INTEGER NOT NULL,
                kind INTEGER NOT NULL, lessons INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, month, kind)
            ) {facts};
            CREATE TABLE class_cell (
                tenant_id INTEGER NOT NULL, class_id INTEGER NOT NULL, month INTEGER NOT NULL,
                lessons INTEGER NOT NULL, missed INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, class_id, month)
            ) {facts};
            CREATE TABLE month_cell (
                tenant_id INTEGER NOT NULL, month INTEGER NOT NULL, lessons INTEGER NOT NULL,
                missed INTEGER NOT NULL, PRIMARY KEY (tenant_id, month)
            ) {facts};
            """
    )
}
