internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Statistics

/// Whether pupils who miss more lessons have lower marks: points of pupils and rank correlations.
enum AbsenceAndMark: Report {
    static let name = "absence-and-mark"
    static let standsStill = true
    static let title = Text(lv: "Kavējumi un vidējais vērtējums", en: "Absence and mean mark")
    static let purpose = Text(
        lv: "Vai izglītojamajiem, kuri vairāk kavē, ir zemāki vērtējumi?",
        en: "Do pupils who miss more lessons have lower marks?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]

    static func answer(_ question: Question) throws -> ReportDocument {
        var view = PointView(question)
        guard view != .none else { return ReportDocument(notes: [closed], [CorrelationTable.section([])]) }
        let (points, past) = try latest(question)
        // Of more pupils than a picture can show nobody looks for one: groups tell what there is to be seen.
        if view == .points, points.count > PupilPoints.most { view = .bins }
        // Of so few people a coefficient would tell too much, and mean nothing.
        let floor = try question.floor
        let few = view == .bins && points.count < max(PointBins.least, floor)
        let results = few ? [] : CorrelationTable.results(points)
        let picture =
            view == .points
            ? PupilPoints.section(points, question) : PointBins.section(few ? [] : points, floor: floor)
        let parts = view == .points ? CorrelationMaking.parts(points) : []
        // The class belongs to its own year: of an earlier one there is nothing of it to lay beside others.
        let beside = try beside(question, isEmpty: few || points.isEmpty || past != nil)
        return ReportDocument(
            finding: CorrelationTable.finding(results, past),
            notes: [past.map(PupilsOfToday.earlier), caution].compactMap { $0 } + (beside?.notes ?? []),
            [CorrelationTable.section(results, parts), picture] + (beside?.sections ?? [])
                + [view == .points && past == nil ? try SubjectCorrelations.section(question) : nil]
                .compactMap { $0 }
        )
    }

    /// The points of the year chosen; of a class that has none yet, those of the latest year in which its pupils have, for
    /// those who work with the class and with none that it was before.
    private static func latest(_ question: Question) throws -> (points: [PupilPoint], past: SchoolYear?) {
        let selection = question.selection
        let now = try points(question)
        guard now.isEmpty, let classGroup = selection.classGroup, selection.pupil == nil,
            let pupils = try PupilsOfToday(of: classGroup, in: selection.institution, question)
        else { return (now, nil) }
        for year in pupils.years(before: selection.year) {
            let before = try points(question.about(pupils.selection(year, like: selection)))
            if !before.isEmpty { return (before, year) }
        }
        return (now, nil)
    }

    /// Both sides of the question as shares, since coefficients of two places are no measure to lay beside each other; none
    /// of a subject, where they would speak of its teacher.
    private static func beside(_ question: Question, isEmpty: Bool) throws -> PlaceBeside? {
        guard question.selection.subject == nil else { return nil }
        let insufficient = PlaceBeside.Column("level_insufficient", "attainment/level-insufficient")
        return try PlaceBeside(question, [AbsenceKind.missedBeside, insufficient], isEmpty: isEmpty)
    }

    /// Pupils that have both a number of lessons missed and a mark, in the order of pupils.
    ///
    /// Of a whole board they are very many: sums are read as they come, and nothing but the points is held.
    private static func points(_ question: Question) throws -> [PupilPoint] {
        var lessons: [Int: Int] = [:]
        try question.sums("attendance/missed", over: [.pupil]) { key, top, _ in lessons[key[0]] = top }
        var points: [PupilPoint] = []
        try question.sums("attainment/mark", over: [.pupil]) { key, top, below in
            guard below > 0, let missed = lessons[key[0]] else { return }
            let pupil = PupilID(rawValue: key[0])
            points.append(PupilPoint(pupil: pupil, lessons: missed, mark: Tally(top, over: below)))
        }
        return points.sorted { $0.pupil < $1.pupil }
    }

    private static let caution = Text(
        lv: """
            Korelācija rāda, ka lielumi mainās kopā, nevis to, kas ir cēlonis. Ieskaitīti izglītojamie, par kuriem \
            zināmas gan kavētās stundas, gan vērtējumi.
            """,
        en: """
            A correlation shows that two things change together, not which one is the cause. Pupils count whose \
            absence and marks are both known.
            """
    )

    private static let closed = Text(
        lv: """
            Šādam griezumam atbildi redz tikai tie, kuri drīkst skatīt izglītojamo datus. Noņemiet iestādes un klases \
            filtru.
            """,
        en: """
            For such a selection the answer is only for those who may see pupils' data. Clear the filters of \
            institution and class.
            """
    )
}

/// A pupil with lessons missed and marks.
struct PupilPoint {
    let pupil: PupilID
    let lessons: Int
    /// The sum of marks in hundredths over their number.
    let mark: Tally

    /// The mean mark.
    var mean: Double { Double(mark.numerator) / 100 / Double(mark.denominator) }
}

/// What a reader may see of single pupils.
enum PointView {
    /// Each pupil as a point.
    case points
    /// Groups of pupils.
    case bins
    /// Nothing: the difference between two such answers could be one pupil.
    case none

    /// Points where the reader works with all pupils of the selection, groups of all that the reader reaches.
    init(_ question: Question) {
        let selection = question.selection
        let circle = question.asker.reach(.readPupils, on: question.today)
        if question.asker.may(.readPupils, in: selection.scope, on: question.today)
            || circle.holds(selection.reach)
        {
            self = .points
        } else if selection.classGroup == nil && selection.pupil == nil
            && (selection.institution == nil || selection.reach.isExactly(selection.institution))
        {
            self = .bins
        } else {
            self = .none
        }
    }
}

extension Reach {
    /// Whether everything of another reach is in this one.
    fileprivate func holds(_ other: Reach) -> Bool {
        if everything { return true }
        guard !other.everything, !other.isEmpty else { return false }
        return institutions.isSuperset(of: other.institutions) && classes.isSuperset(of: other.classes)
            && pupils.isSuperset(of: other.pupils)
    }

    /// Whether it is one institution and nothing else.
    fileprivate func isExactly(_ institution: InstitutionID?) -> Bool {
        guard let institution, !everything else { return false }
        return institutions == [institution] && classes.isEmpty && pupils.isEmpty
    }
}
