internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Lessons missed by kind of the chosen year and the years before it; of a class, of what it was then.
enum StatisticsByYear {
    /// How many years the table looks back, the chosen one included.
    private static let span = 3

    /// Nil where no other year has figures.
    static func section(
        _ question: Question,
        _ dimension: Dimension,
        _ kinds: [AbsenceKind],
        _ lessons: [ReportColumn]
    ) throws -> ReportSection? {
        let rows = try YearsBack(question, span: span).years.compactMap { year -> ReportRow? in
            let table = try AbsenceTable(question.about(year.selection), over: dimension)
            guard !table.members.isEmpty else { return nil }
            return year.row(table.total(kinds))
        }
        guard rows.count > 1 else { return nil }
        return ReportSection(
            YearsBack.code,
            title: Text(lv: "Pa mācību gadiem", en: "By school year"),
            columns: [ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words)]
                + lessons,
            rows: rows,
            chart: .stack(columns: kinds.map(\.code), tokens: kinds.map(\.token), share: false)
        )
    }
}
