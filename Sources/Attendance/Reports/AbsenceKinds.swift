internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// How lessons missed fall into illness, other excuses and no excuse: by class in an institution, else by
/// institution.
enum AbsenceKinds: Report {
    static let name = "kinds"
    static let standsStill = true
    static let title = Text(lv: "Kavējumu veidi", en: "Kinds of absence")
    static let purpose = Text(
        lv: "Kāda daļa kavējumu ir slimības dēļ, attaisnoti un neattaisnoti?",
        en: "Which part of absence is through illness, excused and unexcused?"
    )
    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]
    static let comparesClasses = true

    static func answer(_ question: Question) throws -> ReportDocument {
        let isInside = question.selection.institution != nil || question.selection.classGroup != nil
        let dimension: Dimension = isInside ? .classGroup : .institution
        guard question.selection.subject == nil else {
            return try KindsOfSubject.answer(question, over: dimension)
        }
        let (asked, classes) = beside(question)
        let coverage = try Coverage(AttendanceMeasures.knownFor, asked, over: dimension)
        let late = try LessonColumn(AttendanceMeasures.late, asked, over: dimension)
        let table = try AbsenceTable(asked, over: dimension, and: coverage.members)
        let kinds = AbsenceKind.shown(table.hasUnstated)
        let rates = try asked.figures("attendance/missed-share", over: [dimension])
        let members = table.members.filter { classes?.contains($0) ?? true }
        // Of classes, which are small, no bar would be whole; institutions mostly show each kind.
        let parts = AbsenceTable.parts(kinds, isInside && table.showsTogether)
        let rows = members.map { member in
            let name = question.members.name(dimension, member)
            let rate: ReportCell = rates[[member]].map { .figure($0) } ?? .unknown
            return ReportRow(
                [.member(dimension, member, name)] + table.lessons(kinds, member)
                    + [rate, coverage.cell(member), late.cell(member)]
            )
        }
        var section = ReportSection(
            columns: columns(dimension, table.columns(kinds)) + [coverage.column, LessonColumn.late],
            rows: rows,
            total: table.members.isEmpty
                ? nil : try total(table, kinds, asked, [coverage.total, late.total]),
            chart: .stack(columns: parts.map { $0.code }, tokens: parts.map { $0.token }, share: true)
        )
        if let municipality = try Municipality(question) {
            let others = [
                AttendanceMeasures.missedShare, AttendanceMeasures.knownFor, AttendanceMeasures.late,
            ]
            section.lay(beside: try municipality.row(table.measures(kinds) + others.map(\.name)))
        }
        let beside = try PlaceBeside(question, AbsenceKind.beside, isEmpty: rows.isEmpty)
        return ReportDocument(
            notes: [note] + coverage.notes(members) + beside.notes,
            [section] + beside.sections
        )
    }

    /// The question of the whole institution and the classes to show of it, where classes are compared.
    static func beside(_ question: Question) -> (asked: Question, classes: Set<Int>?) {
        let selection = question.selection
        guard let own = selection.classGroup, !selection.compared.isEmpty else { return (question, nil) }
        var whole = selection
        whole.classGroup = nil
        return (question.about(whole), Set(([own] + selection.compared).map(\.rawValue)))
    }

    private static func columns(_ dimension: Dimension, _ lessons: [ReportColumn]) -> [ReportColumn] {
        let first =
            dimension == .classGroup
            ? ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
            : ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
        return [first] + lessons + [
            ReportColumn(
                "missed_share",
                Text(lv: "No reģistrētajām stundām", en: "Of lessons recorded"),
                optional: true
            )
        ]
    }

    private static func total(
        _ table: AbsenceTable,
        _ kinds: [AbsenceKind],
        _ question: Question,
        _ others: [ReportCell]
    ) throws -> ReportRow {
        let rate = try question.figure("attendance/missed-share")
        let share: ReportCell = rate.tally == nil ? .unknown : .figure(rate)
        return ReportRow(
            [.words(Text(lv: "Kopā", en: "Total"))] + table.total(kinds) + ([share] + others)
        )
    }

    private static let note = Text(
        lv: """
            Kolonnā „No reģistrētajām stundām” ir kavēto stundu daļa no visām reģistrētajām stundām; tā zināma tikai tur, \
            kur avots norāda arī klātbūtni. „Ziņas ir par” rāda, kāda daļa stundu ir reģistrēta.
            """,
        en: """
            “Of lessons recorded” is the share of lessons missed in all lessons recorded; it is known only where the \
            source also tells who was present. “Known for” is the part of the lessons that is recorded.
            """
    )
}
