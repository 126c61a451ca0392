import Frame
import Kernel
import Pages

/// A column of the table of institutions, by which it can be sorted.
///
/// Institutions are sorted by what the reader asks; nothing is sorted by people who teach.
enum BoardColumn: String, CaseIterable, Sendable {
    case name, classes, start, came, left, end, mark, missed, over
    /// Those that are read when they are chosen.
    case insufficient, promoted, tests, unexcused, chronic

    /// The columns that a reader may add.
    static let chosenOnes = allCases.filter { $0.measure != nil }

    /// The measure of a column that is read when it is chosen; nil of those that are always there.
    var measure: String? {
        switch self {
        case .insufficient: "attainment/level-insufficient"
        case .promoted: "attainment/promoted"
        case .tests: "assessments/beside-state"
        case .unexcused: "attendance/unexcused-rate"
        case .chronic: "attendance/chronic-share"
        default: nil
        }
    }

    var heading: Text {
        switch self {
        case .insufficient: Text(lv: "Nepietiekams līmenis", en: "Insufficient level")
        case .promoted: Text(lv: "Pārcelti", en: "Promoted")
        case .tests: Text(lv: "Pārbaudes darbi", en: "Tests")
        case .unexcused: Text(lv: "Neattaisnoti, % no stundām", en: "Unexcused, % of lessons")
        case .chronic: Text(lv: "Kavē hroniski", en: "Chronically absent")
        case .name: Text(lv: "Iestāde", en: "Institution")
        case .classes: Text(lv: "Klases", en: "Classes")
        case .start, .end: Text(same: "")
        case .came: Text(lv: "Uzņemti", en: "Came")
        case .left: Text(lv: "Atskaitīti", en: "Left")
        case .mark: Text(lv: "Vidējais vērtējums", en: "Mean mark")
        case .missed: Text(lv: "Kavēto stundu daļa", en: "Lessons missed")
        case .over: Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit")
        }
    }

    /// The heading on a board: with the day that pupils were counted on, and the year of marks where it is another.
    func heading(_ board: Board, _ language: Language) -> String {
        let format = Format(language)
        switch self {
        case .start: return pupils(format.day(board.year.first))[language]
        case .end: return pupils(format.day(PupilCounts.end(of: board.year)))[language]
        case .mark where board.markYear != board.year:
            return "\(heading[language]), \(format.schoolYear(board.markYear))"
        default: return heading[language]
        }
    }

    private func pupils(_ day: String) -> Text {
        Text(lv: "Izglītojamie \(day)", en: "Pupils on \(day)")
    }

    var kind: DataTable.Column.Kind {
        switch self {
        case .name: .text
        case .mark: .spark
        case .missed: .bar
        default: .number
        }
    }
}

/// What the table is sorted by.
struct BoardOrder: Sendable {
    var column = BoardColumn.name
    var isDescending = false
    /// The columns that were added; every way from the page keeps them.
    var added: [BoardColumn] = []

    /// The order that an address asks for; names where it asks for nothing that there is.
    init(_ query: [String: String]) {
        let chosen = Set((query[BoardOrder.columns] ?? "").split(separator: ",").map(String.init))
        added = BoardColumn.chosenOnes.filter { chosen.contains($0.rawValue) }
        guard let column = query["sort"].flatMap({ BoardColumn(rawValue: $0) }) else { return }
        self.column = column
        isDescending = query["order"] == "descending"
    }

    /// The heading's link: a number is asked for with the largest first, and the other way round after that.
    func link(_ other: BoardColumn, _ year: SchoolYear) -> DataTable.Column.Sort {
        let isSame = other == column
        let descends = isSame ? !isDescending : other != .name
        let address = page(year).adding("sort", other.rawValue)
            .adding("order", descends ? "descending" : "ascending")
        return DataTable.Column.Sort(
            address,
            order: isSame ? (isDescending ? .descending : .ascending) : nil
        )
    }

    /// What the address calls the columns that were added.
    static let columns = "columns"

    /// The page of a year with the columns that were added.
    private func page(_ year: SchoolYear) -> Address {
        let page = Address("/board").adding("year", year.description)
        guard !added.isEmpty else { return page }
        return page.adding(BoardOrder.columns, added.map(\.rawValue).joined(separator: ","))
    }

    /// The page in this order with other months' pictures.
    func page(_ year: SchoolYear, months: Int) -> Address {
        let ordered =
            column == .name && !isDescending
            ? page(year)
            : page(year).adding("sort", column.rawValue)
                .adding("order", isDescending ? "descending" : "ascending")
        return ordered.adding(BoardMonths.name, String(months))
    }

    /// The lines in this order; what is not known or not shown comes last, by name.
    func sorted(_ board: Board) -> [Board.Line] {
        guard column != .name else { return isDescending ? board.lines.reversed() : board.lines }
        let ranked = board.lines.enumerated().map { ($0.offset, $0.element, board.value(column, $0.element)) }
        return ranked.sorted { left, right in
            switch (left.2, right.2) {
            case (let one?, let two?) where one != two: isDescending ? one > two : one < two
            case (.some, nil): true
            case (nil, .some): false
            default: left.0 < right.0
            }
        }
        .map(\.1)
    }
}

extension Board {
    /// The number that a column shows of an institution; nil where none is shown.
    func value(_ column: BoardColumn, _ line: Line) -> Int? {
        switch column {
        case .name: nil
        case .classes: line.classes
        case .start: number(start.byInstitution[line.id])
        case .end: number(end?.byInstitution[line.id])
        case .came: moving.contains(line.id) ? moved(true, line.id) : nil
        case .left: moving.contains(line.id) ? moved(false, line.id) : nil
        case .mark: number(marks.first?.byInstitution[line.id])
        case .missed: number(missed.byInstitution[line.id])
        case .over: number(over.byInstitution[line.id])
        case .insufficient, .promoted, .tests, .unexcused, .chronic:
            number(added[column]?.byInstitution[line.id])
        }
    }

    private func number(_ figure: Figure?) -> Int? {
        figure?.isHidden == false ? figure?.scaled?.value : nil
    }

    /// Who came or left, in one institution or all whose movement is shown.
    func moved(_ isArrival: Bool, _ institution: Int? = nil) -> Int {
        movement.filter { count in
            count.isArrival == isArrival && (institution == nil || count.institution.rawValue == institution)
        }
        .reduce(0) { $0 + $1.count }
    }

    /// The columns that anything is known of.
    var columns: [BoardColumn] {
        BoardColumn.allCases.filter { column in
            switch column {
            case .end: end != nil
            case .came, .left: !moving.isEmpty
            case .mark: marks.first?.byInstitution.values.contains(where: \.saysSomething) == true
            case .missed: !missed.byInstitution.isEmpty
            case .over: !over.byInstitution.isEmpty
            case .insufficient, .promoted, .tests, .unexcused, .chronic: added[column] != nil
            default: true
            }
        }
    }
}
