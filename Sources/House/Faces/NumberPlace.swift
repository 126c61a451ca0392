import Frame
import Kernel
import Pages

/// Where a number stands in a report: its table, row and column.
struct NumberPlace: Hashable, Sendable {
    /// The row of totals, as addresses call it.
    private static let total = "total"

    let section: String
    /// The row, from 0; nil for the row of totals.
    let row: Int?
    let column: String

    init(_ section: String, row: Int?, column: String) {
        self.section = section
        self.row = row
        self.column = column
    }

    /// From an address; nil where it names no place.
    init?(_ query: [String: String]) {
        guard let section = query["section"], let column = query["column"], let text = query["row"] else {
            return nil
        }
        let row = Int(text)
        guard row != nil || text == NumberPlace.total else { return nil }
        self.init(section, row: row, column: column)
    }

    /// The page of the number, from where the pages of its report begin.
    func address(_ makings: Address) -> Address {
        let text = row.map { String($0) } ?? NumberPlace.total
        return makings.adding("section", section).adding("row", text).adding("column", column)
    }
}

/// A number that a report made itself, with the row in which it stands.
struct MadeNumber: Sendable {
    let section: ReportSection
    let row: ReportRow
    let column: ReportColumn
    let value: FaceValue

    /// The number of an answer at a place; nil where none stands there.
    init?(_ answer: AnsweredReport, _ place: NumberPlace) {
        guard let section = answer.document.sections.first(where: { $0.code == place.section }),
            let index = section.columns.firstIndex(where: { $0.code == place.column }),
            let row = MadeNumber.row(section, place.row), row.cells.indices.contains(index),
            case .number = row.cells[index]
        else { return nil }
        self.section = section
        self.row = row
        column = section.columns[index]
        value = FaceValue(row.cells[index])
    }

    private static func row(_ section: ReportSection, _ index: Int?) -> ReportRow? {
        guard let index else { return section.total }
        return section.rows.indices.contains(index) ? section.rows[index] : nil
    }

    /// Whose number it is: what the row says in words.
    var names: [Text] {
        row.cells.compactMap { cell in
            switch cell {
            case .words(let words), .member(_, _, let words): words
            case .figure, .number, .day, .blank, .unknown: nil
            }
        }
    }

    /// The numbers of the row that it is made of, each with its column.
    var inputs: [(column: ReportColumn, cell: ReportCell)] {
        let named = (column.making?.inputs).map { Set($0) }
        return zip(section.columns, row.cells).compactMap { other, cell in
            guard other.code != column.code, named?.contains(other.code) ?? true else { return nil }
            switch cell {
            case .figure, .number: return (column: other, cell: cell)
            case .words, .member, .day, .blank, .unknown: return nil
            }
        }
    }
}
