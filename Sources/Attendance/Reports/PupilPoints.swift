internal import Frame
internal import Kernel

/// Pupils as points, for those who work with all of them.
enum PupilPoints {
    /// Of so many pupils a picture still shows each.
    static let most = 5_000

    static func section(_ points: [PupilPoint], _ question: Question) -> ReportSection {
        let byPupil = Dictionary(points.map { ($0.pupil.rawValue, $0) }) { first, _ in first }
        let order = question.members.sorted(.pupil, byPupil.keys)
        return ReportSection(
            "pupils",
            title: Text(lv: "Izglītojamie", en: "Pupils"),
            columns: [
                ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
                ReportColumn("missed", Text(lv: "Kavētās stundas", en: "Lessons missed")).made(
                    PointMaking.missed
                ),
                ReportColumn("mark", Text(lv: "Vidējais vērtējums", en: "Mean mark")).made(PointMaking.mark),
            ],
            rows: order.compactMap { byPupil[$0] }.map { row($0, question.members) },
            chart: .scatter(x: "missed", y: "mark")
        )
    }

    private static func row(_ point: PupilPoint, _ members: any MemberNames) -> ReportRow {
        let mean = Exact.divide(point.mark.numerator, by: point.mark.denominator)
        return ReportRow(
            [
                .member(.pupil, point.pupil.rawValue, members.name(.pupil, point.pupil.rawValue)),
                .number(point.lessons, decimals: 0),
                mean.map { .number($0, decimals: 2) } ?? .unknown,
            ],
            persons: [point.pupil]
        )
    }
}
