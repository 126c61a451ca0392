internal import Frame
internal import Kernel
internal import Tabular

/// One row of a journal: what it is about, before its cells are read.
struct JournalRow {
    /// The subject, or empty where the row leaves it to the one above.
    let subject: String
    /// The day, or nil where the cell is blank.
    let day: Day?
    /// What the marks are for.
    let kind: MarkKind
    /// The term of a term mark, 0 for those of a year; nil where the day decides.
    let term: Int?

    /// Reads a row; nil where it is of another kind than a journal's.
    init?(_ line: MappedLine) throws(ParseFault) {
        guard HeadingMatch.normal(line.cell(0).text) == JournalRow.marker else { return nil }
        subject = HeadingMatch.clean(line.cell(1).text)
        day = try JournalRow.day(line.cell(3))
        (kind, term) = JournalRow.kind(HeadingMatch.normal(line.cell(4).text))
    }

    /// What stands in column A of a row of marks.
    static let marker = HeadingMatch.normal("Žurnāls")

    private static func day(_ cell: CellValue) throws(ParseFault) -> Day? {
        if case .day(let day) = cell { return day }
        let text = HeadingMatch.clean(cell.text)
        return text.isEmpty ? nil : try Parse.day(text)
    }

    /// The kinds that journals name; every other one is work in a lesson.
    private static func kind(_ name: String) -> (MarkKind, Int?) {
        switch name {
        case "i semestra vertejums", "1 semestra vertejums": (.term, 1)
        case "ii semestra vertejums", "2 semestra vertejums": (.term, 2)
        case "gada vertejums": (.year, 0)
        case "galigais vertejums prieksmeta", "galigais vertejums": (.final, 0)
        default: (isTest(name) ? .test : .lesson, nil)
        }
    }

    private static func isTest(_ name: String) -> Bool {
        ["parbaudes darb", "kontroldarb", "parbaudijum", "ieskaite"].contains { name.hasPrefix($0) }
            || name.hasSuffix("parbaudes darbs")
    }
}
