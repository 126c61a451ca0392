internal import Evidence
internal import Frame
internal import Kernel

/// The rank correlation of absence and mean mark in each subject of a class, with its interval and the number of
/// pupils it rests on.
enum SubjectCorrelations {
    /// Nil without a class, and for those who may not see figures of a class in one subject, which point to its
    /// teacher.
    static func section(_ question: Question) throws -> ReportSection? {
        let selection = question.selection
        guard selection.classGroup != nil, selection.subject == nil, TeacherFigures.areOpen(question) else {
            return nil
        }
        let points = try points(question)
        let subjects = question.members.sorted(.subject, points.keys.filter { $0 > 0 })
        return ReportSection(
            "subjects",
            title: Text(lv: "Pa mācību priekšmetiem", en: "By subject"),
            caption: Text(
                lv: "Spīrmena ρ starp priekšmetā kavētajām stundām un vidējo vērtējumu tajā.",
                en: "Spearman’s ρ of lessons missed in the subject and the mean mark in it."
            ),
            columns: [
                ReportColumn("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .words),
                ReportColumn("estimate", Text(lv: "Spīrmena ρ", en: "Spearman’s ρ"))
                    .made(CorrelationMaking.estimate),
                ReportColumn("low", Text(lv: "95 % no", en: "95% from")).made(CorrelationMaking.interval),
                ReportColumn("high", Text(lv: "95 % līdz", en: "95% to")).made(CorrelationMaking.interval),
                ReportColumn("n", Text(lv: "Izglītojamie (n)", en: "Pupils (n)"))
                    .made(CorrelationMaking.pupils),
            ],
            rows: subjects.map { subject in
                let name = question.members.name(.subject, subject)
                return ReportRow(
                    [.member(.subject, subject, name)] + CorrelationTable.rank(points[subject] ?? [])
                )
            }
        )
    }

    /// By subject the pupils with a number of lessons missed and a mark.
    private static func points(_ question: Question) throws -> [Int: [PupilPoint]] {
        let along: [Dimension] = [.pupil, .subject]
        let missed = try AttendanceMeasures.missed.lessons(
            question.selection,
            over: along,
            tenant: question.tenant,
            question.connection
        )
        let marks = try question.figures("attainment/mark", over: along)
        var points: [Int: [PupilPoint]] = [:]
        for (key, figure) in marks {
            // A subject without a lesson of the pupil is not known to be missed by none.
            guard let mark = figure.tally, mark.denominator > 0, let lessons = missed[key] else { continue }
            points[key[1], default: []].append(
                PupilPoint(pupil: PupilID(rawValue: key[0]), lessons: lessons.numerator, mark: mark)
            )
        }
        return points.mapValues { $0.sorted { $0.pupil < $1.pupil } }
    }
}
