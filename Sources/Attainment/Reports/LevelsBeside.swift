internal import Frame
internal import Kernel
internal import Registry

/// The tables that stand beside the levels of marks: classes compared, years, what is wider.
enum LevelsBeside {
    /// The levels as parts of one bar.
    static let chart = ReportChart.stack(
        columns: MarkLevel.highestFirst.map(\.code),
        tokens: MarkLevel.highestFirst.map(\.code),
        share: true
    )

    /// A row a class, of the chosen one and those compared with it.
    static func classes(_ question: Question, scale: Int) throws -> ReportSection {
        let selection = question.selection
        let rows = try ([selection.classGroup].compactMap { $0 } + selection.compared).map { classGroup in
            var own = selection
            own.compared = []
            own.classGroup = classGroup
            let table = try LevelTable(question, own, scale: scale, over: [])
            let name = question.members.name(.classGroup, classGroup.rawValue)
            return ReportRow([.member(.classGroup, classGroup.rawValue, name)] + table.cells([]))
        }
        return ReportSection(
            columns: [ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)] + LevelTable.columns,
            rows: rows,
            chart: chart
        )
    }

    /// A row a year.
    static func years(_ question: Question, scale: Int) throws -> ReportSection? {
        let rows = try YearsBack(question).years.compactMap { year -> ReportRow? in
            let table = try LevelTable(question, year.selection, scale: scale, over: [])
            guard table.hasMarks else { return nil }
            return ReportRow([.words(year.words)] + table.cells([]))
        }
        return YearsBack.section(rows, LevelTable.columns, chart: chart)
    }

    /// The columns of the table of what is wider; shares in per cent.
    static let columns = zip(LevelTable.measures, LevelTable.columns).map { measure, column in
        let isShare = measure != "attainment/levelled"
        return MarksBeside.Column(
            code: column.code,
            words: isShare ? column.heading + Text(same: ", %") : column.heading,
            measure: measure,
            period: nil
        )
    }
}
