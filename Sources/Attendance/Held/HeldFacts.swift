package import Frame
internal import Kernel
internal import Storage

extension FactTable {
    /// Lessons that were held, by class or teaching group, subject, teacher and day; day 0 holds those of a month.
    package static let lessonsHeld = FactTable(
        "lesson_held",
        key: [
            "institution_id", "year", "class_id", "group_id", "subject_id", "teacher_id", "month", "day",
        ],
        values: ["term", "grade", "lessons"],
        noun: FactWords(
            Text(lv: "Novadītās stundas", en: "Lessons held"),
            Noun(lv: "ieraksts", "ieraksti", en: "record", "records")
        ),
        cells: [CellRule(.lessonsHeld) { HeldCells.contribute($0, to: $1) }],
        coverage: ["institution_id", "year", "month"]
    )
}

extension Cube {
    /// Lessons held by class or group, subject, teacher and month.
    package static let lessonsHeld = Cube(
        "lesson_held_cell",
        [.year, .term, .institution, .classGroup, .grade, .group, .subject, .teacher, .month],
        values: ["lessons"]
    )
}

/// What a row of lessons held adds to the cells.
private enum HeldCells {
    /// Where year, term, institution, class, grade, group, subject, teacher and month stand in a row.
    private static let columns = [1, 8, 0, 2, 9, 3, 4, 5, 6]

    static func contribute(_ row: FactRow, to cells: CellAccumulator) {
        for (index, column) in columns.enumerated() { cells.key(index, row[column]) }
        cells.value(0, row[10])
        cells.add()
    }
}

/// Lessons held before they are stored.
struct HeldFact {
    var institution: InstitutionID
    var year: SchoolYear
    var classGroup = ClassID(rawValue: 0)
    var group = GroupID(rawValue: 0)
    var subject: SubjectID
    var teacher = StaffID(rawValue: 0)
    var month: Month
    /// Nil where the number is of the whole month.
    var day: Day?
    var term: Int
    var grade = 0
    var lessons: Int

    /// The row in the order of the table.
    var columns: [Int] {
        [
            institution.rawValue, year.start, classGroup.rawValue, group.rawValue, subject.rawValue,
            teacher.rawValue, month.number, day?.number ?? 0, term, grade, lessons,
        ]
    }
}

extension Migration {
    static let lessonsHeld = Migration(
        id: "2026-11-lessons-held",
        tables: [
            TableNote(
                name: "lesson_held",
                holds: .staff,
                retention: "employment",
                key: ["tenant_id"] + FactTable.lessonsHeld.key.map(\.text)
            ),
            TableNote(
                name: "lesson_held_cell",
                holds: .staff,
                retention: "employment",
                key: ["tenant_id"] + Cube.lessonsHeld.dimensions.map(\.column.text)
            ),
        ],
        sql: """
            CREATE TABLE lesson_held (
                tenant_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                group_id INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                month INTEGER NOT NULL,
                day INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
                grade INTEGER NOT NULL,
                lessons INTEGER NOT NULL CHECK (lessons >= 0),
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (
                    tenant_id, institution_id, year, class_id, group_id, subject_id, teacher_id, month, day
                )
            ) {facts};
            CREATE TABLE lesson_held_cell (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                group_id INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                month INTEGER NOT NULL,
                lessons INTEGER NOT NULL,
                PRIMARY KEY (
                    tenant_id, year, term, institution_id, class_id, grade, group_id, subject_id, teacher_id, month
                )
            ) {facts};
            """
    )
}
