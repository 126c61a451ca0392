import Frame
import Kernel

/// What one sees in the picture of a section, in a sentence with its numbers.
///
/// It is made of the section's own cells after disclosure control, so it tells nothing that the table does not show.
/// Pupils and teachers are not put in an order: of them it says from where to where the numbers reach.
struct ChartFinding {
    let section: ReportSection

    var words: Text? {
        guard let found, isUnfinished else { return found }
        return found
            + Text(
                lv: " Pēdējais mācību gads nav noslēdzies, tāpēc te nav salīdzināts.",
                en: " The last school year is not over, so that it is not compared here."
            )
    }

    /// Whether the picture has a year that is not over: three months of it would be the lowest of all years.
    private var isUnfinished: Bool {
        let drawn: [String] =
            switch section.chart {
            case .lines(let columns), .timeline(let columns, _, _): columns
            default: []
            }
        return section.rows.contains(where: \.isUnfinished)
            || section.columns.contains { $0.isUnfinished && drawn.contains($0.code) }
    }

    private var found: Text? {
        switch section.chart {
        case nil: nil
        case .bars(let column): bars(column)
        // Each of its pictures has a sentence of its own.
        case .barsOfEach: nil
        case .stack(let columns, _, _): stack(columns)
        case .lines(let columns): lines(columns)
        case .timeline(let columns, _, _): lines(columns)
        case .scatter(let x, let y): scatter(x, y)
        }
    }

    /// A number that is shown, and whose it is.
    struct Shown {
        let name: Text
        let number: Int
        let isPercent: Bool
        let words: Text
    }

    /// Where the column of a code stands.
    func index(_ code: String) -> Int? { section.columns.firstIndex { $0.code == code } }

    /// What a column is called.
    func heading(_ column: Int) -> Text { section.columns[column].heading }

    /// The number of a row in a column, by the row's name or another; nil where none is shown.
    func shown(_ row: ReportRow, _ column: Int, name: Text? = nil) -> Shown? {
        guard row.cells.indices.contains(column) else { return nil }
        let value = FaceValue(row.cells[column])
        guard case .number(let number, _, let isPercent) = value else { return nil }
        return Shown(
            name: name ?? self.name(of: row),
            number: number,
            isPercent: isPercent,
            words: value.inBoth
        )
    }

    /// What the first cell of a row says.
    func name(of row: ReportRow) -> Text { row.cells.first.map { FaceValue($0).inBoth } ?? Text(same: "") }

    /// Members without the means of others that stand below them to be compared with, and without targets.
    var members: [ReportRow] {
        let members = section.rows.filter { $0.member != nil }
        return members.isEmpty
            ? section.own.filter { $0.benchmark != .target && !$0.isUnfinished } : members
    }

    /// Whether rows are of single persons.
    var isAboutPersons: Bool {
        section.rows.contains { !$0.persons.isEmpty || $0.member == .pupil || $0.member == .teacher }
    }

    private func lines(_ codes: [String]) -> Text? {
        let columns = codes.compactMap(index).filter { !section.columns[$0].isUnfinished }
        let lines = members.map { row -> LineFinding.Ends in
            let ends = columns.map { column in
                shown(row, column, name: heading(column)).map {
                    LineFinding.End($0.number, $0.words, at: $0.name)
                }
            }
            return (name(of: row), ends)
        }
        return LineFinding(lines, naming: !isAboutPersons).words
    }
}

extension FaceValue {
    /// What people read, in both languages.
    var inBoth: Text { Text(lv: words(.lv), en: words(.en)) }
}

extension ReportRow {
    /// What its first cell names, where it is a member of something.
    fileprivate var member: Dimension? {
        guard case .member(let dimension, _, _)? = cells.first else { return nil }
        return dimension
    }
}
