import Foundation
import Frame
import Kernel
import Pages

@testable import House
@testable import Planning
@testable import Tabular

/// Holds the demo's annual report to the reports that it is of, and its page and files to the report.
struct AnnualLaw {
    let desk: Desk
    static let year = 2025

    /// The tables of the annual report, the report that each is from, and how many rows the demo's programme has there.
    ///
    /// What is late is left out: the annual report itself was to be written, and is late no more.
    private static let tables: [(code: String, report: String, rows: Int?)] = [
        (code: "indicators", report: "planning/indicators", rows: 12),
        (code: "activities", report: "planning/activities", rows: 14),
        (code: "outcomes", report: "planning/activities", rows: 14),
        (code: "institutions", report: "planning/activities", rows: nil),
        (code: "budget", report: "planning/budget", rows: nil),
    ]

    func found() async throws -> AnnualDesk.Found { try await AnnualDesk(desk: desk).find(1) }

    /// What the annual report says otherwise than the reports of its year say today; empty where nothing.
    func faults(_ content: AnnualContent) async throws -> [String] {
        var faults: [String] = []
        for table in AnnualLaw.tables {
            let mine = AnnualLaw.all(content).filter { $0.code == table.code }
            let printed = try await section(table.report, table.code)
            let count = mine.reduce(0) { $0 + $1.rows.count }
            if count != printed.rows.count || count == 0 || table.rows ?? count != count {
                faults.append("\(table.code): \(count) rows, the report has \(printed.rows.count)")
            }
            let theirs = printed.rows.map { row in row.cells.map { AnnualCell($0) } }
            for own in mine {
                for row in own.rows.indices {
                    let cells = printed.columns.map { own.cell(row, $0.code) }
                    // A row is the one whose every kept cell is equal.
                    let isThere = theirs.contains { zip(cells, $0).allSatisfy { $0 == nil || $0 == $1 } }
                    if !isThere { faults.append("\(table.code): \(own.rows[row].map { $0.words(.lv) })") }
                }
            }
        }
        return faults
    }

    /// The indicators out of some numbers that have a value of the report's year.
    func valued(_ content: AnnualContent, of numbers: Set<String>) -> Set<String> {
        var found: Set<String> = []
        for table in AnnualLaw.all(content) where table.code == "indicators" {
            for row in table.rows.indices {
                guard case .number? = table.cell(row, "own"), let number = table.cell(row, "number") else {
                    continue
                }
                found.insert(number.words(.lv))
            }
        }
        return found.intersection(numbers)
    }

    /// The tables that a page shows otherwise than the report has them; empty where it shows them all.
    func faults(_ content: AnnualContent, on page: String, _ language: Language) -> [String] {
        let shown = PageTables(page)
        let goals: [(id: String, table: AnnualTable)] = content.goals.enumerated().flatMap { index, goal in
            goal.tables.map { (id: "\($0.code)-\(index)", table: $0) }
        }
        let tables = goals + content.tables.filter { !$0.rows.isEmpty }.map { (id: $0.code, table: $0) }
        return tables.compactMap { id, table in
            let rows = table.rows.map { row in row.map { AnnualLaw.plain($0, language) } }
            let found = shown.printed(id)?.map { row in row.map(AnnualLaw.closed) }
            return found == rows ? nil : "\(id): \(found ?? [])"
        }
    }

    /// The numbers of the report that a text does not hold; short ones stand anywhere by chance.
    func missing(_ content: AnnualContent, in text: String, _ language: Language) -> [String] {
        let text = AnnualLaw.closed(text)
        let cells = AnnualLaw.all(content).flatMap { $0.rows.flatMap { $0 } }
        let numbers = cells.compactMap { cell -> String? in
            guard case .number = cell else { return nil }
            return AnnualLaw.plain(cell, language)
        }
        return Set(numbers).filter { $0.count > 2 && !text.contains($0) }.sorted()
    }

    /// The words of a document of a word processor.
    static func words(docx bytes: [UInt8]) throws -> String {
        let raw = try ZipArchive.with(.bytes(bytes), TabularLimits()) { archive in
            String(decoding: try archive.bytes("word/document.xml"), as: UTF8.self)
        }
        return raw.replacing(#/<[^>]+>/#, with: "")
    }

    private static func all(_ content: AnnualContent) -> [AnnualTable] {
        content.goals.flatMap(\.tables) + content.tables
    }

    private static func plain(_ cell: AnnualCell, _ language: Language) -> String {
        switch cell {
        case .hidden, .unknown, .blank: ""
        case .words, .number, .day: closed(cell.words(language))
        }
    }

    /// A text without the spaces that pages and papers break lines at.
    private static func closed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// A table of a report of the year, as those see it who see no person.
    private func section(_ report: String, _ code: String) async throws -> ReportSection {
        var request = ReportRequest(report)
        request[.year] = SchoolYear(AnnualLaw.year - 1).description
        return try await Asking(desk).answer(request).section(code)
    }
}
