internal import Frame
internal import Kernel
internal import Registry

/// A pupil's mean marks beside those of the class of the year and of the same grade in the municipality.
///
/// Who does not work with the class of a year sees neither of it: with the pupil's own number known, what is left of a mean
/// is of fewer people than it says.
struct PupilBeside {
    private let pupil: PupilID
    private let own: Timeline
    private let question: Question
    private let scale: Int
    private var classes: [SchoolYear: Timeline] = [:]
    private var grades: [SchoolYear: WiderFigures] = [:]
    /// Years whose class the reader does not work with.
    private var closed: Set<SchoolYear> = []

    /// What stands beside the pupil's own numbers; of a year in several classes nothing does.
    init(
        _ pupil: PupilID,
        _ own: Timeline,
        _ stays: [PupilHistory.Stay],
        scale: Int,
        _ question: Question
    ) throws {
        self.pupil = pupil
        self.own = own
        self.question = question
        self.scale = scale
        let byYear = Dictionary(grouping: stays, by: \.year).sorted { $0.key < $1.key }
        for (year, lived) in byYear where lived.count == 1 {
            guard let stay = lived.first, stay.classGroup > 0 else { continue }
            try read(stay, year)
        }
    }

    private mutating func read(_ stay: PupilHistory.Stay, _ year: SchoolYear) throws {
        var selection = question.selection
        selection.year = year
        selection.institution = InstitutionID(rawValue: stay.institution)
        selection.classGroup = ClassID(rawValue: stay.classGroup)
        selection.pupil = nil
        selection.term = nil
        selection.compared = []
        guard question.asker.may(.readPupils, in: selection.scope, on: question.today) else {
            closed.insert(year)
            return
        }
        classes[year] = try Timeline(question, [selection], scale: scale, over: [])
        let line = try ClassLine.of(
            ClassID(rawValue: stay.classGroup),
            years: 1,
            question.tenant,
            question.connection
        )
        guard let step = line.steps.last, step.grade > 0, isGradeOpen else { return }
        selection.classGroup = nil
        selection.grade = step.grade
        guard let group = try SimilarInstitutions.of(step.institution, question) else { return }
        grades[year] = try WiderFigures(
            "attainment/mark",
            selection,
            beside: group,
            over: [.term, .scale],
            question
        )
    }

    /// By a subject, a reader of one institution could tell the teacher of another.
    private var isGradeOpen: Bool {
        question.selection.subject == nil || question.selection.reach.everything
    }

    /// The table; nil where nothing is known beside the pupil.
    var section: ReportSection? {
        let periods = own.periods
        let ofClass = periods.map { period -> ReportCell in
            closed.contains(period.year) ? hidden(period) : .of(classes[period.year]?.figure([], period))
        }
        let ofGrade = periods.map { period -> ReportCell in
            if closed.contains(period.year) { return hidden(period) }
            return grades[period.year]?.ofMunicipality([period.period.rawValue, scale]) ?? .unknown
        }
        guard (ofClass + ofGrade).contains(where: \.isKnown) else { return nil }
        let subject = SubjectsOverTime.all(question)
        return ReportSection(
            "beside",
            title: Text(lv: "Salīdzinājums: \(subject.lv)", en: "Comparison: \(subject.en)"),
            caption: PupilBeside.caption,
            columns: [ReportColumn("who", Text(lv: "Kam", en: "Of whom"), .words)]
                + Timeline.columns(periods),
            rows: [
                ReportRow(
                    [.words(question.members.name(.pupil, pupil.rawValue))]
                        + periods.map { .plain(own.figure([], $0)) },
                    persons: [pupil]
                ),
                ReportRow([.words(Text(lv: "Klase, kurā mācījies", en: "The class of the year"))] + ofClass),
                ReportRow(
                    [
                        .words(
                            Text(
                                lv: "Tā pati klašu pakāpe pašvaldībā",
                                en: "The same grade in the municipality"
                            )
                        )
                    ] + ofGrade
                ),
            ]
        )
    }

    private static let caption = Text(
        lv: """
            Vidējais ir vērtējumu summa, dalīta ar to skaitu; klasē un pašvaldībā ieskaitīts arī pats izglītojamais.
            """,
        en:
            "A mean is the sum of marks over their number; the pupil counts in the class and the municipality too."
    )

    private func hidden(_ period: PeriodOfYear) -> ReportCell {
        .figure(
            Figure(
                measure: "attainment/mark",
                unit: .mean,
                selection: Selection(year: period.year),
                tally: nil,
                isHidden: true
            )
        )
    }
}

extension ReportCell {
    /// Whether it has a number, be it one that is hidden.
    fileprivate var isKnown: Bool {
        if case .unknown = self { false } else { true }
    }
}
