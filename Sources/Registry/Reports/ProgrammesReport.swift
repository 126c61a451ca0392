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
                ),
                Text(
                    lv: "Kolonnas ir tās, ko prasa šī mācību gada pašnovērtējuma ziņojuma veidlapa.",
                    en: "The columns are those that the form of this year's self-evaluation report asks for."
                ),
            ],
            [
                try section(table, ProgrammeLayout(question.selection.year), question.selection)
            ] + [years].compactMap { $0 }
        )
    }

    /// The programmes of one institution need no column of it, and are told apart in a picture by their names.
    private static func section(
        _ table: ProgrammeTable,
        _ layout: ProgrammeLayout,
        _ selection: Selection
    ) throws -> ReportSection {
        let isOfOne = selection.institution != nil
        func own(_ row: ReportRow) -> ReportRow {
            guard isOfOne else { return row }
            var row = row
            row.cells.removeFirst()
            return row
        }
        var total = try table.lines.isEmpty ? nil : table.total(layout)
        // Its word stands in the first column, which is the one that goes.
        if isOfOne { total?.cells.remove(at: 1) }
        return ReportSection(
            columns: Array(columns(selection.year, layout).dropFirst(isOfOne ? 1 : 0)),
            rows: try table.lines.map { own(try table.row($0, layout)) },
            total: total,
            chart: isOfOne ? .bars(column: "pupils_start") : nil
        )
    }

    private static func columns(_ year: SchoolYear, _ layout: ProgrammeLayout) -> [ReportColumn] {
        let end = PupilCounts.end(of: year)
        return layout.columns + [
            ReportColumn("pupils_start", heading(year.first)), ReportColumn("pupils_end", heading(end)),
        ]
    }

    private static func heading(_ day: Day) -> Text {
        Text(lv: "Izglītojamie \(Format(.lv).day(day))", en: "Pupils on \(Format(.en).day(day))")
    }
}
