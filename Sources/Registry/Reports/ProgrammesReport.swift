import Frame
import Kernel
import Storage

/// Programmes with their licences and pupils at the start and the end of the year, as self-evaluation reports ask.
enum ProgrammesReport: Report {
    static let name = "programmes"
    static let standsStill = true
    static let title = Text(
        lv: "Izglītības programmas un izglītojamie",
        en: "Education programmes and pupils"
    )
    static let purpose = Text(
        lv: "Cik izglītojamo mācījās katrā izglītības programmā mācību gada sākumā un noslēgumā?",
        en: "How many pupils did each education programme have at the start and at the end of the year?"
    )
    static let filters: [ReportFilter] = [.year, .institution, .institutions, .years]

    static func answer(_ question: Question) throws -> ReportDocument {
        let table = try ProgrammeTable(question)
        let years = try PupilsByYear.section(question, PupilsByYear.pupils)
        return ReportDocument(
            notes: [
                Text(
                    lv: "Izglītojamie skaitīti pēc uzņemšanas un atskaitīšanas datumiem.",
                    en: "Pupils are counted by the days on which they came and left."
                )
            ],
            [
                ReportSection(
                    columns: columns(question.selection.year),
                    rows: try table.lines.map(table.row),
                    total: table.lines.isEmpty ? nil : try table.total()
                )
            ] + [years].compactMap { $0 }
        )
    }

    private static func columns(_ year: SchoolYear) -> [ReportColumn] {
        let end = PupilCounts.end(of: year)
        return [
            ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words),
            ReportColumn("programme", Text(lv: "Programmas nosaukums", en: "Programme"), .words),
            ReportColumn("code", Text(lv: "Kods", en: "Code"), .words),
            ReportColumn("licence_no", Text(lv: "Licences Nr.", en: "Licence"), .words, optional: true),
            ReportColumn(
                "licence_day",
                Text(lv: "Licencēšanas datums", en: "Licensed on"),
                .day,
                optional: true
            ),
            ReportColumn(
                "address",
                Text(lv: "Īstenošanas vietas adrese", en: "Address"),
                .words,
                optional: true
            ),
            ReportColumn("pupils_start", heading(year.first)), ReportColumn("pupils_end", heading(end)),
        ]
    }

    private static func heading(_ day: Day) -> Text {
        Text(lv: "Izglītojamie \(Format(.lv).day(day))", en: "Pupils on \(Format(.en).day(day))")
    }
}
