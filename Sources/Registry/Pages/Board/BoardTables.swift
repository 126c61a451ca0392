import Frame
import Kernel
import Pages

/// The tables of the page of the board.
struct BoardTables {
    let board: Board
    let order: BoardOrder
    let language: Language
    /// Which page of the pictures by month.
    let page: Int
    /// One scale of marks for all lines, and the most lessons that one of them missed; looked for once, as a large board
    /// has hundreds of lines.
    private let markRange: ClosedRange<Int>
    private let most: Int

    init(board: Board, order: BoardOrder, language: Language, page: Int = 1) {
        self.board = board
        self.order = order
        self.language = language
        self.page = page
        let marks = board.lines.flatMap { BoardTables.marks($0.id, board).compactMap { $0 } }
        let low = marks.min() ?? 0
        markRange = low...max(marks.max() ?? 1, low + 1)
        most = board.missed.byInstitution.values.compactMap { $0.scaled?.value }.max() ?? 0
    }

    var html: HTML {
        let heading = Text(lv: "Iestādes", en: "Institutions")[language]
        let (order, year) = (order, board.year)
        let months = board.months.html(board.lines, page: page, language) { order.page(year, months: $0) }
        return "\(Section(heading, institutions.html))\(months)\(reasons)"
    }

    /// Columns that a window of a common width holds; with more the table scrolls in its own box.
    private static let mostColumns = 11

    private var format: Format { Format(language) }

    private var institutions: DataTable {
        let end = PupilCounts.end(of: board.year)
        let columns = board.columns
        var table = DataTable(
            id: "institutions",
            language,
            caption: Text(lv: "Iestādes", en: "Institutions")[language],
            columns: columns.map { column in
                DataTable.Column(
                    column.heading(board, language),
                    column.kind,
                    sort: order.link(column, board.year)
                )
            },
            rows: order.sorted(board).map { row($0, columns) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isWide = columns.count > BoardTables.mostColumns
        table.totals = board.lines.isEmpty ? [] : [total(columns)]
        if columns.contains(.missed) { table.key = key }
        table.notes = notes(columns, end)
        table.empty = EmptyState(
            Text(lv: "Iestāžu vēl nav", en: "There are no institutions yet")[language],
            advice: Text(
                lv: "Importējiet iestāžu sarakstu vai izvēlieties citu gadu.",
                en: "Import the list of institutions, or choose another year."
            )[language],
            link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
        )
        return table
    }

    private var key: [Key.Item] {
        AbsenceMonths.kinds.indices.filter { kind in
            board.kinds[kind].values.contains { ($0.scaled?.value ?? 0) > 0 }
        }
        .map { Key.Item(AbsenceMonths.kinds[$0].meaning, AbsenceMonths.kinds[$0].words[language]) }
    }

    /// How to read the columns that are there.
    private func notes(_ columns: [BoardColumn], _ end: Day) -> [String] {
        let marks = Text(
            lv: "Rādīts vidējais gada vērtējums; līnija rāda trīs gadus.",
            en: "The mean mark is of the year; the line shows three years."
        )
        let totals = Text(
            lv: "Kopējās vērtības aprēķinātas no izglītojamo datiem, nevis no iestāžu vidējām vērtībām.",
            en: "Totals are over pupils, not over institutions."
        )
        let notes = [columns.contains(.mark) ? marks : nil, totals].compactMap { $0?[language] }
        let known = board.missedMonths.map { [Board.known($0)[language]] } ?? []
        let read = [notes.joined(separator: " ")] + known
        guard columns.contains(.came) else { return read }
        let words = Text(
            lv:
                "Uzņemti pēc \(format.day(board.year.first)), atskaitīti pirms \(format.day(end)); klases vai "
                + "programmas maiņu iestādē neskaita.",
            en:
                "Came after \(format.day(board.year.first)), left before \(format.day(end)); a change of class or "
                + "programme within an institution is not counted."
        )
        return [words[language]] + read
    }

    private func row(_ line: Board.Line, _ columns: [BoardColumn]) -> DataTable.Row {
        DataTable.Row(columns.map { cell($0, line) }, address: "/institutions/\(line.id)")
    }

    private func cell(_ column: BoardColumn, _ line: Board.Line) -> DataTable.Cell {
        switch column {
        case .name: return .words(line.name, note: line.kind[language])
        case .classes: return classes(line.classes, line.id)
        case .start: return .figure(board.start.byInstitution[line.id], language)
        case .end: return .figure(board.end?.byInstitution[line.id], language)
        case .came, .left: return moved(column == .came, line.id)
        case .over: return .figure(board.over.byInstitution[line.id], language)
        case .insufficient, .promoted, .tests, .unexcused, .chronic:
            return .figure(board.added[column]?.byInstitution[line.id], language)
        case .mark:
            var cell = DataTable.Cell.figure(board.marks.first?.byInstitution[line.id], language)
            if board.value(.mark, line) != nil {
                cell.picture = .spark(BoardTables.marks(line.id, board), within: markRange)
            }
            return cell
        case .missed:
            var cell = DataTable.Cell.figure(board.missed.byInstitution[line.id], language)
            cell.picture = bar(line.id)
            return cell
        }
    }

    /// The mean marks of three years, the oldest first.
    private static func marks(_ institution: Int, _ board: Board) -> [Int?] {
        board.marks.reversed().map { $0.byInstitution[institution]?.scaled?.value }
    }

    /// The kinds of absence on one scale; none where a part of it is hidden.
    private func bar(_ institution: Int) -> DataTable.Picture? {
        guard most > 0, board.missed.byInstitution[institution]?.isHidden == false else { return nil }
        let parts = zip(AbsenceMonths.kinds, board.kinds).compactMap {
            kind,
            figures -> (value: Int, meaning: Meaning)? in
            figures[institution]?.isHidden == true
                ? nil : (figures[institution]?.scaled?.value ?? 0, kind.meaning)
        }
        guard parts.count == AbsenceMonths.kinds.count else { return nil }
        return .bar(parts, full: most, width: 130)
    }

    private func total(_ columns: [BoardColumn]) -> DataTable.Row {
        // Without the movement of every institution there is no total of it.
        let isWhole = board.moving.count == board.lines.count
        return DataTable.Row(
            columns.map { column in
                switch column {
                case .name: .words(Text(lv: "Kopā", en: "Total")[language])
                case .classes: classes(board.lines.reduce(0) { $0 + $1.classes })
                case .start: .figure(board.start.all, language)
                case .end: .figure(board.end?.all, language)
                case .came, .left: isWhole ? moved(column == .came) : .empty
                case .mark: .figure(board.marks.first?.all, language)
                case .missed: .figure(board.missed.all, language)
                case .over: .figure(board.over.all, language)
                case .insufficient, .promoted, .tests, .unexcused, .chronic:
                    .figure(board.added[column]?.all, language)
                }
            }
        )
    }

    /// How many classes an institution has, or all together.
    private func classes(_ count: Int, _ institution: Int? = nil) -> DataTable.Cell {
        let place = Selection(year: board.year, institution: institution.map { InstitutionID(rawValue: $0) })
        return .words(format.integer(count), address: place.making(of: ClassMeasure()))
    }

    private func moved(_ isArrival: Bool, _ institution: Int? = nil) -> DataTable.Cell {
        if let institution, !board.moving.contains(institution) { return .suppressed }
        let count = board.moved(isArrival, institution)
        let place = Selection(year: board.year, institution: institution.map { InstitutionID(rawValue: $0) })
        return .words(format.integer(count), address: InstitutionMovement.making(isArrival, count, place))
    }

    /// Why pupils came and left, in all institutions whose pupils the reader works with.
    private var reasons: HTML? {
        guard !board.movement.isEmpty else { return nil }
        // No measure knows all reasons; the report has each with what it is counted from.
        let report = Address("/reports/registry/movement").adding("year", board.year.description)
        let sides: [HTML] = [true, false].map { isArrival in
            let heading =
                isArrival
                ? Text(lv: "Uzņemšanas iemesli", en: "Reasons for coming")
                : Text(lv: "Atskaitīšanas iemesli", en: "Reasons for leaving")
            let list = isArrival ? CodeLists.arrivalReasons : CodeLists.leaveReasons
            let counts = board.movement.filter { $0.isArrival == isArrival }
            let sums = Dictionary(counts.map { ($0.reason, $0.count) }, uniquingKeysWith: +)
            var table = DataTable(
                id: isArrival ? "arrivals" : "departures",
                language,
                caption: heading[language],
                columns: [
                    DataTable.Column(Text(lv: "Iemesls", en: "Reason")[language]),
                    DataTable.Column(Text(lv: "Izglītojamie", en: "Pupils")[language], .number),
                ],
                rows: sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, count in
                    DataTable.Row([
                        .words(words(list, reason)), .words(format.integer(count), address: report),
                    ])
                }
            )
            table.empty = EmptyState(
                heading[language],
                advice: Text(
                    lv: "Šajā laikā neviena nav.",
                    en: "There is nobody in this time."
                )[language]
            )
            return table.html
        }
        let heading = Text(lv: "Izglītojamo kustība", en: "Movement of pupils")[language]
        return Section(heading, "\(sides)").html
    }

    private func words(_ list: String, _ reason: String) -> String {
        guard !reason.isEmpty else { return Text(lv: "nav norādīts", en: "not given")[language] }
        return board.codes.words(list, reason)[language]
    }
}

extension Board {
    /// That the shares of lessons missed are of some months alone.
    fileprivate static func known(_ months: Text) -> Text {
        Text(
            lv: """
                Klātbūtne zināma tikai par šiem mēnešiem: \(months.lv). Kavēto stundu daļa un hroniskie kavējumi ir tikai par \
                tiem, tāpēc ar citiem mācību gadiem tos tieši salīdzināt nevar.
                """,
            en: """
                Who was present is known for these months alone: \(months.en). Shares of lessons missed and chronic absence \
                are of them, so that other school years do not compare directly.
                """
        )
    }
}
