import Frame
import Kernel
import Pages

/// A section of a report as the table of a page.
struct TableFace {
    let report: AnsweredReport
    let section: ReportSection
    let language: Language
    let choices: ReportChoices
    /// What its id begins with, where several reports stand on one page.
    var place = ""
    /// Which of its rows are shown, where there are many.
    var leaf = TableLeaf.first
    /// Whether the files of the whole report stand over it; over the others of several is the CSV of each.
    var hasDownloads = false

    var html: HTML { table.html }

    /// The table, as it stands on the page or under its picture.
    var table: DataTable {
        let range = leaf.rows(section)
        let makings = choices.makings
        var table = DataTable(
            id: "\(place)table-\(section.code)",
            language,
            caption: (section.caption ?? section.title ?? report.title)[language],
            columns: columns,
            rows: rows(section.rows[range.clamped(to: section.own.indices)], makings)
        )
        table.hidesCaption = section.caption == nil
        table.totals = section.total.map { [row($0, at: nil, after: nil, makings)] } ?? []
        table.totals += section.rows.indices.dropFirst(section.own.count).map {
            row(section.rows[$0], at: $0, after: nil, makings)
        }
        table.hasTools = true
        table.isWide = isWide
        table.downloads = downloads
        if range.count < section.rows.count { table.pagination = pagination(range) }
        return table
    }

    /// Whether its columns ask for more than the width of a page.
    private var isWide: Bool { room > TableFace.page }

    /// The width of a page, in halves of a column of numbers.
    private static let page = 23
    /// Letters that make a cell of words long.
    private static let long = 36

    /// Letters that no heading over numbers breaks, and that such a column has room for.
    private static let unbroken = 12

    /// What its columns ask for: the one with names counts double, words more than numbers, and numbers under a long word
    /// as much as words.
    ///
    /// Words as short as numbers need no more room than these.
    private var room: Int {
        section.columns.enumerated().dropFirst().reduce(4) { sum, element in
            let (index, column) = element
            let longest = column.heading[language].split(separator: " ").map(\.count).max() ?? 0
            let isBroad = column.kind == .words && !isShort(index)
            return sum + (isBroad || longest > TableFace.unbroken ? 3 : 2)
        }
    }

    /// Letters of a word that is no longer than a number.
    private static let short = 6

    private func isShort(_ column: Int) -> Bool {
        section.rows.allSatisfy { row in
            guard row.cells.indices.contains(column) else { return true }
            return FaceValue(row.cells[column]).words(language).count <= TableFace.short
        }
    }

    private var columns: [DataTable.Column] {
        var left = TableFace.page - room
        return section.columns.enumerated().map { index, column in
            var shown = self.column(column)
            // Long names get what room is left, so that a row is not five lines high.
            guard left >= 0, column.kind == .words, shown.width == .normal, isLong(index) else {
                return shown
            }
            if left >= 2 { shown.width = .broad } else if index == 0 { shown.width = .roomy }
            left -= 2
            return shown
        }
    }

    private func isLong(_ column: Int) -> Bool {
        section.rows.contains { FaceValue($0.cells[column]).words(language).count > TableFace.long }
    }

    private func pagination(_ range: Range<Int>) -> Pagination {
        let format = Format(language)
        let (first, last) = (format.integer(range.lowerBound + 1), format.integer(range.upperBound))
        let all = format.integer(section.rows.count)
        let words = Text(lv: "\(first).–\(last). rinda no \(all)", en: "rows \(first) to \(last) of \(all)")
        let (code, address) = (section.code, choices.whole)
        let part = leaf.part(section)
        let size = part == nil ? TableLeaf.size : TableLeaf.most
        var pagination = Pagination(
            language,
            page: range.lowerBound / size + 1,
            of: TableLeaf.leaves(section.rows.count, of: size),
            words: words[language]
        ) { address.adding(TableLeaf.name, TableLeaf(code, $0, isPart: part != nil).words) }
        if section.rows.count <= TableLeaf.most {
            pagination.whole = address.adding(TableLeaf.name, TableLeaf(code, TableLeaf.all).words)
        } else {
            pagination.parts = papers(part)
        }
        return pagination
    }

    /// The ways to the parts in which a table is printed that is too long to be printed at once; none to the one that
    /// is shown.
    private func papers(_ shown: Int?) -> [Link] {
        let format = Format(language)
        let count = section.rows.count
        return (1...TableLeaf.leaves(count, of: TableLeaf.most)).filter { $0 != shown }.map { part in
            let range = TableLeaf.range(part, of: TableLeaf.most, count)
            let (first, last) = (format.integer(range.lowerBound + 1), format.integer(range.upperBound))
            let words = Text(lv: "Drukāt \(first).–\(last). rindu", en: "Print rows \(first) to \(last)")
            let leaf = TableLeaf(section.code, part, isPart: true)
            return Link(words[language], choices.whole.adding(TableLeaf.name, leaf.words))
        }
    }

    private var downloads: [Link] {
        guard report.persons.isEmpty || choices.mayExport else { return [] }
        let isOfSeveral = report.document.sections.count > 1
        guard hasDownloads else { return isOfSeveral ? [csv(isOfSeveral)] : [] }
        return [
            Link("Excel", choices.file("xlsx")), csv(isOfSeveral), Link("JSON", choices.file("json")),
        ]
    }

    /// A CSV file is one table: of several its address names which.
    private func csv(_ isOfSeveral: Bool) -> Link {
        let address = choices.file("csv")
        return Link("CSV", isOfSeveral ? address.adding("section", section.code) : address)
    }

    private func column(_ column: ReportColumn) -> DataTable.Column {
        let kind: DataTable.Column.Kind =
            switch column.kind {
            case .words: .text
            case .number, .day: .number
            }
        var shown = DataTable.Column(column.heading[language], kind, isOptional: column.isOptional)
        // Numbers of rows are no names: what is numbered needs the room.
        if column.kind == .words, column.code == "number" { shown.width = .narrow }
        return shown
    }

    private func rows(_ rows: ArraySlice<ReportRow>, _ makings: Address) -> [DataTable.Row] {
        var before: ReportRow?
        return zip(rows.indices, rows).map { index, row in
            defer { before = row }
            return self.row(row, at: index, after: before, makings)
        }
    }

    /// A row by its number in the section; the row of totals has none.
    private func row(
        _ row: ReportRow,
        at index: Int?,
        after before: ReportRow?,
        _ makings: Address
    ) -> DataTable.Row {
        let place = MemberPlace(row, choices)
        var cells = zip(section.columns, row.cells).map { column, cell in
            var shown = self.cell(cell, place)
            if case .number = cell {
                shown.address = NumberPlace(section.code, row: index, column: column.code).address(makings)
            }
            return shown
        }
        // The eye sees groups where a name stands out only once.
        if cells.count > 1, let name = row.first, let above = before?.first, name == above {
            cells[0].isRepeated = true
        }
        return DataTable.Row(cells)
    }

    private func cell(_ cell: ReportCell, _ place: MemberPlace) -> DataTable.Cell {
        let value = FaceValue(cell)
        switch value {
        case .hidden: return .suppressed
        case .unknown: return .noData
        case .blank: return .empty
        case .text, .number, .day: break
        }
        var shown = DataTable.Cell.words(value.words(language))
        switch cell {
        case .member(let dimension, let member, _): shown.address = place.address(dimension, member)
        case .figure(let figure): shown.address = figure.making
        default: break
        }
        return shown
    }
}

extension ReportRow {
    /// Whom the row is about, where its first cell says it.
    fileprivate var first: MemberKey? {
        guard case .member(let dimension, let member, _)? = cells.first, dimension != .pupil else {
            return nil
        }
        return [member]
    }
}
