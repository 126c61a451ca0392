internal import Frame
internal import Kernel

/// The tests of a class, an institution or all, each with the results of others beside.
struct PlaceTable {
    /// A place whose results make a column.
    private struct Place {
        let column: ReportColumn
        let results: [Work: Figure]
    }

    private let question: Question
    private let own: [Work: Figure]
    private let takers: [Work: Figure]
    private let others: [Place]
    private let means: StateMeans

    private static let kinds = AssessmentKind.ofMunicipality + AssessmentKind.ofState

    init(_ question: Question) throws {
        self.question = question
        own = try WorkFigures(question, "assessments/result", of: PlaceTable.kinds).whole
        takers = try WorkFigures(question, "assessments/results", of: PlaceTable.kinds).whole
        others = try PlaceTable.places(question.selection, question.members).map { column, selection in
            let figures = try WorkFigures(
                question,
                "assessments/result",
                of: PlaceTable.kinds,
                in: selection
            )
            return Place(column: column, results: figures.whole)
        }
        means = try StateMeans.load(question.tenant, question.connection)
    }

    /// The places beside the one chosen: the classes compared, the institution, the municipality.
    private static func places(
        _ selection: Selection,
        _ names: any MemberNames
    ) -> [(ReportColumn, Selection)] {
        var places: [(ReportColumn, Selection)] = []
        for classGroup in selection.classGroup == nil ? [] : selection.compared {
            let name = names.name(.classGroup, classGroup.rawValue)
            let code = "class_\(names.code(.classGroup, classGroup.rawValue))"
            var other = selection
            other.classGroup = classGroup
            places.append((ReportColumn(code, name), other))
        }
        var wider = selection
        if selection.classGroup != nil {
            wider.classGroup = nil
            places.append((ReportColumn("institution", Text(lv: "Iestādē", en: "Institution")), wider))
        }
        if wider.institution != nil, selection.reach.everything {
            wider.institution = nil
            places.append((ReportColumn("municipality", Text(lv: "Pašvaldībā", en: "Municipality")), wider))
        }
        return places
    }

    /// The table with a row for each test.
    var section: ReportSection {
        let works = own.keys.ordered(question.members)
        return ReportSection(
            columns: [WorkColumns.topic, WorkColumns.kind, WorkColumns.takers, ownColumn]
                + others.map(\.column) + [WorkColumns.state, WorkColumns.difference],
            rows: works.map(row),
            chart: .bars(column: WorkColumns.result.code)
        )
    }

    private var ownColumn: ReportColumn {
        let selection = question.selection
        guard let classGroup = selection.classGroup else { return WorkColumns.result }
        return ReportColumn(
            WorkColumns.result.code,
            question.members.name(.classGroup, classGroup.rawValue)
        )
    }

    private func row(_ work: Work) -> ReportRow {
        let mean = means.mean(work, in: question.selection.year)?.hundredths
        return ReportRow(
            [
                .words(work.topic(question.members)), .words(work.sort.kind.words),
                ReportCell(takers[work]), ReportCell(own[work]),
            ]
                + others.map { ReportCell($0.results[work]) }
                + [ReportCell(tenths: mean), ReportCell(own[work], above: mean)]
        )
    }
}
