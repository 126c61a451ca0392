package import Frame
internal import Kernel

extension FactTable {
    /// Lessons one by one, by pupil, day and slot.
    package static let lessonRecords = FactTable(
        "lesson_record",
        key: ["pupil_id", "day", "slot"],
        values: [
            "state", "kind", "minutes_late", "institution_id", "class_id", "grade", "group_id", "subject_id",
            "teacher_id", "year", "term", "is_rated", "reason",
        ],
        noun: FactWords(
            Text(lv: "Stundu ieraksti", en: "Lesson records"),
            Noun(lv: "ieraksts", "ieraksti", en: "record", "records")
        ),
        cells: [
            CellRule(.absenceByPupil) { LessonRow($0)?.addByPupil(to: $1) },
            CellRule(.absenceByGroup) { LessonRow($0)?.addByGroup(to: $1) },
            CellRule(.absenceBySubject) { LessonRow($0)?.addBySubject(to: $1) },
        ],
        coverage: ["institution_id", "day"],
        lateValues: 1,
        overlap: .lessons
    )

    /// Totals without dates, by pupil, year, term, kind and subject.
    package static let absenceCounts = FactTable(
        "absence_count",
        key: ["pupil_id", "year", "term", "kind", "subject_id"],
        values: ["lessons", "recorded", "institution_id", "class_id", "grade"],
        noun: FactWords(
            Text(lv: "Kavējumu kopskaiti", en: "Totals of absence"),
            Noun(lv: "kopskaits", "kopskaiti", en: "total", "totals")
        ),
        cells: [
            CellRule(.absenceByPupil) { CountRow($0).addByPupil(to: $1) },
            CellRule(.absenceByGroup) { CountRow($0).addByGroup(to: $1) },
            CellRule(.absenceBySubject) { CountRow($0).addBySubject(to: $1) },
        ],
        coverage: ["institution_id", "year", "term"]
    )
}

/// A row of `lesson_record` as its cells see it.
private struct LessonRow {
    private let row: FactRow
    private let kind: Int

    init?(_ row: FactRow) {
        self.row = row
        switch row[3] {
        case 1: kind = LessonCell.present
        case 2: kind = row[4]
        case 3: kind = LessonCell.late
        case 4: kind = LessonCell.notRecorded
        default: return nil
        }
    }

    func addByPupil(to cells: CellAccumulator) {
        let month = Day(number: row[1]).month.number
        cells.keys(row[12], row[6], row[13], row[7], row[8], month, kind, row[0])
        cells.add(values)
    }

    func addByGroup(to cells: CellAccumulator) {
        let day = Day(number: row[1])
        let (month, weekday) = (day.month.number, day.weekday)
        cells.keys(row[12], row[6], row[13], month, row[7], row[8], weekday, kind)
        cells.add(values)
    }

    func addBySubject(to cells: CellAccumulator) {
        cells.keys(row[12], row[6], row[13], row[7], row[8], row[9], row[10], row[11], kind)
        cells.add(values)
    }

    /// A lesson that nobody recorded tells nothing, so that it is no record and in no rate.
    private var values: (Int, Int, Int) { kind == LessonCell.notRecorded ? (1, 0, 0) : (1, row[14], 1) }
}

/// A row of `absence_count` as its cells see it.
private struct CountRow {
    private let row: FactRow

    init(_ row: FactRow) {
        self.row = row
    }

    func addByPupil(to cells: CellAccumulator) {
        cells.keys(row[1], row[7], row[2], row[8], row[9], 0, row[3], row[0])
        cells.add(values)
    }

    func addByGroup(to cells: CellAccumulator) {
        cells.keys(row[1], row[7], row[2], 0, row[8], row[9], 0, row[3])
        cells.add(values)
    }

    func addBySubject(to cells: CellAccumulator) {
        cells.keys(row[1], row[7], row[2], row[8], row[9], 0, row[4], 0, row[3])
        cells.add(values)
    }

    private var values: (Int, Int, Int) { (row[5], row[6], 1) }
}

extension CellAccumulator {
    /// Sets the scratch key by plain arguments: an array would be made for each fact and cube of an import.
    @inline(__always)
    fileprivate func keys(
        _ first: Int,
        _ second: Int,
        _ third: Int,
        _ fourth: Int,
        _ fifth: Int,
        _ sixth: Int,
        _ seventh: Int,
        _ eighth: Int,
        _ ninth: Int? = nil
    ) {
        key(0, first)
        key(1, second)
        key(2, third)
        key(3, fourth)
        key(4, fifth)
        key(5, sixth)
        key(6, seventh)
        key(7, eighth)
        if let ninth { key(8, ninth) }
    }

    @inline(__always)
    fileprivate func add(_ values: (lessons: Int, recorded: Int, records: Int)) {
        value(0, values.lessons)
        value(1, values.recorded)
        value(2, values.records)
        add()
    }
}
