internal import Evidence
internal import Frame
internal import Kernel

/// Lessons missed by kind of the chosen year and the years before it.
enum StatisticsByYear {
    /// How many years the table looks back, the chosen one included.
    private static let span = 3

    /// Nil where no other year has figures.
    static func section(
        _ question: Question,
        _ kinds: [AbsenceKind],
        _ lessons: [ReportColumn]
    ) throws -> ReportSection? {
        let last = question.selection.year.start
        let rows = try (last - span + 1...last).compactMap { start -> ReportRow? in
            var selection = question.selection
            selection.year = SchoolYear(start)
            let table = try AbsenceTable(question.about(selection), over: .institution)
            guard !table.members.isEmpty else { return nil }
            let words = Text(
                lv: Format(.lv).schoolYear(selection.year),
                en: Format(.en).schoolYear(selection.year)
            )
            return ReportRow([.words(words)] + table.total(kinds))
        }
        guard rows.count > 1 else { return nil }
        return ReportSection(
            "years",
            title: Text(lv: "Pa mācību gadiem", en: "By school year"),
            columns: [ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words)]
                + lessons,
            rows: rows,
            chart: .stack(columns: kinds.map(\.code), tokens: kinds.map(\.token), share: false)
        )
    }
}
