import Foundation
import Frame
import Kernel
import Pages
import Tabular

@testable import House

/// The rows of a report in each of its faces, read from what a person gets: a file, a text, a page.
///
/// The file with commas is held against the others. How numbers and days are written may differ, what they are may not.
struct FaceRows {
    let answer: AnsweredReport
    let choices: ReportChoices
    let language: Language

    private var sections: [ReportSection] { answer.document.sections }

    /// What the faces say otherwise; empty where all agree.
    func faults() throws -> [String] {
        // A table is asked for by its code.
        let codes = sections.map(\.code)
        guard Set(codes).count == codes.count else { return ["codes: \(codes)"] }
        for section in sections {
            let isWhole = section.rows.allSatisfy { $0.cells.count == section.columns.count }
            guard isWhole else { return ["\(section.code): a row has other cells than columns"] }
        }
        let files = try sections.map { try csv($0) }
        for (section, rows) in zip(sections, files) where rows.count != section.rows.count {
            return ["csv \(section.code): \(rows.count) rows of \(section.rows.count)"]
        }
        return try workbook(files) + objects(files) + terminal(files) + page(files)
    }

    // MARK: Files

    private func csv(_ section: ReportSection) throws -> [TableRow] {
        // What only says why there is nothing has no columns, and its file nothing at all.
        guard !section.columns.isEmpty else { return [] }
        let bytes = try answer.bytes(.csv, section: section.code, language: language)
        var file = try TableFile(bytes: bytes, name: "report.csv")
        (file.encoding, file.separator, file.unguards) = (.utf8, .comma, true)
        return Array(try file.sample(rows: .max).dropFirst())
    }

    private func workbook(_ files: [[TableRow]]) throws -> [String] {
        let book = try TableFile(bytes: try answer.bytes(.xlsx, language: language), name: "report.xlsx")
        // One sheet more says what the workbook is.
        guard book.sheets.count == sections.count + 1 else { return ["xlsx: \(book.sheets.count) sheets"] }
        return try sections.indices.flatMap { index -> [String] in
            let section = sections[index]
            let rows = try book.sample(sheet: index, rows: .max)
            let headings = section.columns.indices.map { rows.first?[$0].text ?? "" }
            guard headings == section.columns.map({ $0.heading[language] }) else {
                return ["xlsx \(section.code): \(headings)"]
            }
            let cells = rows.dropFirst().map { row in section.columns.indices.map { row[$0].text } }
            return faults("xlsx", section, files[index], cells) { shown, file, value in
                guard case .number = value else { return FaceRows.words(shown) == FaceRows.words(file) }
                return Decimal(string: shown) == Decimal(string: file)
            }
        }
    }

    private func objects(_ files: [[TableRow]]) throws -> [String] {
        let data = Data(try answer.bytes(.json, language: language))
        let found = try JSONDecoder().decode(FaceObjects.self, from: data).sections.map(\.rows)
        let counts = found.map(\.count)
        guard counts == sections.map(\.rows.count) else { return ["json: \(counts)"] }
        return sections.indices.flatMap { index -> [String] in
            let section = sections[index]
            let cells = found[index].map { row in section.columns.map { row[$0.code]?.text ?? "none" } }
            return faults("json", section, files[index], cells) { shown, file, value in
                switch value {
                case .text, .day: FaceRows.words(shown) == FaceRows.words(file)
                case .number: Decimal(string: shown) == Decimal(string: file)
                case .blank, .unknown: shown.isEmpty && file.isEmpty
                case .hidden: shown == "hidden" && file.isEmpty
                }
            }
        }
    }

    // MARK: What people look at

    private func terminal(_ files: [[TableRow]]) throws -> [String] {
        let text = String(decoding: try answer.bytes(.table, language: language), as: UTF8.self)
        var lines = text.components(separatedBy: "\n")[...]
        lines = lines.dropFirst(answer.document.finding == nil ? 1 : 2)
        var faults: [String] = []
        for (section, file) in zip(sections, files) {
            // An empty line, and the title of the table.
            lines = lines.dropFirst(section.title == nil ? 1 : 2)
            guard !section.rows.isEmpty else {
                lines = lines.dropFirst()
                continue
            }
            // Headings are folded over several lines where a table is wide.
            lines = lines.drop { !$0.hasPrefix("─") }
            let widths = (lines.first ?? "").components(separatedBy: "  ").map(\.count)
            let (own, wider) = (section.part(wider: false), section.part(wider: true))
            lines = lines.dropFirst()
            func cells(_ part: ReportSection) -> [[String]] {
                lines.prefix(part.rows.count).map { FaceRows.cut($0, widths) }
            }
            let rows = Array(file.prefix(own.rows.count))
            faults += self.faults("terminal", own, rows, cells(own), by: agrees)
            lines = lines.dropFirst(own.rows.count)
            // A rule, the total, and below it what is wider.
            if section.total != nil || !wider.rows.isEmpty { lines = lines.dropFirst() }
            if section.total != nil { lines = lines.dropFirst() }
            let beside = Array(file.dropFirst(own.rows.count))
            faults += self.faults("terminal", wider, beside, cells(wider), by: agrees)
            lines = lines.dropFirst(wider.rows.count)
        }
        return faults
    }

    private static func cut(_ line: String, _ widths: [Int]) -> [String] {
        var rest = Array(line)[...]
        return widths.map { width in
            defer { rest = rest.dropFirst(width + 2) }
            return String(rest.prefix(width))
        }
    }

    /// The page with all rows, as it is printed.
    private func page(_ files: [[TableRow]]) throws -> [String] {
        var face = PageFace(report: answer, language: language, choices: choices)
        face.leaf = .whole
        let tables = PageTables(face.html.string)
        return zip(sections, files).flatMap { section, file -> [String] in
            guard !section.rows.isEmpty else { return [] }
            guard let cells = tables.printed("table-\(section.code)") else {
                return ["page \(section.code): no table"]
            }
            // What is wider stands among the totals.
            let own = section.part(wider: false)
            return faults("page", own, Array(file.prefix(own.rows.count)), cells, by: agrees)
        }
    }

    // MARK: Comparing

    private func faults(
        _ face: String,
        _ section: ReportSection,
        _ file: [TableRow],
        _ shown: [[String]],
        by agrees: (_ shown: String, _ file: String, _ value: FaceValue) -> Bool
    ) -> [String] {
        let place = "\(face) \(section.code)"
        guard shown.count == file.count else { return ["\(place): \(shown.count) rows of \(file.count)"] }
        return section.rows.indices.flatMap { row -> [String] in
            let width = shown[row].count
            guard width == section.columns.count else { return ["\(place) row \(row): \(width) cells"] }
            return section.columns.indices.compactMap { column in
                let value = FaceValue(section.rows[row].cells[column])
                let (mine, filed) = (shown[row][column], file[row][column].text)
                return agrees(mine, filed, value) ? nil : "\(place) row \(row): “\(mine)”, not “\(filed)”"
            }
        }
    }

    private func agrees(_ shown: String, _ file: String, _ value: FaceValue) -> Bool {
        switch value {
        case .text: return FaceRows.words(shown) == FaceRows.words(file)
        case .number: return FaceRows.digits(shown) == FaceRows.digits(file)
        case .day(let day):
            return FaceRows.words(shown) == FaceRows.words(Format(language).day(day))
                && file == day.description
        case .blank, .unknown, .hidden:
            return file.isEmpty && ["", "–", "·"].contains(FaceRows.words(shown))
        }
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func digits(_ text: String) -> String {
        let isNegative = text.contains("−") || text.contains("-")
        return (isNegative ? "-" : "") + text.filter { $0.isASCII && $0.isNumber }
    }
}

extension ReportSection {
    /// The table with its own rows, or with those of a wider place.
    fileprivate func part(wider: Bool) -> ReportSection {
        var part = self
        part.rows = wider ? Array(rows.dropFirst(own.count)) : Array(own)
        return part
    }
}

/// The rows of a report's objects by the codes of their columns.
private struct FaceObjects: Decodable {
    struct Section: Decodable {
        let rows: [[String: Value]]
    }

    /// A value as text: a number with all its digits, nothing where there is none; the parts of ratios are no cell.
    struct Value: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                text = ""
            } else if let words = try? container.decode(String.self) {
                text = words
            } else if let number = try? container.decode(Decimal.self) {
                text = number.description
            } else {
                text = "parts"
            }
        }
    }

    let sections: [Section]
}
