import Frame
import Kernel

/// The answers to parts of a comparison in one document: a table with a row for each part, then the tables of each.
struct ComparedDocument {
    /// An answer with what it is called beside the others.
    struct Part {
        let words: Text
        let document: ReportDocument
        /// Whether it is of a year that is not over, beside others.
        var isUnfinished = false
    }

    let parts: [Part]

    /// The document; the finding of one part would be none of all.
    var document: ReportDocument {
        var told: Set<Text> = []
        let notes = parts.flatMap(\.document.notes).filter { told.insert($0).inserted }
        var document = ReportDocument(notes: notes, [sideBySide].compactMap { $0 } + tables)
        document.isOfEarlierYears = parts.allSatisfy(\.document.isOfEarlierYears)
        return document
    }

    /// What stands for a part: the totals of its first table, or its only row.
    private func summary(of part: Part) -> ReportRow? {
        guard let table = part.document.sections.first else { return nil }
        return table.total ?? (table.own.count == 1 ? table.own.first : nil)
    }

    /// A row for each part; nil where fewer than two have one.
    private var sideBySide: ReportSection? {
        let known = parts.compactMap { part -> (part: Part, cells: [String: ReportCell], row: ReportRow)? in
            guard let row = summary(of: part), let columns = part.document.sections.first?.columns else {
                return nil
            }
            let cells = Dictionary(zip(columns.map(\.code), row.cells)) { first, _ in first }
            return (part, cells, row)
        }
        guard known.count > 1 else { return nil }
        let columns = headings(known.map { (part: $0.part, cells: $0.cells) })
        let rows = known.map { part, cells, row in
            var line = ReportRow(
                [.words(part.words)] + columns.map { cells[$0.code] ?? .blank },
                persons: row.persons
            )
            line.parts = row.parts
            line.isUnfinished = part.isUnfinished
            return line
        }
        let name = Text(lv: "Kas salīdzināts", en: "Compared")
        return ReportSection(
            "compared",
            title: Text(lv: "Blakus", en: "Side by side"),
            columns: [ReportColumn("compared", name, .words)] + columns,
            rows: rows,
            chart: chart(columns)
        )
    }

    /// The columns of all parts' first tables, without those that only say what the row is.
    private func headings(_ known: [(part: Part, cells: [String: ReportCell])]) -> [ReportColumn] {
        var seen: Set<String> = []
        return known.flatMap { $0.part.document.sections.first?.columns.dropFirst() ?? [] }.filter { column in
            guard seen.insert(column.code).inserted else { return false }
            return known.contains { $0.cells[column.code]?.saysSomething ?? false }
        }
    }

    /// The picture of the first table that has one, where all that it shows is there.
    private func chart(_ columns: [ReportColumn]) -> ReportChart? {
        let codes = Set(columns.map(\.code))
        for part in parts {
            switch part.document.sections.first?.chart {
            case nil: continue
            case .bars(let column)?: return codes.contains(column) ? .bars(column: column) : nil
            case .barsOfEach(let each)?:
                return codes.isSuperset(of: each) ? .barsOfEach(columns: each) : nil
            case .stack(let stacked, let tokens, let share)?:
                return codes.isSuperset(of: stacked)
                    ? .stack(columns: stacked, tokens: tokens, share: share) : nil
            case .lines(let steps)?: return codes.isSuperset(of: steps) ? .lines(columns: steps) : nil
            case .timeline?, .scatter?: return nil
            }
        }
        return nil
    }

    /// The tables of each part under its name; the codes of all but the first part carry its number.
    private var tables: [ReportSection] {
        parts.enumerated().flatMap { index, part in
            part.document.sections.map { section in
                var section = section
                if index > 0 { section.code += "-\(index + 1)" }
                section.title = section.title.map { part.words + Text(same: ": ") + $0 } ?? part.words
                return section
            }
        }
    }
}

extension ReportCell {
    /// Whether it says more than what its row is.
    fileprivate var saysSomething: Bool {
        switch self {
        case .blank, .member: false
        case .words, .figure, .number, .day, .unknown: true
        }
    }
}
