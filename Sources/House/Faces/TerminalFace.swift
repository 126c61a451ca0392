import Frame
import Kernel

/// A report as a table in a terminal: words left, numbers right, one blank line between tables.
enum TerminalFace {
    static func text(_ report: AnsweredReport, language: Language) -> String {
        var lines = [report.title[language]]
        if let finding = report.document.finding { lines.append(finding[language]) }
        for section in report.document.sections {
            lines.append("")
            if let title = section.title { lines.append(title[language]) }
            lines += section.rows.isEmpty ? [section.empty[language]] : table(section, language)
        }
        if !report.document.notes.isEmpty { lines.append("") }
        lines += report.document.notes.map { $0[language] }
        if report.document.hidesAnything { lines.append(FaceWords.legend[language]) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ section: ReportSection, _ language: Language) -> [String] {
        let headings = section.columns.map { $0.heading[language] }
        let rows = section.rows.map { line($0, language) }
        let total = section.total.map { line($0, language) }
        let all = [headings] + rows + (total.map { [$0] } ?? [])
        let widths = section.columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        var lines = [join(headings, section.columns, widths), rule]
        lines += rows.map { join($0, section.columns, widths) }
        if let total { lines += [rule, join(total, section.columns, widths)] }
        return lines
    }

    private static func line(_ row: ReportRow, _ language: Language) -> [String] {
        row.cells.map { FaceValue($0).words(language) }
    }

    private static func join(_ cells: [String], _ columns: [ReportColumn], _ widths: [Int]) -> String {
        var parts: [String] = []
        for (index, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
            if case .words = columns[index].kind {
                parts.append(cell + space)
            } else {
                parts.append(space + cell)
            }
        }
        var line = parts.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// Words that several faces share.
enum FaceWords {
    static let legend = Text(
        lv: "„·”: nav rādīts, lai neatklātu atsevišķas personas. „–”: nav zināms.",
        en: "“·”: not shown, so that no person is disclosed. “–”: not known."
    )
}

extension ReportDocument {
    /// Whether disclosure control hid any figure.
    var hidesAnything: Bool {
        sections.contains { section in
            (section.rows + (section.total.map { [$0] } ?? [])).contains { row in
                row.cells.contains { FaceValue($0) == .hidden }
            }
        }
    }
}
