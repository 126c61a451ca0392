import Foundation
import Frame
import Kernel
import Registry
import RoomTesting
import Storage
import Testing

/// The folder of shared data, named by `SEKME_DATA` or beside the package.
enum SharedData {
    static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["SEKME_DATA"], !named.isEmpty { return named }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "../shared/data").standardized.path
    }()

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    static var isThere: Bool { FileManager.default.fileExists(atPath: path("rezekne")) }

    static let absence: Comment = "The shared data are not here: SEKME_DATA names no folder with rezekne"
}

extension BoardWorld {
    /// A report as somebody sees it, the one at the desk where nobody else is named.
    func answer(_ id: String, _ selection: Selection, _ asker: Asker? = nil) async throws -> ReportDocument {
        let desk = desk
        let report = try #require(desk.house.report(id)).report
        return try await desk.database.data.read { connection in
            let question = Question(
                selection: selection,
                tenant: desk.tenant,
                asker: asker ?? desk.asker,
                today: desk.today,
                measures: desk.house.measures,
                members: RegistryNames(tenant: desk.tenant, year: selection.year, connection),
                connection: connection,
                disclosure: desk.house.disclosure
            )
            return try desk.house.disclosure.applied(to: report.answer(question), question)
        }
    }
}

extension ReportRow {
    /// Its numbers as they are: nil where one is hidden or not known.
    var numbers: [Int?] {
        cells.dropFirst().compactMap { cell -> Int?? in
            switch cell {
            case .figure(let figure): .some(figure.tally?.numerator)
            case .number(let number, _): .some(number)
            case .unknown: .some(nil)
            default: .none
            }
        }
    }
}

extension ReportSection {
    /// The numbers of its rows by their words in Latvian.
    var figures: [String: [Int?]] {
        let rows = rows.map { row -> (String, [Int?]) in
            switch row.cells.first {
            case .words(let text), .member(_, _, let text): (text.lv, row.numbers)
            default: ("", row.numbers)
            }
        }
        return Dictionary(rows) { first, _ in first }
    }
}
