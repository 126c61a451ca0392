import Frame
import Kernel
import Registry
import RoomTesting
import Storage
import Testing

extension BoardWorld {
    /// A report as somebody sees it, the one at the desk where nobody else is named.
    func answer(_ id: String, _ selection: Selection, _ asker: Asker? = nil) async throws -> ReportDocument {
        try await desk.seated(asker ?? desk.asker).answer(id, selection)
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
