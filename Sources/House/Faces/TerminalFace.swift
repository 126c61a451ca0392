import Frame
import Kernel

/// A report as a table in a terminal: words left, numbers right, one blank line between tables.
///
/// A row is a line whatever its length, so that other programs find it; of a table that is too wide the headings are
/// folded, as they are what makes columns of numbers wide.
enum TerminalFace {
    /// How many letters wide a table is before its headings are folded.
    private static let room = 100

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
        let rows = section.own.map { line($0, language) }
        let wider = section.rows.dropFirst(section.own.count).map { line($0, language) }
        let below = (section.total.map { [line($0, language)] } ?? []) + wider
        let all = [headings] + rows + below
        var widths = self.widths(all)
        if isWide(widths) { widths = narrowed(widths, headings, self.widths(Array(all.dropFirst()))) }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        var lines = folded(headings, widths).map { join($0, section.columns, widths) } + [rule]
        lines += rows.map { join($0, section.columns, widths) }
        if !below.isEmpty { lines += [rule] + below.map { join($0, section.columns, widths) } }
        return lines
    }

    private static func widths(_ lines: [[String]]) -> [Int] {
        (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    }

    private static func isWide(_ widths: [Int]) -> Bool { widths.reduce(0) { $0 + $1 + 2 } - 2 > room }

    /// The widths of columns as narrow as their cells and the longest word of their headings; what room is left goes
    /// round.
    private static func narrowed(_ natural: [Int], _ headings: [String], _ cells: [Int]) -> [Int] {
        var widths = zip(headings, cells).map { heading, cell in
            max(cell, heading.split(separator: " ").map(\.count).max() ?? 0)
        }
        while !isWide(widths) {
            let before = widths
            for column in widths.indices where widths[column] < natural[column] {
                widths[column] += 1
                if isWide(widths) { return before }
            }
        }
        return widths
    }

    /// Headings over as many lines as the longest needs; all end on the last.
    private static func folded(_ headings: [String], _ widths: [Int]) -> [[String]] {
        let parts = zip(headings, widths).map { fold($0, to: $1) }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { line in
            parts.map { part in
                let at = line - (height - part.count)
                return at < 0 ? "" : part[at]
            }
        }
    }

    private static func fold(_ heading: String, to width: Int) -> [String] {
        guard heading.count > width else { return [heading] }
        return heading.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
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
