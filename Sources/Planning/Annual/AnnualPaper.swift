internal import Frame
internal import Kernel
internal import Pages

/// The body of an annual report, the same on the page, in the PDF and in the document of a word processor.
struct AnnualPaper {
    let report: AnnualReport
    let content: AnnualContent
    let language: Language
    /// Pictures are left out where a program would not draw them; the tables say the same.
    var hasCharts = true
    /// Whether columns may be left out on a phone.
    private var format: Format { Format(language) }

    init(_ found: AnnualDesk.Found, _ language: Language) {
        (report, content) = (found.report, found.content)
        self.language = language
    }

    var html: HTML {
        """
        \(text(AnnualWords.introduction, report.introduction))\(summary)\(reached)\(goals)\
        \(whole("institutions"))\(money)\(whole("late"))\(whole("steps"))\
        \(text(AnnualWords.helped, report.helped))\(text(AnnualWords.hindered, report.hindered))\
        \(text(AnnualWords.recommendations, report.recommendations))
        """
    }

    /// Under the title: the programme, its time, the day of the figures, the day on which they were published.
    var lede: String {
        let published = report.published.map(format.day).map { day in
            Text(lv: "publicēts \(day)", en: "published \(day)")[language]
        }
        let facts = content.facts.map { $0.text[language] }
        return ([content.programme] + facts + [asOf, published].compactMap { $0 }).joined(separator: " · ")
    }

    private var asOf: String {
        let day = format.day(Day(number: content.day))
        return Text(lv: "skaitļi uz \(day)", en: "figures as of \(day)")[language]
    }

    // MARK: Parts

    private func text(_ title: Text, _ words: String) -> HTML? {
        guard !words.isEmpty else { return nil }
        let paragraphs = Paragraphs.of(words).map { "<p>\($0)</p>" as HTML }
        return Section(title[language], "\(paragraphs)").html
    }

    private var summary: HTML {
        let items = content.counts.map { count -> Counts.Item in
            let part = count.part.words(language)
            let words = count.whole.map { whole in
                Text(lv: "\(part) no \(whole.words(.lv))", en: "\(part) of \(whole.words(.en))")[language]
            }
            return Counts.Item(words ?? part, count.name.text[language])
        }
        return Section(Text(lv: "Kopsavilkums", en: "Summary")[language], Counts(items).html).html
    }

    private var reached: HTML? {
        guard let table = content.table("outcome-counts") else { return nil }
        return section(table, AnnualCharts(language: language).outcomes(table))
    }

    private var goals: HTML {
        let parts = content.goals.enumerated().map { index, goal -> HTML in
            let result: HTML? =
                goal.result.isEmpty
                ? nil
                : "<p>\(Text(lv: "Sagaidāmais rezultāts", en: "Result expected"), language): \(goal.result)</p>"
            let tables = goal.tables.map { table -> HTML in
                let chart =
                    table.code == "activities"
                    ? AnnualCharts(language: language).events(table, id: "events-\(index)") : nil
                let picture = hasCharts ? chart : nil
                return
                    "<h3>\(table.title.text, language)</h3>\(picture)\(self.table(table, id: "\(table.code)-\(index)"))"
            }
            return Section(goal.title.text[language], "\(result)\(tables)").html
        }
        return "\(parts)"
    }

    private var money: HTML? {
        guard let table = content.table("budget") else { return nil }
        return section(table, AnnualCharts(language: language).money(table, content.year))
    }

    private func whole(_ code: String) -> HTML? {
        content.table(code).map { section($0, nil) }
    }

    private func section(_ table: AnnualTable, _ chart: HTML?) -> HTML {
        let picture = hasCharts ? chart : nil
        return Section(table.title.text[language], "\(picture)\(self.table(table, id: table.code))").html
    }

    private func table(_ table: AnnualTable, id: String) -> HTML {
        let wordy: Set<String> = [
            "activity", "indicator", "line", "name", "goal", "institution", "expected", "comments",
        ]
        var shown = DataTable(
            id: id,
            language,
            caption: table.title.text[language],
            columns: table.columns.map { column in
                DataTable.Column(
                    column.heading.text[language],
                    column.isNumber ? .number : .text,
                    width: wordy.contains(column.code) ? .broad : column.code == "number" ? .narrow : .normal
                )
            },
            rows: table.rows.map { row in DataTable.Row(row.map(cell)) }
        )
        shown.hidesCaption = true
        shown.totals = table.total.map { [DataTable.Row($0.map(cell))] } ?? []
        shown.empty = EmptyState(
            Text(lv: "Nekā nav", en: "There is nothing")[language],
            advice: table.code == "late"
                ? Text(lv: "Visi termiņi ir ievēroti.", en: "All terms are kept.")[language]
                : PlanWords.nothing[language]
        )
        return shown.html
    }

    private func cell(_ cell: AnnualCell) -> DataTable.Cell {
        switch cell {
        case .hidden: .suppressed
        case .unknown: .noData
        case .blank: .empty
        case .words, .number, .day: .words(cell.words(language))
        }
    }
}

/// Texts that people write: an empty line begins a paragraph.
enum Paragraphs {
    static func of(_ words: String) -> [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
            let isEmpty = line.allSatisfy(\.isWhitespace)
            if isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { lines in
            lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
