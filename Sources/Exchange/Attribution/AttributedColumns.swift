import Frame
import Kernel

/// Where the rows of a fact table say whose they are, where and when, and in which class.
struct AttributedColumns {
    let pupil = 0
    let institution: Int
    let classGroup: Int
    let grade: Int?
    let year: Int
    let day: Int?

    /// Nil where rows are about no pupil, or where the class is none of their values.
    init?(_ table: FactTable) {
        let columns = table.key + table.values
        guard table.key.first == Dimension.pupil.column,
            let institution = columns.firstIndex(of: Dimension.institution.column),
            let classGroup = columns.firstIndex(of: Dimension.classGroup.column),
            classGroup >= table.key.count,
            let year = columns.firstIndex(of: Dimension.year.column)
        else { return nil }
        self.institution = institution
        self.classGroup = classGroup
        self.year = year
        grade = columns.firstIndex(of: Dimension.grade.column)
        day = columns.firstIndex(of: "day")
    }

    /// Whether the day stands right behind the pupil in the key, so that rows of some days are found by it.
    var leadsByDay: Bool { day == pupil + 1 }

    /// The days that a row is about: its own or, where it has none, those of its school year.
    func days(of row: UnsafePointer<Int64>) -> ClosedRange<Int> {
        if let day, row[day] > 0 { return Int(row[day])...Int(row[day]) }
        let whole = SchoolYear(Int(row[year]))
        return whole.first.number...whole.last.number
    }

    /// A row with another class, and with its grade where that is known.
    func row(_ row: [Int64], in place: ClassesOfDays.Place) -> [Int64] {
        var row = row
        row[classGroup] = Int64(place.classGroup)
        if let grade, place.grade > 0 { row[grade] = Int64(place.grade) }
        return row
    }
}
