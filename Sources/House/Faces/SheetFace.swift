import Frame
import Kernel
import Tabular

/// A report as CSV or XLSX: typed cells under stable codes, or under words where a language is asked for.
enum SheetFace {
    /// One table as CSV; the first, unless a code names another.
    ///
    /// Totals are left to the reader's own tools. A table that shows persons says in its last line who took it out.
    static func csv(_ report: AnsweredReport, section: String?, language: Language?) throws -> [UInt8] {
        let writer = try CSVWriter()
        try write(try report.section(section), to: writer, title: report.id, language)
        if let words = report.watermark {
            try writer.row([.text(FileRemark.line(words[language ?? .lv]))])
        }
        return try writer.finish()
    }

    /// All tables as sheets of one workbook.
    static func xlsx(_ report: AnsweredReport, language: Language) throws -> [UInt8] {
        let writer = try XLSXWriter()
        for section in report.document.sections {
            try write(
                section,
                to: writer,
                title: section.title?[language] ?? report.title[language],
                language
            )
        }
        try about(report, writer, language)
        return try writer.finish()
    }

    /// What the workbook is: a table that is sent on alone would say neither its year nor who took it out.
    private static func about(
        _ report: AnsweredReport,
        _ writer: XLSXWriter,
        _ language: Language
    ) throws {
        try writer.begin(SheetLayout(name: Text(lv: "Par atskaiti", en: "About")[language], headings: []))
        try writer.row([.text(report.title[language])])
        try writer.row([.text(report.purpose[language])])
        for fact in report.mark?.facts ?? unmarked(report.selection) {
            try writer.row([.text(fact.label[language]), .text(fact.words[language])])
        }
        for note in report.document.notes { try writer.row([.text(note[language])]) }
        for measure in (report.mark.map { $0.measures + $0.formulas }) ?? [] {
            try writer.row([.text(measure.title[language]), .text(measure.words[language])])
        }
    }

    /// What is known of a report without a mark.
    private static func unmarked(_ selection: Selection) -> [(label: Text, words: Text)] {
        var facts = [(label: YearFilter.label, words: Text(same: selection.year.description))]
        if let term = selection.term {
            facts.append((label: TermFilter.label, words: Text(same: String(term))))
        }
        return facts
    }

    private static func write(
        _ section: ReportSection,
        to writer: some TableWriter,
        title: String,
        _ language: Language?
    ) throws {
        let headings = section.columns.map { column in language.map { column.heading[$0] } ?? column.code }
        try writer.begin(SheetLayout(name: title, headings: headings))
        for row in section.rows {
            try writer.row(row.cells.map { cell(FaceValue($0), language ?? .lv) })
        }
    }

    private static func cell(_ value: FaceValue, _ language: Language) -> TableCell {
        switch value {
        case .text(let text): .text(text[language])
        // Shares stay plain numbers in files, so that a table reads the same in CSV and in a spreadsheet.
        case .number(let scaled, let decimals, _):
            decimals == 0 ? .integer(scaled) : .decimal(scaled, decimals: decimals)
        case .day(let day): .day(day)
        case .blank, .unknown, .hidden: .blank
        }
    }
}
