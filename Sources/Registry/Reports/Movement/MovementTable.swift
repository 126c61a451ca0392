import Frame
import Kernel

/// Pupils at both ends and the movement between, an institution a row.
struct MovementTable {
    private let question: Question
    private let isOver: Bool
    private let start: [MemberKey: Figure]
    private let end: [MemberKey: Figure]
    private let arrived: [MemberKey: Figure]
    private let left: [MemberKey: Figure]
    private let reasons: [MemberKey: Figure]
    private let balance: [MemberKey: Figure]

    init(_ question: Question) throws {
        self.question = question
        isOver = PupilCounts.end(of: question.selection.year) <= question.today
        func both(_ measure: String) throws -> [MemberKey: Figure] {
            let all = try question.figures(measure)
            return try question.figures(measure, over: [.institution]).merging(all) { first, _ in first }
        }
        start = try both(RegistryMeasures.pupilsByProgramme)
        end = try isOver ? both(RegistryMeasures.pupilsByProgrammeAtEnd) : [:]
        balance = try isOver ? both(RegistryMeasures.balance) : [:]
        arrived = try both(RegistryMeasures.arrived)
        left = try both(RegistryMeasures.left)
        let all = try question.figures(RegistryMeasures.movement, over: [.kind])
        reasons = try question.figures(RegistryMeasures.movement, over: [.institution, .kind])
            .merging(all) { first, _ in first }
    }

    /// The figure of departures of a kind in an institution, or in all.
    func departures(_ kind: MoveKind, in institution: MemberKey = []) -> ReportCell {
        cell(reasons, institution + [kind.rawValue])
    }

    /// All departures.
    var departures: ReportCell { cell(left, []) }

    /// All arrivals.
    var arrivals: ReportCell { cell(arrived, []) }

    var section: ReportSection {
        let ids = Set(start.keys).union(end.keys).union(arrived.keys).compactMap(\.first)
        let rows = question.members.sorted(.institution, Set(ids)).map { id in
            row(.member(.institution, id, question.members.name(.institution, id)), [id])
        }
        return ReportSection(
            columns: columns,
            rows: rows,
            total: rows.isEmpty ? nil : row(.words(Text(lv: "Kopā", en: "Total")), []),
            chart: isOver ? .bars(column: "balance") : nil
        )
    }

    private func row(_ name: ReportCell, _ key: MemberKey) -> ReportRow {
        let kinds = MoveKind.departures.map { departures($0, in: key) }
        return ReportRow(
            [name, cell(start, key), cell(arrived, key), cell(left, key)] + kinds
                + [cell(end, key), cell(balance, key)]
        )
    }

    private func cell(_ figures: [MemberKey: Figure], _ key: MemberKey) -> ReportCell {
        figures[key].map { .figure($0) } ?? .unknown
    }

    private var columns: [ReportColumn] {
        let year = question.selection.year
        let kinds = MoveKind.departures.map { kind in
            ReportColumn(
                "left_\(kind.code)",
                Text(
                    lv: "Atskaitīti: \(kind.heading.lv.lowercased())",
                    en: "Left: \(kind.heading.en.lowercased())"
                ),
                optional: true
            )
        }
        return [
            ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
            ReportColumn("pupils_start", MovementTable.heading(year.first)),
            ReportColumn("arrived", Text(lv: "Uzņemti", en: "Came")),
            ReportColumn("left", Text(lv: "Atskaitīti", en: "Left")),
        ] + kinds + [
            ReportColumn("pupils_end", MovementTable.heading(PupilCounts.end(of: year))),
            ReportColumn("balance", Text(lv: "Bilance, %", en: "Balance, %")),
        ]
    }

    /// The heading of the pupils of a day.
    static func heading(_ day: Day) -> Text {
        Text(lv: "Izglītojamie \(Format(.lv).day(day))", en: "Pupils on \(Format(.en).day(day))")
    }
}
