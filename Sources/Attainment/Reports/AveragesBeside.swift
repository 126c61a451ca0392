internal import Frame
internal import Kernel
internal import Registry

/// The tables that stand beside the mean marks of classes: institutions, years, what is wider.
enum AveragesBeside {
    /// A row an institution, where several are within reach.
    static func institutions(_ question: Question, scale: Int) throws -> ReportSection? {
        guard question.selection.institution == nil, question.selection.classGroup == nil else { return nil }
        let periods = PeriodTable.Period.asked(question.selection)
        var whole = question.selection
        whole.term = nil
        let reader = ScaleFigures(question: question, selection: whole, scale: scale)
        let means = try reader.figures("attainment/mark", over: [.institution, .term])
        let members = question.members.sorted(.institution, Set(means.keys.map { $0[0] }).filter { $0 > 0 })
        guard members.count > 1 else { return nil }
        return ReportSection(
            "institutions",
            title: Text(lv: "Iestādes", en: "Institutions"),
            columns: [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
                + periods.map { ReportColumn($0.code, $0.words) },
            rows: members.map { member in
                let name = question.members.name(.institution, member)
                return ReportRow(
                    [.member(.institution, member, name)] + periods.map { .of(means[[member, $0.rawValue]]) }
                )
            },
            chart: periods.last.map { .bars(column: $0.code) }
        )
    }

    /// A row a year.
    static func years(_ question: Question, scale: Int) throws -> ReportSection? {
        let periods = PeriodTable.Period.asked(question.selection)
        let back = try YearsBack(question).years
        let timeline = try Timeline(question, back.map(\.selection), scale: scale, over: [])
        let known = Set(timeline.periods.map(\.year))
        let rows = back.filter { known.contains($0.selection.year) }.map { year in
            ReportRow(
                [.words(year.words)]
                    + periods.map { period in
                        .of(timeline.figure([], PeriodOfYear(year: year.selection.year, period: period)))
                    }
            )
        }
        let columns = periods.map { ReportColumn($0.code, $0.words) }
        return YearsBack.section(rows, columns, chart: periods.last.map { .bars(column: $0.code) })
    }

    /// The columns of the table of what is wider.
    static func columns(_ selection: Selection) -> [MarksBeside.Column] {
        PeriodTable.Period.asked(selection).map {
            MarksBeside.Column(code: $0.code, words: $0.words, measure: "attainment/mark", period: $0)
        }
    }
}
