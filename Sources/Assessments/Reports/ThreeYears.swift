internal import Evidence
package import Frame
package import Kernel
internal import Registry

/// State tests of three years beside the state's means, and whether the years can be compared.
package enum ThreeYears: Report {
    package static let name = "three-years"
    package static let standsStill = true
    package static let title = Text(
        lv: "Valsts pārbaudes darbi trīs gados",
        en: "State tests in three years"
    )
    package static let purpose = Text(
        lv: "Kā valsts pārbaudes darbu rezultāti mainījušies trīs gados, un kādi tie ir pret valsts vidējo?",
        en:
            "How have results in state tests changed over three years, and how do they stand to the state's mean?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .institution, .grade, .classGroup, .compared, .institutions, .subject,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        try TeacherFigures.require(question)
        // A class has the tests that its pupils took in the classes that it was before.
        let years = try YearsBack(question, span: 3).years.map { try YearOfTests($0.selection, question) }
        // Years before the first result would be columns of nothing.
        let known = Array(years.drop { $0.results.isEmpty })
        let lanes = TestLane.all(known, question.members)
        let table = LaneTable(question: question, years: known, lanes: lanes)
        let places = try PlaceTable(question, of: AssessmentKind.ofState)
        let comparison = places.comparison
        var document = ReportDocument(
            notes: [note, WorkColumns.note, comparison == nil ? nil : places.definition].compactMap { $0 },
            [table.section] + [comparison].compactMap { $0 } + (lanes.isEmpty ? [] : [table.details])
        )
        document.isOfEarlierYears = years.last?.results.isEmpty ?? false
        return document
    }

    private static let note = Text(
        lv: """
            Gadus var salīdzināt, ja nav mainījies darba veids, eksāmena līmenis un snieguma slieksnis; kas mainījies, \
            norādīts kolonnā „Salīdzināmība”. 2020./2021. mācību gada diagnosticējošie darbi notika attālināti.
            """,
        en: """
            Years can be compared where neither the kind of test nor the level of the examination nor the threshold \
            changed; the column “Comparability” says what did. Diagnostic works of 2020/2021 were held remotely.
            """
    )
}

/// The state tests of one year: results, takers, the state's means, thresholds.
struct YearOfTests {
    let year: SchoolYear
    let results: [Work: Figure]
    let takers: [Work: Figure]
    private let means: StateMeans
    private let thresholds: PassThreshold?

    /// What a selection of the year has; a class is the one that it was then.
    init(_ selection: Selection, _ question: Question) throws {
        year = selection.year
        let kinds = AssessmentKind.ofState
        results = try WorkFigures(question, "assessments/result", of: kinds, in: selection).whole
        takers = try WorkFigures(question, "assessments/results", of: kinds, in: selection).whole
        means = try StateMeans.load(question.tenant, question.connection)
        let rules = try Regulations.load(question.tenant, question.connection)
        thresholds = try rules.parameters(on: year.last)
    }

    /// The state's mean of a work.
    func mean(_ work: Work) -> StateMeans.Mean? { means.mean(work, in: year) }

    /// The threshold of a work, in per cent; nil where it has none.
    func threshold(_ work: Work) -> Int? { thresholds?.threshold(of: work) }

    /// Whether a work was held remotely, so that its results say little beside those of other years.
    func isRemote(_ work: Work) -> Bool {
        year == SchoolYear(2020) && work.sort.kind == .stateDiagnostic
    }
}

extension PassThreshold {
    /// The threshold of a work, in per cent; nil where it has none.
    func threshold(of work: Work) -> Int? {
        guard work.sort.kind == .centralExam else { return nil }
        switch work.grade {
        case 9: return grade9
        case 12: return grade12
        default: return nil
        }
    }
}
