internal import Evidence
package import Frame
package import Kernel
internal import Registry

/// How many results of central examinations lie below the threshold of their year.
package enum Thresholds: Report {
    package static let name = "thresholds"
    package static let standsStill = true
    package static let title = Text(
        lv: "Rezultāti zem snieguma sliekšņa",
        en: "Results below the threshold"
    )
    package static let purpose = Text(
        lv: "Cik liela daļa centralizēto eksāmenu rezultātu ir zem gadam noteiktā sliekšņa?",
        en: "What share of results in central examinations lies below the threshold of the year?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .institution, .grade, .classGroup, .compared, .institutions, .years, .subject,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        try TeacherFigures.require(question)
        let rules = try Regulations.load(question.tenant, question.connection)
        let rule = rules.named(PassThreshold.regulation, on: question.selection.year.last)
        let limits: PassThreshold? = try rules.parameters(on: question.selection.year.last)
        let table = ThresholdTable(question: question, limits: limits)
        let exams = try table.exams()
        let places = exams.rows.isEmpty ? nil : try table.places()
        let published = try PublishedBands.section(question)
        let below = PlaceBeside.Column(
            "below",
            "assessments/below-threshold",
            restsOn: BelowThreshold.sides
        )
        let beside = try PlaceBeside(question, [below], isEmpty: exams.rows.isEmpty)
        return ReportDocument(
            notes: [rule?.words, note].compactMap { $0 } + beside.notes,
            [exams, places, published].compactMap { $0 } + beside.sections
        )
    }

    private static let note = Text(
        lv: """
            Rezultāts ir zem sliekšņa, ja izglītojamā rezultāts veselos procentos bez noapaļošanas ir mazāks par slieksni. \
            Neieradušies un atbrīvotie nav ieskaitīti. Slieksni katram gadam nosaka prasību saraksts.
            """,
        en: """
            A result is below the threshold where the pupil's whole per cent, cut off, is less than it. Pupils who were \
            absent or exempt are left out. The list of rules has the threshold of each year.
            """
    )
}

/// The tables of results below the threshold: by examination, by institution or class.
struct ThresholdTable {
    let question: Question
    let limits: PassThreshold?

    private static let below = ReportColumn("below", Text(lv: "Zem sliekšņa", en: "Below the threshold"))

    /// A row for each examination.
    func exams() throws -> ReportSection {
        let kinds: [AssessmentKind] = [.centralExam]
        let below = try WorkFigures(question, "assessments/below-threshold", of: kinds).whole
        let results = try WorkFigures(question, "assessments/result", of: kinds).whole
        let takers = try WorkFigures(question, "assessments/results", of: kinds).whole
        let rows = below.keys.ordered(question.members).map { work in
            ReportRow([
                .words(work.topic(question.members)),
                limits?.threshold(of: work).map { .number($0, decimals: 0) } ?? .unknown,
                ReportCell(takers[work]), ReportCell(below[work]), ReportCell(results[work]),
            ])
        }
        let whole = try question.shown(question.figures("assessments/below-threshold"))[[]]
        let total = [.words(Text(lv: "Kopā", en: "Total")), .blank] + ThresholdTable.cells(whole) + [.blank]
        return ReportSection(
            columns: [
                WorkColumns.topic,
                ReportColumn("threshold", Text(lv: "Slieksnis, %", en: "Threshold, %"))
                    .made(WorkMaking.threshold),
                ReportColumn("takers", Text(lv: "Rezultāti", en: "Results")).made(WorkMaking.judged),
                ThresholdTable.below,
                WorkColumns.result,
            ],
            rows: rows,
            total: rows.isEmpty ? nil : ReportRow(total),
            chart: .bars(column: ThresholdTable.below.code)
        )
    }

    /// A row for each institution, within one for each class.
    func places() throws -> ReportSection {
        let isWithin = question.selection.institution != nil || question.selection.classGroup != nil
        let dimension: Dimension = isWithin ? .classGroup : .institution
        let heading =
            isWithin ? Text(lv: "Klase", en: "Class") : Text(lv: "Izglītības iestāde", en: "Institution")
        let below = try question.shown(
            question.figures("assessments/below-threshold", over: [dimension])
        )
        let members = question.members.sorted(dimension, below.keys.compactMap(\.first).filter { $0 > 0 })
        return ReportSection(
            "places",
            title: isWithin
                ? Text(lv: "Pa klasēm", en: "By class") : Text(lv: "Pa iestādēm", en: "By institution"),
            columns: [
                ReportColumn("place", heading, .words),
                ReportColumn("takers", Text(lv: "Rezultāti", en: "Results")).made(WorkMaking.judged),
                ThresholdTable.below,
            ],
            rows: members.map { member in
                let name = question.members.name(dimension, member)
                return ReportRow([.member(dimension, member, name)] + ThresholdTable.cells(below[[member]]))
            },
            chart: .bars(column: ThresholdTable.below.code)
        )
    }

    /// The number of results that a share is of, and the share.
    private static func cells(_ below: Figure?) -> [ReportCell] {
        let count = below?.tally.map { ReportCell.number($0.denominator, decimals: 0) }
        return [count ?? ReportCell(below), ReportCell(below)]
    }
}
