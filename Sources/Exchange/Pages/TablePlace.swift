import Frame
import Kernel
import Pages

/// Where in a file the table is: which sheet of a workbook, and where its headings end.
struct TablePlace {
    private let ticket: ImportTicket
    private let look: FileLook
    private let language: Language

    init(_ ticket: ImportTicket, _ look: FileLook, _ language: Language) {
        self.ticket = ticket
        self.look = look
        self.language = language
    }

    /// The question, where there is something to choose.
    var bar: HTML? {
        let choices = [sheets, headings].compactMap(\.self)
        guard look.format != nil, !choices.isEmpty else { return nil }
        return FilterBar(
            id: "place",
            language,
            action: "/imports/columns",
            choices: choices,
            keeping: ticket.values.filter { !["sheet", "heading"].contains($0.name) }
        )
        .html
    }

    private var sheets: FilterBar.Choice? {
        guard look.sheets.count > 1 else { return nil }
        let all = Option("0", Text(lv: "Visas, kas der", en: "All that fit")[language])
        return FilterBar.Choice(
            "sheet",
            Text(lv: "Lapa", en: "Sheet")[language],
            [all] + look.sheets.enumerated().map { Option(String($0.offset + 1), $0.element) },
            chosen: String(look.sheet)
        )
    }

    private var headings: FilterBar.Choice? {
        guard look.guess != nil, look.headingLines.count > 1 else { return nil }
        let format = Format(language)
        let found = look.guessedLine.map { " (\(line($0, format)))" } ?? ""
        let options = look.headingLines.map { head in
            Option(String(head.line), "\(line(head.line, format)): \(head.text)")
        }
        return FilterBar.Choice(
            "heading",
            Text(lv: "Virsrakstu pēdējā rinda", en: "Last line of the headings")[language],
            [Option("0", Text(lv: "Noteikt pēc faila", en: "Recognise from the file")[language] + found)]
                + options,
            chosen: String(look.headingLine)
        )
    }

    private func line(_ number: Int, _ format: Format) -> String {
        let shown = format.integer(number)
        return Text(lv: "\(shown). rinda", en: "line \(shown)")[language]
    }
}
