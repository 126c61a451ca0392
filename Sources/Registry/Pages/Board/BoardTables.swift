import Frame
import Kernel
import Pages

/// The tables of the page of the board.
struct BoardTables {
    let board: Board
    let language: Language

    var html: HTML {
        let heading = Text(lv: "Iestādes", en: "Institutions")[language]
        return "\(Section(heading, institutions.html))\(reasons)"
    }

    private var format: Format { Format(language) }
    private var shown: [(heading: Text, figures: [Int: Figure])] {
        board.columns.filter { !$0.figures.isEmpty }
    }

    private var institutions: DataTable {
        let end = PupilCounts.end(of: board.year)
        let hasMovement = !board.moving.isEmpty
        var columns = [
            DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language]),
            DataTable.Column(Text(lv: "Veids", en: "Kind")[language], isOptional: true),
            DataTable.Column(Text(lv: "Klases", en: "Classes")[language], .number),
            DataTable.Column(pupils(board.year.first), .number),
        ]
        if hasMovement {
            columns += [
                DataTable.Column(Text(lv: "Uzņemti", en: "Came")[language], .number),
                DataTable.Column(Text(lv: "Atskaitīti", en: "Left")[language], .number),
            ]
        }
        columns.append(DataTable.Column(pupils(end), .number))
        var table = DataTable(
            id: "institutions",
            language,
            caption: Text(lv: "Iestādes", en: "Institutions")[language],
            columns: columns + shown.map { DataTable.Column($0.heading[language], .number) },
            rows: board.lines.map { row($0, hasMovement) }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.isWide = true
        table.totals = board.lines.isEmpty ? [] : [total(hasMovement)]
        table.notes = notes(hasMovement, end)
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

    private func notes(_ hasMovement: Bool, _ end: Day) -> [String] {
        guard hasMovement else { return [] }
        let words = Text(
            lv:
                "Uzņemti pēc \(format.day(board.year.first)), atskaitīti pirms \(format.day(end)); klases vai "
                + "programmas maiņu iestādē neskaita.",
            en:
                "Came after \(format.day(board.year.first)), left before \(format.day(end)); a change of class or "
                + "programme within an institution is not counted."
        )
        return [words[language]]
    }

    private func pupils(_ day: Day) -> String {
        Text(lv: "Izglītojamie \(format.day(day))", en: "Pupils on \(format.day(day))")[language]
    }

    private func row(_ line: Board.Line, _ hasMovement: Bool) -> DataTable.Row {
        var cells: [DataTable.Cell] = [
            .words(line.name), .words(line.kind[language]), .words(format.integer(line.classes)),
            MeasuresOnPage.cell(board.start.byInstitution[line.id], language),
        ]
        if hasMovement { cells += [moved(true, line.id), moved(false, line.id)] }
        cells.append(MeasuresOnPage.cell(board.end?.byInstitution[line.id], language))
        cells += shown.map { MeasuresOnPage.cell($0.figures[line.id], language) }
        return DataTable.Row(cells, address: "/institutions/\(line.id)")
    }

    private func total(_ hasMovement: Bool) -> DataTable.Row {
        let classes = board.lines.reduce(0) { $0 + $1.classes }
        var cells: [DataTable.Cell] = [
            .words(Text(lv: "Kopā", en: "Total")[language]), .empty, .words(format.integer(classes)),
            MeasuresOnPage.cell(board.start.all, language),
        ]
        if hasMovement {
            // Without the movement of every institution there is no total of it.
            let isWhole = board.moving.count == board.lines.count
            cells += isWhole ? [moved(true), moved(false)] : [.empty, .empty]
        }
        cells.append(MeasuresOnPage.cell(board.end?.all, language))
        return DataTable.Row(cells + shown.map { _ in .empty })
    }

    private func moved(_ isArrival: Bool, _ institution: Int? = nil) -> DataTable.Cell {
        if let institution, !board.moving.contains(institution) { return .suppressed }
        let counts = board.movement.filter { count in
            count.isArrival == isArrival
                && (institution == nil || count.institution.rawValue == institution)
        }
        return .words(format.integer(counts.reduce(0) { $0 + $1.count }))
    }

    /// Why pupils came and left, in all institutions whose pupils the reader works with.
    private var reasons: HTML? {
        guard !board.movement.isEmpty else { return nil }
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
                    DataTable.Row([.words(words(list, reason)), .words(format.integer(count))])
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
