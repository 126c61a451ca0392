internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Lessons missed by institution and kind, the standard table of municipalities; of a class, that class alone.
enum AbsenceStatistics: Report {
    static let name = "statistics"
    static let standsStill = true
    static let title = Text(lv: "Kavējumu statistika", en: "Statistics of absence")
    static let purpose = Text(
        lv: "Cik stundu katrā iestādē kavēts slimības dēļ, attaisnoti un neattaisnoti?",
        en: "How many lessons were missed in each institution through illness, with and without excuse?"
    )

    static let filters: [ReportFilter] = [.year, .term, .institution, .classGroup, .institutions, .years]

    static func answer(_ question: Question) throws -> ReportDocument {
        let dimension: Dimension = question.selection.classGroup == nil ? .institution : .classGroup
        let table = try AbsenceTable(question, over: dimension)
        let kinds = AbsenceKind.shown(table.hasUnstated)
        var rows = table.members.map { row(dimension, $0, table, kinds, question) }
        if table.sources == [.computed], let municipality = try Municipality(question) {
            let shares = AbsenceKind.reported.map { "attendance/\($0.code)-share" }
            var row = try municipality.row(table.measures(kinds) + shares)
            row.cells.append(.words(AbsenceTable.Source.computed.words))
            rows.append(row)
        }
        let section = ReportSection(
            columns: columns(dimension, table.columns(kinds)),
            rows: rows,
            total: table.members.isEmpty ? nil : total(table, kinds),
            chart: .stack(columns: kinds.map(\.code), tokens: kinds.map(\.token), share: false)
        )
        let beside = try PlaceBeside(question, AbsenceKind.beside, isEmpty: rows.isEmpty, withYears: false)
        let years = try StatisticsByYear.section(question, dimension, kinds, table.columns(kinds))
        return ReportDocument(
            notes: notes(table) + beside.notes,
            [section] + [beside.wider, years].compactMap { $0 }
        )
    }

    private static func columns(_ dimension: Dimension, _ lessons: [ReportColumn]) -> [ReportColumn] {
        let place =
            dimension == .classGroup
            ? ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
            : ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
        return [place] + lessons
            + AbsenceKind.reported.map { kind in
                let words = kind.words
                return ReportColumn(
                    "\(kind.code)_share",
                    Text(lv: "\(words.lv), daļa", en: "\(words.en), share"),
                    optional: true
                )
            }
            + [ReportColumn("source", Text(lv: "Avots", en: "Source"), .words, optional: true)]
    }

    private static func row(
        _ dimension: Dimension,
        _ member: Int,
        _ table: AbsenceTable,
        _ kinds: [AbsenceKind],
        _ question: Question
    ) -> ReportRow {
        let name = question.members.name(dimension, member)
        let lessons = table.lessons(kinds, member)
        let shares = AbsenceKind.reported.map { table.share($0, member) }
        return ReportRow(
            [.member(dimension, member, name)] + lessons + shares + [.words(table.source(member).words)]
        )
    }

    private static func total(_ table: AbsenceTable, _ kinds: [AbsenceKind]) -> ReportRow {
        let lessons = table.total(kinds)
        let shares = AbsenceKind.reported.map { table.totalShare($0) }
        return ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + lessons + shares + [.blank])
    }

    private static func notes(_ table: AbsenceTable) -> [Text] {
        switch table.sources {
        case [.computed]:
            [
                Text(
                    lv:
                        "Kavētās stundas saskaitītas no stundu ierakstiem. Daļas ir no visām kavētajām stundām.",
                    en: "Lessons missed are counted from lesson records. Shares are of all lessons missed."
                )
            ]
        case [.reported]:
            [
                Text(
                    lv: "Rādīti iestāžu paziņotie kopskaiti. Daļas ir no visām kavētajām stundām.",
                    en: "Totals are shown as institutions reported them. Shares are of all lessons missed."
                )
            ]
        case []: []
        default:
            [
                Text(
                    lv: """
                        Kur ir stundu ieraksti, kavējumi saskaitīti no tiem; pārējām iestādēm rādīti to paziņotie \
                        kopskaiti. Katra rinda norāda avotu. Daļas ir no visām kavētajām stundām.
                        """,
                    en: """
                        Absence is counted from lesson records where there are any; other institutions have the \
                        totals they reported. Each row names its source. Shares are of all lessons missed.
                        """
                )
            ]
        }
    }
}

extension AbsenceKind {
    /// The kinds that municipalities report.
    static let reported: [AbsenceKind] = [.illness, .excused, .unexcused]

    /// The kinds that a table has columns for.
    static func shown(_ hasUnstated: Bool) -> [AbsenceKind] { hasUnstated ? allCases : reported }

    /// The token of its colour.
    var token: String {
        switch self {
        case .illness, .excused, .unexcused: code
        case .unstated: "other"
        }
    }
}
