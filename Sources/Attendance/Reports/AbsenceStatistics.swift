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

    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]

    static func answer(_ question: Question) throws -> ReportDocument {
        let dimension: Dimension = question.selection.classGroup == nil ? .institution : .classGroup
        guard question.selection.subject == nil else {
            return try KindsOfSubject.answer(question, over: dimension)
        }
        let coverage = try Coverage(AttendanceMeasures.recordedShare, question, over: dimension)
        let table = try AbsenceTable(question, over: dimension, and: coverage.members)
        let kinds = AbsenceKind.shown(table.hasUnstated)
        let rows = table.members.map { row(dimension, $0, table, kinds, coverage, question) }
        var section = ReportSection(
            columns: columns(dimension, table.columns(kinds), coverage),
            rows: rows,
            total: table.members.isEmpty ? nil : total(table, kinds, coverage),
            chart: .stack(columns: kinds.map(\.code), tokens: kinds.map(\.token), share: false)
        )
        if table.sources == [.computed], let municipality = try Municipality(question) {
            let shares = AbsenceKind.reported.map { "attendance/\($0.code)-share" }
            var row = try municipality.row(
                table.measures(kinds) + shares + [AttendanceMeasures.recordedShare.name]
            )
            row.cells.append(.words(AbsenceTable.Source.computed.words))
            section.lay(beside: row)
        }
        let beside = try PlaceBeside(question, AbsenceKind.beside, isEmpty: rows.isEmpty, withYears: false)
        let years = try StatisticsByYear.section(question, dimension, kinds, table.columns(kinds))
        return ReportDocument(
            notes: notes(table) + coverage.notes(table.members) + beside.notes
                + (years?.rows.contains(where: \.isUnfinished) == true
                    ? [question.selection.year.unfinished] : []),
            [section] + [beside.wider, years].compactMap { $0 }
        )
    }

    private static func columns(
        _ dimension: Dimension,
        _ lessons: [ReportColumn],
        _ coverage: Coverage
    ) -> [ReportColumn] {
        let place =
            dimension == .classGroup
            ? ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
            : ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
        return [place] + lessons
            + AbsenceKind.reported.map { kind in
                let words = kind.words
                return ReportColumn(
                    "\(kind.code)_share",
                    Text(lv: "\(words.lv), daļa no kavētajām", en: "\(words.en), share of missed"),
                    optional: true
                )
            }
            + [
                coverage.column,
                ReportColumn("source", Text(lv: "Avots", en: "Source"), .words, optional: true),
            ]
    }

    private static func row(
        _ dimension: Dimension,
        _ member: Int,
        _ table: AbsenceTable,
        _ kinds: [AbsenceKind],
        _ coverage: Coverage,
        _ question: Question
    ) -> ReportRow {
        let name = question.members.name(dimension, member)
        let lessons = table.lessons(kinds, member)
        let shares = AbsenceKind.reported.map { table.share($0, member) }
        let source = table.source(member)
        // Records say nothing of totals that an institution reported.
        let known = source == .computed ? coverage.cell(member) : .unknown
        return ReportRow(
            [.member(dimension, member, name)] + lessons + shares + [known, .words(source.words)]
        )
    }

    private static func total(
        _ table: AbsenceTable,
        _ kinds: [AbsenceKind],
        _ coverage: Coverage
    ) -> ReportRow {
        let lessons = table.total(kinds)
        let shares = AbsenceKind.reported.map { table.totalShare($0) }
        return ReportRow(
            [.words(Text(lv: "Kopā", en: "Total"))] + lessons + shares + [coverage.total, .blank]
        )
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
