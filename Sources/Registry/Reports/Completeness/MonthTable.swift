import Frame
import Kernel

/// What is missing of one sort, by month.
struct MonthTable {
    private let question: Question
    private let expected: ExpectedData
    private let data: RecordedData

    init(_ question: Question, _ expected: ExpectedData, _ data: RecordedData) {
        self.question = question
        self.expected = expected
        self.data = data
    }

    /// A line an institution over the months that are over; of a class there are words only.
    private var chart: ReportChart? {
        let over = expected.askedMonths.filter { data.due.contains($0.number) }.map(\.description)
        return expected.dimension == .institution && over.count > 1 ? .lines(columns: over) : nil
    }

    var section: ReportSection {
        let isByClass = expected.dimension == .classGroup
        let making = CompletenessMaking.missing(data.source, isBesideClasses: false)
        let months = expected.askedMonths.map { month in
            let column = ReportColumn(
                month.description,
                Text(lv: Format(.lv).shortMonth(month), en: Format(.en).shortMonth(month)),
                isByClass ? .words : .number
            )
            return isByClass ? column : column.made(making)
        }
        return ReportSection(
            data.source.code,
            title: data.source.heading(expected),
            columns: [CompletenessTable.heading(expected)] + months,
            rows: expected.members.filter { data.awaited($0) > 0 }.map { member in
                ReportRow(
                    [CompletenessTable.name(member, expected, question)]
                        + expected.askedMonths.map { data.cell(member, $0.number) }
                )
            },
            chart: chart,
            empty: Text(
                lv: "Šeit šādi dati netiek gaidīti.",
                en: "No such data are waited for here."
            )
        )
    }
}
