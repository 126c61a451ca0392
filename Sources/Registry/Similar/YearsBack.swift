package import Frame
package import Kernel

/// What a report is narrowed to, year by year: a class with the classes that it was before, else the same place.
package struct YearsBack {
    /// A year with its words.
    package struct Year {
        /// What is asked of the year.
        package let selection: Selection
        /// The year, with the name that a class had in it.
        package let words: Text
        /// Whether it is not over.
        package let isUnfinished: Bool

        /// Its row of a table, with more words behind the year.
        package func row(_ cells: [ReportCell], _ more: Text = Text(same: "")) -> ReportRow {
            var row = ReportRow([.words(words + more)] + cells)
            row.isUnfinished = isUnfinished
            return row
        }
    }

    /// The years up to the chosen one, the earliest first.
    package let years: [Year]

    /// The years up to that of a question, so many with its own.
    package init(_ question: Question, span: Int = 5) throws {
        var base = question.selection
        base.compared = []
        guard let classGroup = base.classGroup else {
            let last = base.year.start
            years = (last - span + 1...last).map { start in
                var selection = base
                selection.year = SchoolYear(start)
                return Year(
                    selection: selection,
                    words: YearsBack.words(SchoolYear(start)),
                    isUnfinished: selection.year.isUnfinished(on: question.today)
                )
            }
            return
        }
        let line = try ClassLine.of(classGroup, years: span, question.tenant, question.connection)
        years = line.steps.map { step in
            var selection = base
            selection.year = step.year
            selection.institution = step.institution
            selection.classGroup = step.classGroup
            return Year(
                selection: selection,
                words: YearsBack.words(step.year) + Text(same: " \(step.name)"),
                isUnfinished: step.year.isUnfinished(on: question.today)
            )
        }
    }

    private static func words(_ year: SchoolYear) -> Text {
        Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
    }

    /// The code of such a section: beside what is asked of a year it tells of others too.
    package static let code = "years"

    /// A section with a row a year; nil where fewer than two years have numbers.
    package static func section(
        _ rows: [ReportRow],
        _ columns: [ReportColumn],
        chart: ReportChart?
    ) -> ReportSection? {
        guard rows.count > 1 else { return nil }
        return ReportSection(
            code,
            title: Text(lv: "Pa mācību gadiem", en: "By school year"),
            columns: [ReportColumn("school_year", Text(lv: "Mācību gads", en: "School year"), .words)]
                + columns,
            rows: rows,
            chart: chart
        )
    }
}
