internal import Frame
internal import Kernel
internal import Registry

/// The index of an institution beside that of similar ones, of the municipality and of the state as far as it is known, and
/// of earlier years.
///
/// The index of several institutions is made of all their results, as that of one is, never of indexes.
struct IndexBeside {
    /// The tables that there are something to say in.
    let sections: [ReportSection]
    /// What similar institutions are, where they are shown.
    let definition: Text?

    /// How many years it looks back, the chosen one included.
    private static let span = 3

    init(_ question: Question, _ rule: ExamIndexRule) throws {
        let wider = try IndexBeside.wider(question, rule)
        sections = [wider?.section, try IndexBeside.years(question)].compactMap { $0 }
        definition = wider?.definition
    }

    /// Only for those who see every institution, of what they see: a sum with a hidden part is hidden.
    private static func wider(
        _ question: Question,
        _ rule: ExamIndexRule
    ) throws -> (section: ReportSection, definition: Text)? {
        var whole = question.selection
        guard let institution = whole.institution, whole.reach.everything,
            let group = try SimilarInstitutions.of(institution, question)
        else { return nil }
        whole.institution = nil
        let exams = try IndexExams(question, whole, rule)
        let own = institution.rawValue
        guard exams.byInstitution.keys.contains(where: { $0 != own && $0 > 0 }) else { return nil }
        let alike = group.others.map(\.rawValue)
        let section = ReportSection.comparison(
            own: [
                ReportRow(
                    [.words(question.members.name(.institution, own))] + cells(exams.together([own]), rule)
                )
            ],
            similar: cells(exams.together(alike), rule),
            municipality: cells(exams.together(exams.byInstitution.keys), rule),
            grade: .ofGrade(nil),
            headings(exams.words, WorkMaking.index(rule.aggregator)),
            held: try ofState(exams, question)
        )
        return (section, group.definition)
    }

    /// The state's mean of each examination that was one work; the state publishes no index.
    private static func ofState(_ exams: IndexExams, _ question: Question) throws -> HeldAgainst {
        let means = try StateMeans.load(question.tenant, question.connection)
        let columns = (1...3).map { exam -> HeldAgainst.Column in
            // Published summaries are of all levels together.
            let isPublished = exams.byInstitution.values.contains { $0[exam]?.isPublished ?? false }
            guard !isPublished, let works = exams.works[exam], works.count == 1,
                let mean = works.first.flatMap({ StateOfMeasure.benchmark(of: $0, means, question) })
            else { return HeldAgainst.Column(.share, []) }
            return HeldAgainst.Column(.share, [mean])
        }
        return HeldAgainst(columns + [HeldAgainst.Column(.share, [])])
    }

    /// A row a year, each by the rule of its time; nil where fewer than two years have examinations.
    private static func years(_ question: Question) throws -> ReportSection? {
        let rules = try Regulations.load(question.tenant, question.connection)
        var words: [Int: Text] = [:]
        let rows = try YearsBack(question, span: span).years.compactMap { year -> ReportRow? in
            let day = ExamIndex.day(of: year.selection.year)
            guard let rule: ExamIndexRule = try rules.parameters(on: day) else { return nil }
            let exams = try IndexExams(question, year.selection, rule)
            guard !exams.byInstitution.isEmpty else { return nil }
            words = exams.words
            let own = cells(exams.together(exams.byInstitution.keys), rule)
            return ReportRow(
                [.words(year.words)] + own
                    + [
                        .words(IndexTable.named(rule.aggregator)),
                        .number(rule.threshold(on: day), decimals: 0),
                    ]
            )
        }
        let columns =
            headings(words, ofYears) + [
                ReportColumn("rule", Text(lv: "Noteikums", en: "Rule"), .words),
                ReportColumn("threshold", Text(lv: "Slieksnis, %", en: "Threshold, %"), optional: true)
                    .made(WorkMaking.threshold),
            ]
        return YearsBack.section(rows, columns, chart: .bars(column: "index"))
    }

    private static func headings(_ words: [Int: Text], _ index: NumberMaking) -> [ReportColumn] {
        (1...3).map { exam in
            let name = words[exam] ?? Text(same: "–")
            return ReportColumn("exam\(exam)", name + Text(same: ", %")).made(WorkMaking.exam)
        } + [ReportColumn("index", Text(lv: "Indekss, %", en: "Index, %")).made(index)]
    }

    /// The means of the examinations and the index.
    private static func cells(_ exams: [Int: IndexExams.Exam], _ rule: ExamIndexRule) -> [ReportCell] {
        let sums = (1...3).compactMap { exams[$0]?.sum }
        let index = sums.count == 3 ? Tally.index(sums, rule.aggregator) : nil
        return (1...3).map { exams[$0]?.cell ?? .unknown } + [IndexTable.cell(index, exams)]
    }

    /// How the index of each year is made: the column beside it says by which rule.
    private static let ofYears = NumberMaking(
        Text(
            lv: """
                Indekss pēc noteikuma, kas bija spēkā attiecīgajā gadā: triju eksāmenu vidējo rezultātu vidējais vai zemākais \
                no tiem.
                """,
            en: """
                The index by the rule in force in the year: the mean of the mean results of the three examinations, or the \
                lowest of them.
                """
        ),
        of: ["exam1", "exam2", "exam3"],
        measures: ["assessments/result", "assessments/reported-result", "assessments/exempt"],
        rules: [ExamIndexRule.regulation]
    )
}
