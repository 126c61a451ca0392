import Frame
import Kernel

/// What is missing by term and year, and whether the pupils are all there.
struct CompletenessTable {
    private let question: Question
    private let expected: ExpectedData
    private let sources: [RecordedData]
    private let pupils: PupilCheck?

    init(_ question: Question, _ expected: ExpectedData, _ sources: [RecordedData]) throws {
        self.question = question
        self.expected = expected
        self.sources = sources
        // A class has no reported number of pupils, and none of its pupils is without a class.
        pupils = expected.dimension == .institution ? try PupilCheck(question) : nil
    }

    var section: ReportSection {
        let isByClass = expected.dimension == .classGroup
        let classes = ReportColumn("classes", Text(lv: "Klases", en: "Classes"))
            .made(CompletenessMaking.classes)
        let columns = sources.flatMap { data in
            periods(of: data).map { period in column(data, period, isByClass ? .words : .number) }
        }
        return ReportSection(
            columns: [CompletenessTable.heading(expected)] + (isByClass ? [] : [classes]) + columns
                + (pupils == nil ? [] : PupilCheck.columns),
            rows: expected.members.map(row),
            chart: isByClass ? nil : firstDue.map { .bars(column: $0) },
            empty: Text(
                lv: "Šajā gadā klašu nav. Importējiet klašu sarakstu vai izvēlieties citu gadu.",
                en: "There are no classes in this year. Import the list of classes, or choose another year."
            )
        )
    }

    /// The first column whose data are waited for; it has a picture.
    private var firstDue: String? {
        for data in sources {
            guard let period = periods(of: data).first(where: { data.due.contains($0) }) else { continue }
            return column(data, period, .number).code
        }
        return nil
    }

    private func row(_ member: Int) -> ReportRow {
        let classes: [ReportCell] =
            expected.dimension == .classGroup
            ? [] : [.number(expected.classes(of: member), decimals: 0)]
        let cells = sources.flatMap { data in periods(of: data).map { data.cell(member, $0) } }
        let name = CompletenessTable.name(member, expected, question)
        return ReportRow([name] + classes + cells + (pupils?.cells(member) ?? []))
    }

    private func periods(of data: RecordedData) -> [Int] {
        data.source.period == .term ? expected.askedTerms : [0]
    }

    private func column(
        _ data: RecordedData,
        _ period: Int,
        _ kind: ReportColumn.Kind
    ) -> ReportColumn {
        let title = data.source.heading(expected)
        let column =
            period > 0
            ? ReportColumn(
                "\(data.source.code)_\(period)",
                Text(lv: "\(title.lv), \(period). sem.", en: "\(title.en), term \(period)"),
                kind
            ) : ReportColumn(data.source.code, title, kind)
        // Of classes there are words.
        guard kind == .number else { return column }
        return column.made(CompletenessMaking.missing(data.source, isBesideClasses: true))
    }

    /// The first column.
    static func heading(_ expected: ExpectedData) -> ReportColumn {
        expected.dimension == .institution
            ? ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
            : ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
    }

    /// The first cell.
    static func name(_ member: Int, _ expected: ExpectedData, _ question: Question) -> ReportCell {
        .member(expected.dimension, member, question.members.name(expected.dimension, member))
    }
}
