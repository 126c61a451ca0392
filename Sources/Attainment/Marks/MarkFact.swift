package import Frame
internal import Kernel

extension FactTable {
    /// Marks, one a row, as they stand in journals.
    ///
    /// Term 0 stands for the whole year, day 0 for a mark of a period; `ordinal` parts several marks of one day.
    /// `hundredths` is the mark's number on its scale, −1 where it has none.
    package static let marks = FactTable(
        "mark",
        key: ["pupil_id", "subject_id", "year", "term", "kind", "day", "ordinal"],
        values: [
            "hundredths", "text_id", "level", "scale_id", "institution_id", "class_id", "grade", "group_id",
            "teacher_id", "standing",
        ],
        noun: FactWords(
            Text(lv: "Vērtējumi", en: "Marks"),
            Noun(lv: "vērtējums", "vērtējumi", en: "mark", "marks")
        ),
        cells: [
            CellRule(.markGroup) { MarkCells.contribute($0, to: $1) },
            CellRule(.markPupil) { MarkCells.contribute($0, to: $1) },
            CellRule(.markMonth) { MarkCells.contributeMonth($0, to: $1) },
        ],
        coverage: ["institution_id", "class_id", "subject_id", "year", "term", "kind"]
    )
}

/// A mark before it is stored.
struct MarkFact {
    var pupil = 0
    var subject = 0
    var year = 0
    var term = 0
    var kind = MarkKind.lesson
    var day = 0
    var ordinal = 0
    var reading = MarkReading()
    var text = 0
    var institution = 0
    var classGroup = 0
    var grade = 0
    var group = 0
    var teacher = 0

    /// The row in the order of the table.
    var columns: [Int] {
        [
            pupil, subject, year, term, kind.rawValue, day, ordinal,
            reading.hundredths ?? -1, text, reading.level, reading.scale, institution, classGroup, grade,
            group,
            teacher, reading.standing.rawValue,
        ]
    }
}

/// What a text says on a scale.
struct MarkReading: Hashable, Sendable {
    /// The number in hundredths, where the text has one.
    var hundredths: Int?
    /// The level of attainment, 0 where the scale gives none.
    var level = 0
    /// What it does to means and counts.
    var standing = MarkStanding.uncounted
    /// The scale it was read on.
    var scale = 0
}
