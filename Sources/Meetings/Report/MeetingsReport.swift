internal import Frame
internal import Kernel
internal import Prevention
internal import Registry

/// Meetings held: of several institutions (indicator 11) and of support teams, by institution and by month.
enum MeetingsReport: Report {
    static let name = "meetings"
    static let title = Text(lv: "Notikušās sanāksmes", en: "Meetings held")
    static let purpose = Text(
        lv:
            "Cik starpinstitūciju un atbalsta komandas sanāksmju notikušas, kuras iestādes tās rīkojušas un kad?",
        en:
            "How many meetings of institutions and of support teams were held, by which institutions, and when?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let institutions = try section(
            question,
            .institution,
            "table",
            Text(lv: "Iestāde", en: "Institution"),
            title: nil
        )
        let months = try section(
            question,
            .month,
            "months",
            Text(lv: "Mēnesis", en: "Month"),
            title: Text(lv: "Pa mēnešiem", en: "By month")
        )
        let isEmpty = institutions.rows.isEmpty
        return ReportDocument(
            notes: isEmpty ? [] : [note],
            isEmpty ? [institutions] : [institutions, months]
        )
    }

    private static func section(
        _ question: Question,
        _ dimension: Dimension,
        _ code: String,
        _ heading: Text,
        title: Text?
    ) throws -> ReportSection {
        let kinds: [MeetingKind] = [.bodies, .team]
        let measures = kinds.map { MeetingMeasure(kind: $0) }
        let vectors = try measures.map { try question.figures($0.name, over: [dimension]) }
        let keys = Set(vectors.flatMap(\.keys).compactMap(\.first))
        // The municipality has no row in the register.
        let board = dimension == .institution && keys.contains(0) ? [0] : []
        let members = board + question.members.sorted(dimension, keys.subtracting(board))
        let rows = members.map { member in
            let name =
                board.contains(member)
                ? ReportCell.words(Text(lv: "Pašvaldība", en: "The municipality"))
                : .member(dimension, member, question.members.name(dimension, member))
            return ReportRow([name] + vectors.map { $0[[member]].map { .figure($0) } ?? .blank })
        }
        let total = try ReportRow(
            [.words(Text(lv: "Kopā", en: "Total"))]
                + measures.map { measure in
                    let figure = try question.figure(measure.name)
                    return figure.tally == nil ? .blank : .figure(figure)
                }
        )
        return ReportSection(
            code,
            title: title,
            columns: [ReportColumn(dimension.rawValue, heading, .words)]
                + zip(["inter_institution", "team"], measures).map { ReportColumn($0.0, $0.1.title) },
            rows: rows,
            total: rows.isEmpty ? nil : total,
            chart: rows.isEmpty ? nil : .bars(column: "inter_institution"),
            empty: Text(
                lv:
                    "Izvēlētajā gadā notikušu sanāksmju nav. Tās plāno sadaļā „Atbalsta komanda”, „Sanāksmes”.",
                en:
                    "No meetings were held in the year chosen. They are planned under “Support team”, “Meetings”."
            )
        )
    }

    private static let note = Text(
        lv:
            "Skaitītas sanāksmes, kas notikušas; plānotās un atceltās neskaita. Cik bieži tiekas atbalsta komanda, nosaka prasība "
            + "„\(TeamMeetingRule.title.lv)”.",
        en:
            "Meetings that were held; planned and cancelled ones are not counted. How often a support team meets is set by the "
            + "rule “\(TeamMeetingRule.title.en)”."
    )
}
