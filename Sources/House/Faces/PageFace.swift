import Frame
import Kernel
import Pages

/// A report as a page: the finding, what it is narrowed to, the picture, the table, how to read it.
struct PageFace {
    let report: AnsweredReport
    let language: Language
    let choices: ReportChoices
    /// What the ids of its elements begin with, where several reports stand on one page.
    var place = ""

    var html: HTML {
        let document = report.document
        let head = PageHead(
            (document.finding ?? report.title)[language],
            lede: document.finding == nil ? report.purpose[language] : report.title[language]
        )
        let filters = FilterBar(
            language,
            action: choices.address,
            choices: choices.list(report.filters, language),
            clear: choices.isNarrowed ? choices.address : nil
        )
        if let missing = report.missing { return "\(head)\(filters)\(choose(missing))" }
        return "\(head)\(filters)\(parts)"
    }

    /// Pictures, tables and notes, without the head and the filters.
    var parts: HTML {
        let document = report.document
        let parts: [HTML] = document.sections.enumerated().map { index, section in
            part(section, isFirst: index == 0)
        }
        let notes: [HTML] = document.notes.map { "<p class=\"quiet\">\($0, language)</p>" }
        return "\(parts)\(notes)"
    }

    /// What has to be chosen first, each a link.
    private func choose(_ missing: ReportFilter) -> HTML {
        let label = FilterKinds.of(missing)?.label ?? Text(same: missing.rawValue)
        let heading = Text(
            lv: "Izvēlieties: \(label.lv.lowercased())",
            en: "Choose: \(label.en.lowercased())"
        )
        let ways = choices.ways(missing, language)
        guard !ways.isEmpty else {
            let none = Text(lv: "Nav, ko izvēlēties", en: "Nothing to choose")
            let advice = Text(
                lv: "Jūsu lomai šajā mācību gadā te nav, ko rādīt. Izvēlieties citu gadu vai iestādi.",
                en: "Your role has nothing to show here this year. Choose another year or institution."
            )
            return EmptyState(none[language], advice: advice[language]).html
        }
        let items: [HTML] = ways.map { "<li>\($0)</li>" }
        return "<section><h2>\(heading, language)</h2><ul class=\"ways\">\(items)</ul></section>"
    }

    private func part(_ section: ReportSection, isFirst: Bool) -> HTML {
        let heading: HTML? = section.title.map { "<h2>\($0, language)</h2>" }
        guard !section.rows.isEmpty else {
            return "<section>\(heading)\(nothing(section))</section>"
        }
        // A scatter carries its points in its own folded table; hundreds of rows under it would bury the rest.
        let isScatter = if case .scatter = section.chart { true } else { false }
        var face = ChartFace(report: report, section: section, language: language)
        face.hasTableBelow = !isScatter
        face.place = place
        let chart = face.html
        if isScatter { return "<section>\(heading)\(chart)</section>" }
        let hint = isFirst ? making(section) : nil
        return "<section>\(heading)\(chart)\(table(section, isFirst: isFirst))\(hint)</section>"
    }

    /// Says that numbers are links: they do not look like it, as a table full of lines would be hard to read.
    private func making(_ section: ReportSection) -> HTML? {
        let isLinked = section.rows.contains { row in
            row.cells.contains { cell in
                if case .figure(let figure) = cell { figure.making != nil } else { false }
            }
        }
        guard isLinked else { return nil }
        let words = Text(
            lv: "Skaitlis ved uz lapu, kas rāda, kā tas aprēķināts.",
            en: "A number leads to the page that shows how it is made."
        )
        return "<p class=\"legend screen-only\">\(words, language)</p>"
    }

    /// Why there is no row, and the way on that this reader may take.
    private func nothing(_ section: ReportSection) -> EmptyState {
        let way = Link(Text(lv: "Importēt datus", en: "Import data")[language], "/imports")
        return EmptyState(
            Text(lv: "Nav, ko rādīt", en: "Nothing to show")[language],
            advice: section.empty[language],
            link: choices.mayImport ? way : nil
        )
    }

    private func table(_ section: ReportSection, isFirst: Bool) -> DataTable {
        var table = DataTable(
            id: "\(place)table-\(section.code)",
            language,
            caption: (section.caption ?? section.title ?? report.title)[language],
            columns: section.columns.map(column),
            rows: section.rows.map(row)
        )
        table.hidesCaption = section.caption == nil
        table.totals = section.total.map { [row($0)] } ?? []
        table.hasTools = true
        if isFirst { table.downloads = downloads }
        return table
    }

    private var downloads: [Link] {
        guard report.persons.isEmpty || choices.mayExport else { return [] }
        return ["xlsx", "csv", "json"].map { face in
            Link(face == "xlsx" ? "Excel" : face.uppercased(), choices.file(face))
        }
    }

    private func column(_ column: ReportColumn) -> DataTable.Column {
        let kind: DataTable.Column.Kind =
            switch column.kind {
            case .words: .text
            case .number, .day: .number
            }
        return DataTable.Column(column.heading[language], kind, isOptional: column.isOptional)
    }

    private func row(_ row: ReportRow) -> DataTable.Row {
        let place = MemberPlace(row, choices)
        return DataTable.Row(row.cells.map { cell($0, place) })
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
