internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The marks of one pupil in all years up to the chosen one, wherever they were given.
///
/// Whoever may see a pupil sees the pupil's earlier years too. A number leads to its making only where the reader works
/// with the class that it was given in.
struct PupilHistory {
    /// A year of the pupil in a class.
    struct Stay: Hashable {
        let year: SchoolYear
        let institution: Int
        let classGroup: Int
    }

    private let pupil: PupilID
    private let question: Question
    private let stays: [Stay]
    private let bySubject: Timeline
    private let whole: [Stay: Timeline]
    private let all: Timeline
    private let counts: [SchoolYear: Int]
    private let scale: Int
    /// Which scale the numbers are on.
    let scaleNote: Text?

    init(_ pupil: PupilID, _ question: Question) throws {
        self.pupil = pupil
        self.question = question
        let scales = try ScaleSections(question, counted: "attainment/marks")
        scaleNote = scales.note
        let found = try PupilHistory.stays(pupil, question)
        let scale = try ScaleSections.main(Array(Set(found.map(\.year))), question)
        stays = found
        self.scale = scale
        let years = Set(found.map(\.year)).sorted().map { year in
            var selection = Selection(year: year)
            selection.pupil = pupil
            selection.subject = question.selection.subject
            return selection
        }
        bySubject = try Timeline(question, years, scale: scale, over: [.subject])
        all = try Timeline(question, years, scale: scale, over: [])
        whole = try found.reduce(into: [:]) { whole, stay in
            var selection = Selection(year: stay.year, institution: InstitutionID(rawValue: stay.institution))
            selection.classGroup = ClassID(rawValue: stay.classGroup)
            selection.pupil = pupil
            selection.subject = question.selection.subject
            whole[stay] = try Timeline(question, [selection], scale: scale, over: [])
        }
        counts = try years.reduce(into: [:]) { counts, selection in
            counts[selection.year] = try question.figure("attainment/marks", in: selection).tally?.numerator
        }
    }

    private var isOfSubject: Bool { question.selection.subject != nil }

    /// A row a subject, a column a period.
    var subjects: ReportSection {
        let periods = all.periods
        let members = question.members.sorted(.subject, bySubject.members.filter { $0 > 0 })
        let total =
            [ReportCell.words(Text(lv: "Visi priekšmeti kopā", en: "All subjects together"))]
            + periods.map { .plain(all.figure([], $0)) }
        return ReportSection(
            title: question.members.name(.pupil, pupil.rawValue),
            columns: [ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words)]
                + Timeline.columns(periods),
            rows: members.map { subject in
                let name = question.members.name(.subject, subject)
                let cells = periods.map { ReportCell.plain(bySubject.figure([subject], $0)) }
                return ReportRow([.member(.subject, subject, name)] + cells, persons: [pupil])
            },
            total: members.isEmpty || isOfSubject ? nil : ReportRow(total, persons: [pupil]),
            chart: Timeline.chart(periods)
        )
    }

    /// The pupil's means beside those of the class and of the grade; nil where nothing is known beside them.
    func beside() throws -> ReportSection? {
        try PupilBeside(pupil, all, stays, scale: scale, question).section
    }

    /// A row a year and class.
    var years: ReportSection {
        let periods = PeriodTable.Period.allCases
        return ReportSection(
            "years",
            title: Text(lv: "Iestādes un klases pa gadiem", en: "Institutions and classes by year"),
            columns: [
                ReportColumn("year", Text(lv: "Mācību gads", en: "School year"), .words),
                ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
                ReportColumn("class", Text(lv: "Klase", en: "Class"), .words),
            ] + periods.map { ReportColumn("mean_\($0.code)", $0.words).made(Timeline.making) },
            rows: stays.map { row($0, periods) }
        )
    }

    private func row(_ stay: Stay, _ periods: [PeriodTable.Period]) -> ReportRow {
        let scope = Scope(
            institution: InstitutionID(rawValue: stay.institution),
            classGroup: ClassID(rawValue: stay.classGroup),
            pupil: pupil
        )
        let isOwn = question.asker.may(.readPupils, in: scope, on: question.today)
        let year = Text(lv: Format(.lv).schoolYear(stay.year), en: Format(.en).schoolYear(stay.year))
        let cells = periods.map { period -> ReportCell in
            let figure = whole[stay]?.figure([], PeriodOfYear(year: stay.year, period: period))
            return isOwn ? .of(figure) : .plain(figure)
        }
        return ReportRow(
            [
                .words(year),
                .member(
                    .institution,
                    stay.institution,
                    question.members.name(.institution, stay.institution)
                ),
                stay.classGroup == 0
                    ? .unknown
                    : .member(
                        .classGroup,
                        stay.classGroup,
                        question.members.name(.classGroup, stay.classGroup)
                    ),
            ] + cells,
            persons: [pupil]
        )
    }

    private static func stays(_ pupil: PupilID, _ question: Question) throws -> [Stay] {
        try question.connection.rows(
            """
            SELECT DISTINCT year, institution_id, class_id FROM mark_pupil
            WHERE tenant_id = \(question.tenant) AND pupil_id = \(pupil) AND year <= \(question.selection.year.start)
                AND kind IN (\(list: PeriodMeasure.kinds))
            ORDER BY year, institution_id, class_id
            """,
            Int.self,
            Int.self,
            Int.self
        )
        .map { Stay(year: SchoolYear($0.0), institution: $0.1, classGroup: $0.2) }
    }
}
