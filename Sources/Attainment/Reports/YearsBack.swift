internal import Frame
internal import Kernel
internal import Registry

/// What a report is narrowed to, year by year: a class with the classes that it was before, else the same place.
struct YearsBack {
    /// A year with its words.
    struct Year {
        let selection: Selection
        let words: Text
    }

    /// The years up to the chosen one, the earliest first.
    let years: [Year]

    private static let span = 5

    init(_ question: Question) throws {
        var base = question.selection
        base.compared = []
        guard let classGroup = base.classGroup else {
            let last = base.year.start
            years = (last - YearsBack.span + 1...last).map { start in
                var selection = base
                selection.year = SchoolYear(start)
                return Year(selection: selection, words: YearsBack.words(SchoolYear(start)))
            }
            return
        }
        let line = try ClassLine.of(classGroup, years: YearsBack.span, question.tenant, question.connection)
        years = line.steps.map { step in
            var selection = base
            selection.year = step.year
            selection.institution = step.institution
            selection.classGroup = step.classGroup
            return Year(
                selection: selection,
                words: YearsBack.words(step.year) + Text(same: " \(step.name)")
            )
        }
    }

    private static func words(_ year: SchoolYear) -> Text {
        Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
    }

    /// A section with a row a year; nil where fewer than two years have numbers.
    static func section(_ rows: [ReportRow], _ columns: [ReportColumn], chart: ReportChart?) -> ReportSection?
    {
        guard rows.count > 1 else { return nil }
        return ReportSection(
            "years",
            title: Text(lv: "Pa mācību gadiem", en: "By school year"),
            columns: [ReportColumn("school_year", Text(lv: "Mācību gads", en: "School year"), .words)]
                + columns,
            rows: rows,
            chart: chart
        )
    }
}
