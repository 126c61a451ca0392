internal import Frame
internal import Kernel

/// Tables of pupils with a mark and a result.
enum TestTable {
    /// The pupils of one test with their picture.
    static func section(
        _ assessment: Int,
        _ points: [TestPoint],
        _ state: Figure?,
        _ question: Question
    ) -> ReportSection {
        ReportSection(
            "test-\(assessment)",
            title: question.members.name(.assessment, assessment) + mean(state),
            columns: columns,
            rows: sorted(points, question).map { row($0, question) },
            chart: .scatter(x: "mark", y: "result")
        )
    }

    /// Those who stand out, of all tests.
    static func outliers(_ points: [TestPoint], _ question: Question) -> ReportSection {
        ReportSection(
            "outliers",
            title: Text(lv: "Kas izceļas", en: "Who stands out"),
            columns: [columns[0], ReportColumn("test", Text(lv: "Pārbaudes darbs", en: "Test"), .words)]
                + columns.dropFirst(),
            rows: points.map { point in
                var row = row(point, question)
                let name = question.members.name(.assessment, point.assessment)
                row.cells.insert(.member(.assessment, point.assessment, name), at: 1)
                return row
            },
            empty: Text(
                lv: "Neviena izglītojamā rezultāts krasi neatšķiras no vērtējuma.",
                en: "No pupil’s result differs widely from the mark."
            )
        )
    }

    /// By name.
    static func sorted(_ points: [TestPoint], _ question: Question) -> [TestPoint] {
        let byPupil = Dictionary(grouping: points, by: \.pupil)
        return question.members.sorted(.pupil, byPupil.keys).flatMap { byPupil[$0] ?? [] }
    }

    private static let columns = [
        ReportColumn("pupil", Text(lv: "Izglītojamais", en: "Pupil"), .words),
        ReportColumn("mark", Text(lv: "Vērtējums", en: "Mark")).made(TestMaking.mark),
        ReportColumn("result", Text(lv: "Rezultāts, %", en: "Result, %")).made(TestMaking.result),
        ReportColumn("expected", Text(lv: "Gaidāmais, %", en: "Expected, %"), optional: true)
            .made(TestMaking.expected),
        ReportColumn("side", Text(lv: "Salīdzinājumā ar gaidāmo", en: "Beside the expected"), .words),
    ]

    private static func row(_ point: TestPoint, _ question: Question) -> ReportRow {
        let expected = point.expected.map { Int(($0 / 10).rounded(.toNearestOrAwayFromZero)) }
        return ReportRow(
            [
                .member(.pupil, point.pupil, question.members.name(.pupil, point.pupil)),
                .number(point.points, decimals: 2),
                .number(Exact.divide(point.percent, by: 10) ?? 0, decimals: 1),
                expected.map { .number($0, decimals: 1) } ?? .unknown,
                .words(words(point)),
            ],
            persons: [PupilID(rawValue: point.pupil)]
        )
    }

    private static func words(_ point: TestPoint) -> Text {
        switch point.side {
        case .usual: Text(same: "")
        case .lower: Text(lv: "krietni zemāks", en: "much lower")
        case .higher: Text(lv: "krietni augstāks", en: "much higher")
        }
    }

    private static func mean(_ state: Figure?) -> Text {
        guard let scaled = state?.scaled else { return Text(same: "") }
        return Text(
            lv: " (vidēji valstī \(Format(.lv).decimal(scaled.value, scaled.decimals))\u{a0}%)",
            en: " (mean of the state \(Format(.en).decimal(scaled.value, scaled.decimals))%)"
        )
    }
}

extension ReportSection {
    /// The section with the year in its title, where it is of another than the one chosen.
    func of(_ year: SchoolYear?) -> ReportSection {
        guard let year, let title else { return self }
        var section = self
        section.title = Text(
            lv: "\(title.lv) – \(Format(.lv).schoolYear(year)) mācību gads",
            en: "\(title.en) – school year \(Format(.en).schoolYear(year))"
        )
        return section
    }
}
