internal import Frame
internal import Kernel

/// The difference of marks and examination at each institution or class, a picture an examination.
///
/// The table of places has a row for each examination and place, which no bars can tell apart. It is drawn for those who
/// see the places, so that nothing in it is hidden.
struct BalancePicture {
    private let rows: [BalanceRow]
    private let along: Dimension
    private let names: any MemberNames

    /// The picture of the rows of the table of places.
    init(_ rows: [BalanceRow], _ along: Dimension, _ names: any MemberNames) {
        self.rows = rows
        self.along = along
        self.names = names
    }

    /// A row a place, a column an examination; nil of fewer than two places.
    var section: ReportSection? {
        var cells: [Int: [Int: ReportCell]] = [:]
        var exams: [(id: Int, name: Text)] = []
        for row in rows {
            guard case .member(_, let member, _)? = row.place, member > 0, let cell = difference(row) else {
                continue
            }
            cells[member, default: [:]][row.assessment] = cell
            if !exams.contains(where: { $0.id == row.assessment }) {
                exams.append((row.assessment, row.name))
            }
        }
        guard cells.count > 1 else { return nil }
        let columns = exams.map { ReportColumn("exam_\($0.id)", $0.name).made(BalanceMaking.drawn) }
        let codes = columns.map(\.code)
        return ReportSection(
            "picture",
            title: title,
            columns: [place] + columns,
            rows: names.sorted(along, cells.keys).map { member in
                let found = exams.map { cells[member]?[$0.id] ?? .unknown }
                return ReportRow([.member(along, member, names.name(along, member))] + found)
            },
            chart: codes.count == 1 ? .bars(column: codes[0]) : .barsOfEach(columns: codes)
        )
    }

    private func difference(_ row: BalanceRow) -> ReportCell? {
        guard let sum = row.sum else { return nil }
        let points = Exact.divide(sum.percents - sum.results, by: sum.pupils * 10)
        return points.map { .number($0, decimals: 1) }
    }

    private var place: ReportColumn {
        along == .institution
            ? ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
            : ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
    }

    private var title: Text {
        along == .institution
            ? Text(lv: "Starpība pa iestādēm, procentpunkti", en: "Difference by institution, points")
            : Text(lv: "Starpība pa klasēm, procentpunkti", en: "Difference by class, points")
    }
}
