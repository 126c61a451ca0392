import Frame
import Kernel

/// Pupils of each programme at both ends of the year.
struct BalanceTable {
    private let question: Question
    private let programmes: ProgrammeTable
    private let balance: [MemberKey: Figure]

    init(_ question: Question) throws {
        self.question = question
        programmes = try ProgrammeTable(question)
        balance =
            PupilCounts.end(of: question.selection.year) <= question.today
            ? try question.figures(RegistryMeasures.balance, over: [.institution, .kind]) : [:]
    }

    var section: ReportSection {
        get throws {
            let year = question.selection.year
            return ReportSection(
                "programmes",
                title: Text(lv: "Pa izglītības programmām", en: "By education programme"),
                columns: [
                    ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
                    ReportColumn("programme", Text(lv: "Programmas nosaukums", en: "Programme"), .words),
                    ReportColumn("code", Text(lv: "Kods", en: "Code"), .words, optional: true),
                    ReportColumn("pupils_start", MovementTable.heading(year.first)),
                    ReportColumn("pupils_end", MovementTable.heading(PupilCounts.end(of: year))),
                    ReportColumn("balance", Text(lv: "Bilance, %", en: "Balance, %")),
                ],
                rows: try programmes.lines.map(row)
            )
        }
    }

    private func row(_ line: MemberKey) throws -> ReportRow {
        let pupils = try programmes.pupils(line)
        let share: ReportCell = balance[line].map { .figure($0) } ?? .unknown
        return ReportRow(programmes.names(line) + [pupils.start, pupils.end, share])
    }
}
