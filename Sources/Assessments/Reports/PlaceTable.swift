internal import Frame
internal import Kernel
internal import Registry

/// The tests of a class, an institution or all, each with the results of others beside.
struct PlaceTable {
    /// A place whose results make a column.
    private struct Place {
        let column: ReportColumn
        let cell: (Work) -> ReportCell
    }

    private let question: Question
    private let own: [Work: Figure]
    private let takers: [Work: Figure]
    private let others: [Place]
    private let means: StateMeans
    /// Whether the table is of pupils whom the reader works with, wherever they were: such numbers have no page of a place.
    private let isOfPupils: Bool
    /// What similar institutions are, where they are shown.
    let definition: Text?

    /// The tests of some kinds; of pupils in the year of the question, where they are named, else of the place chosen.
    init(
        _ question: Question,
        of kinds: [AssessmentKind] = AssessmentKind.ofMunicipality + AssessmentKind.ofState,
        pupils: Selection? = nil
    ) throws {
        self.question = question
        isOfPupils = pupils != nil
        func own(_ measure: String) throws -> [Work: Figure] {
            try WorkFigures(question, measure, of: kinds, in: pupils, isOwn: pupils != nil).whole
        }
        self.own = try own("assessments/result")
        takers = try own("assessments/results")
        var others = try PlaceTable.places(question.selection, question.members).map { column, selection in
            let figures = try WorkFigures(
                question,
                "assessments/result",
                of: kinds,
                in: selection
            )
            let results = figures.whole
            return Place(column: column) { ReportCell(results[$0]) }
        }
        let similar = try PlaceTable.similar(question)
        // The municipality is the last.
        if let similar { others.insert(similar.place, at: max(0, others.count - 1)) }
        definition = similar?.definition
        self.others = others
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

    /// Similar institutions beside the one chosen, for those who see every institution.
    ///
    /// The results of a test are of one subject: to others a sum over few schools could tell of one teacher.
    private static func similar(_ question: Question) throws -> (place: Place, definition: Text)? {
        guard let institution = question.selection.institution, question.selection.reach.everything,
            let group = try SimilarInstitutions.of(institution, question), !group.others.isEmpty
        else { return nil }
        let wider = try WiderFigures(
            "assessments/result",
            question.selection,
            beside: group,
            over: Work.dimensions,
            question
        )
        let column = ReportColumn("similar", Text(lv: "Līdzīgās iestādēs", en: "Similar institutions"))
            .made(WiderFigures.making("assessments/result"))
        let place = Place(column: column) { wider.ofSimilar([$0.grade, $0.subject, $0.sort.member]) }
        return (place, group.definition)
    }

    /// The same table beside another of the report; nil where there is no other place to compare with.
    var comparison: ReportSection? {
        guard !others.isEmpty, !own.isEmpty else { return nil }
        var section = section
        section.code = "comparison"
        section.title = Text(lv: "Salīdzinājums", en: "Comparison")
        return section
    }

    /// Whether there is no test.
    var isEmpty: Bool { own.isEmpty }

    /// The table with a row for each test.
    var section: ReportSection {
        let works = own.keys.ordered(question.members)
        return ReportSection(
            columns: [WorkColumns.topic, WorkColumns.kind, takersColumn, ownColumn]
                + others.map(\.column) + [WorkColumns.state, WorkColumns.difference],
            rows: works.map(row),
            chart: .bars(column: WorkColumns.result.code)
        )
    }

    private var ownColumn: ReportColumn {
        let selection = question.selection
        guard let classGroup = selection.classGroup else { return WorkColumns.result }
        let column = ReportColumn(
            WorkColumns.result.code,
            question.members.name(.classGroup, classGroup.rawValue)
        )
        return isOfPupils ? column.made(WorkMaking.ofPupils) : column
    }

    private var takersColumn: ReportColumn {
        isOfPupils ? WorkColumns.takers.made(WorkMaking.takers) : WorkColumns.takers
    }

    private func row(_ work: Work) -> ReportRow {
        let mean = means.mean(work, in: question.selection.year)?.hundredths
        return ReportRow(
            [
                .words(work.topic(question.members)), .words(work.sort.kind.words),
                cell(takers[work]), cell(own[work]),
            ]
                + others.map { $0.cell(work) }
                + [ReportCell(tenths: mean), ReportCell(own[work], above: mean)]
        )
    }

    private func cell(_ figure: Figure?) -> ReportCell { isOfPupils ? .plain(figure) : ReportCell(figure) }
}
