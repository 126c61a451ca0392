package import Frame
package import Kernel

/// A face of a report outside the browser.
package enum ReportFace: String, CaseIterable, Sendable {
    /// A table in the terminal.
    case table
    /// Comma-separated text.
    case csv
    /// A workbook.
    case xlsx
    /// JSON.
    case json

    /// The media type.
    var mediaType: String {
        switch self {
        case .table: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json"
        }
    }
}

extension AnsweredReport {
    /// The report in a face.
    ///
    /// Without a language files carry stable codes and people read Latvian.
    package func bytes(
        _ face: ReportFace,
        section: String? = nil,
        language: Language? = nil
    ) throws -> [UInt8] {
        switch face {
        case .table: Array(TerminalFace.text(self, language: language ?? .lv).utf8)
        case .csv: try SheetFace.csv(self, section: section, language: language)
        case .xlsx: try SheetFace.xlsx(self, language: language ?? .lv)
        case .json: try JSONFace.bytes(self, language: language ?? .lv)
        }
    }
}

/// The list of reports for the terminal.
package enum ReportList {
    /// One report a line with its title.
    package static func text(_ house: HouseBook, _ language: Language) -> String {
        let lines = house.rooms.flatMap { room in
            room.reports.map { ("\(room.name)/\($0.name)", $0.title[language]) }
        }
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { id, title in
            id + String(repeating: " ", count: width - id.count + 2) + title
        }.joined(separator: "\n")
    }
}
