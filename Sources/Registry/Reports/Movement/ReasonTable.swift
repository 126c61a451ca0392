import Frame
import Kernel

/// Why pupils left: the lines of the self-evaluation report, and within “another reason” those of the code list.
///
/// The reasons behind a line are for those who work with the pupils: with the line they would give each other away.
struct ReasonTable {
    private let movement: MovementTable
    private let details: [MovementCount]
    private let lists: CodeLists
    private let question: Question

    init(_ question: Question, movement: MovementTable, isDetailed: Bool) throws {
        self.question = question
        self.movement = movement
        lists = try CodeLists.load(question.tenant, question.connection)
        details =
            isDetailed
            ? try PupilCounts(question.selection, tenant: question.tenant).movement(question.connection) : []
    }

    var section: ReportSection {
        get throws {
            let left = MoveKind.departures.flatMap { kind in
                [line(kind.words, movement.departures(kind))] + subreasons(of: kind)
            }
            let arrived = [line(MoveKind.arrived.words, movement.arrivals)] + origins
            let isKnown = if case .figure = movement.departures { true } else { false }
            return ReportSection(
                "reasons",
                title: Text(lv: "Iemesli", en: "Reasons"),
                columns: [
                    ReportColumn("reason", Text(lv: "Iemesls", en: "Reason"), .words),
                    ReportColumn("detail", Text(lv: "Sīkāk", en: "In detail"), .words),
                    ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(ReasonTable.making),
                ],
                rows: isKnown
                    ? left + [line(Text(lv: "Atskaitīti kopā", en: "Left in all"), movement.departures)]
                        + arrived : []
            )
        }
    }

    /// How the numbers of single reasons are made; those of lines are figures.
    private static let making = NumberMaking(
        Text(
            lv: """
                Izglītojamie, kuriem mācību gadā reģistrēta rindā nosauktā kustība ar šo iemeslu no kodu saraksta. Rindas „Cits \
                iemesls” skaitlis ir visu tās iemeslu summa, uzņemto skaits – visu uzņemšanas iemeslu summa. Klases vai \
                programmas maiņu iestādē neskaita.
                """,
            en: """
                Pupils with the move that the row names in the year, for this reason of the code list. All reasons of “another \
                reason” together are the number of that line, and all reasons of coming the number of those who came. A change \
                of class or programme within the institution does not count.
                """
        ),
        of: [],
        measures: [RegistryMeasures.movement, RegistryMeasures.arrived]
    )

    private func line(_ words: Text, _ cell: ReportCell) -> ReportRow {
        ReportRow([.words(words), .blank, cell])
    }

    private func subreasons(of kind: MoveKind) -> [ReportRow] {
        guard kind == .other else { return [] }
        let moves = details.filter { !$0.isArrival && MoveKind(reason: $0.reason) == kind }
        return rows(moves, CodeLists.leaveReasons, kind.words)
    }

    private var origins: [ReportRow] {
        rows(details.filter(\.isArrival), CodeLists.arrivalReasons, MoveKind.arrived.words)
    }

    /// A row a reason, in the order of the code list.
    private func rows(_ moves: [MovementCount], _ list: String, _ words: Text) -> [ReportRow] {
        let sums = Dictionary(moves.map { ($0.reason, $0.count) }, uniquingKeysWith: +)
        let items = lists.items(list, on: PupilCounts.end(of: question.selection.year))
        let rank = Dictionary(items.map { ($0.code, $0.position) }) { first, _ in first }
        let order = sums.keys.sorted { ((rank[$0] ?? .max), $0) < ((rank[$1] ?? .max), $1) }
        return order.map { reason in
            let detail = reason.isEmpty ? MoveKind.notGiven.words : lists.words(list, reason)
            return ReportRow([.words(words), .words(detail), .number(sums[reason] ?? 0, decimals: 0)])
        }
    }
}
