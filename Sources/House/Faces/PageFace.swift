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
    /// Which rows of a long table are shown.
    var leaf = TableLeaf.first

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
        return "\(head)\(filters)\(mark?.head)\(parts)"
    }

    /// Pictures, tables and notes, without the head and the filters.
    var parts: HTML {
        let document = report.document
        let notes: [HTML] = document.notes.map { "<p class=\"quiet\">\($0, language)</p>" }
        // Nothing at all is said once.
        if let first = document.sections.first, document.sections.allSatisfy(\.rows.isEmpty) {
            return "<section>\(nothing(first))</section>\(notes)"
        }
        // The files stand over the first table that there is.
        let first = document.sections.firstIndex { !$0.rows.isEmpty }
        let parts: [HTML] = document.sections.enumerated().map { index, section in
            part(section, isFirst: index == first)
        }
        return "\(parts)\(notes)\(mark?.definitions)"
    }

    private var mark: MarkFace? { report.mark.map { MarkFace(mark: $0, language: language) } }

    /// What has to be chosen first, each a link.
    private func choose(_ missing: ReportFilter) -> HTML {
        let asked = missing.asked
        let heading = Text(lv: "Izvēlieties \(asked.lv)", en: "Choose \(asked.en)")
        let ways = choices.ways(missing, language)
        guard !ways.isEmpty else {
            let none = Text(lv: "Nav, ko izvēlēties", en: "Nothing to choose")
            let advice = Text(
                lv:
                    "Par šo mācību gadu te nav datu, ko drīkst skatīt jūsu loma. Izvēlieties citu gadu vai iestādi.",
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
        let hint = isFirst ? making(section) : nil
        var table = TableFace(report: report, section: section, language: language, choices: choices)
        table.place = place
        table.leaf = leaf
        table.hasDownloads = isFirst
        var face = ChartFace(report: report, section: section, language: language)
        face.place = place
        // Hundreds of points in rows under their picture would bury the rest, so that their table is folded.
        if case .scatter = section.chart {
            face.folded = (table: table.table, isOpen: leaf.section == section.code)
            return "<section>\(heading)\(face.html ?? table.html)\(hint)</section>"
        }
        face.hasTableBelow = true
        return "<section>\(heading)\(face.html)\(table.html)\(hint)</section>"
    }

    /// Says that numbers are links: they do not look like it, as a table full of lines would be hard to read.
    private func making(_ section: ReportSection) -> HTML? {
        let isLinked = section.rows.contains { row in
            row.cells.contains { cell in
                switch cell {
                case .figure(let figure): figure.making != nil
                case .number: true
                case .words, .member, .day, .blank, .unknown: false
                }
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
            link: choices.mayImport && section.empty == ReportSection.noData ? way : nil
        )
    }
}
