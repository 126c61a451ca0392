internal import Frame
internal import Kernel
internal import Registry

/// The table of classes over time: the chosen one, those compared with it, and the same grade elsewhere.
struct ClassesOverTime {
    private let own: ClassHistory
    private let others: [ClassHistory]
    private let elsewhere: [(year: SchoolYear, wider: WiderFigures)]
    private let parallel: Timeline
    private let question: Question
    private let scale: Int
    /// What similar institutions are.
    let definition: Text?

    init(own: ClassHistory, others: [ClassHistory], scale: Int, question: Question) throws {
        self.own = own
        self.others = others
        self.question = question
        self.scale = scale
        let steps = own.line.steps.filter { $0.grade > 0 }
        let selections = steps.map { step in
            var grade = question.selection
            grade.year = step.year
            grade.institution = step.institution
            grade.classGroup = nil
            grade.grade = step.grade
            grade.term = nil
            return grade
        }
        parallel = try Timeline(question, selections, scale: scale, over: [])
        let similar = try own.present.flatMap { try SimilarInstitutions.of($0.institution, question) }
        definition = similar?.definition
        elsewhere =
            try similar.map { group in
                try selections.map { selection in
                    let wider = try WiderFigures(
                        "attainment/mark",
                        selection,
                        beside: group,
                        over: [.term, .scale],
                        question
                    )
                    return (selection.year, wider)
                }
            } ?? []
    }

    var section: ReportSection {
        let periods = Set(([own] + others).flatMap { $0.whole.periods }).sorted()
        let classes =
            periods.isEmpty
            ? []
            : ([own] + others).map { history in
                ReportRow(
                    [.member(.classGroup, history.classGroup.rawValue, history.name)]
                        + history.whole.cells([], periods)
                )
            }
        return ReportSection(
            "classes",
            title: title,
            caption: others.isEmpty ? nil : captions,
            columns: [ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)]
                + Timeline.columns(periods),
            rows: periods.isEmpty ? [] : classes + grades(periods),
            chart: Timeline.chart(periods)
        )
    }

    private var title: Text {
        let subject = SubjectsOverTime.all(question)
        return Text(lv: "Salīdzinājums: \(subject.lv)", en: "Comparison: \(subject.en)")
    }

    private var captions: Text {
        let all = ([own] + others).map(\.words)
        return Text(lv: all.map(\.lv).joined(separator: "; "), en: all.map(\.en).joined(separator: "; "))
    }

    /// The rows of the same grade: of the institution, of similar ones, of the municipality.
    private func grades(_ periods: [PeriodOfYear]) -> [ReportRow] {
        guard let grade = own.present?.grade, grade > 0 else { return [] }
        let institution = ReportRow(
            [
                .words(
                    Text(lv: "\(grade). klašu pakāpe iestādē", en: "Grade \(grade) of the institution")
                )
            ] + parallel.cells([], periods)
        )
        guard !elsewhere.isEmpty else { return [institution] }
        let similar = row(
            Text(
                lv: "\(grade). klašu pakāpe līdzīgās iestādēs",
                en: "Grade \(grade) of similar institutions"
            ),
            periods
        ) { $0.ofSimilar($1) }
        let municipality = row(
            Text(lv: "\(grade). klašu pakāpe pašvaldībā", en: "Grade \(grade) of the municipality"),
            periods
        ) { $0.ofMunicipality($1) }
        return [institution, similar, municipality]
    }

    private func row(
        _ words: Text,
        _ periods: [PeriodOfYear],
        _ cell: (WiderFigures, MemberKey) -> ReportCell
    ) -> ReportRow {
        ReportRow(
            [.words(words)]
                + periods.map { period in
                    let wider = elsewhere.first { $0.year == period.year }?.wider
                    return wider.map { cell($0, [period.period.rawValue, scale]) } ?? .unknown
                }
        )
    }
}
