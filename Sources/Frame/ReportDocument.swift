package import Kernel

/// What a report answers: sections of tables with their charts, before disclosure control and rendering.
package struct ReportDocument: Sendable {
    /// The finding as a headline sentence, or nil where the title says enough.
    package var finding: Text?
    /// How to read the report: what is counted, from which source.
    package var notes: [Text]
    /// Tables, the most important first; CSV carries the first, unless another is asked for.
    package var sections: [ReportSection]
    /// Whether the year asked for has nothing and all rows are of years before it: who chose no year sees the
    /// latest one that has.
    package var isOfEarlierYears = false

    /// A document.
    package init(finding: Text? = nil, notes: [Text] = [], _ sections: [ReportSection]) {
        self.finding = finding
        self.notes = notes
        self.sections = sections
    }
}

/// One table of a report.
package struct ReportSection: Sendable {
    /// A stable code for files: `table`, `correlation`.
    package var code: String
    /// The heading over the table, where a report has several.
    package var title: Text?
    /// What the rows are about, in a sentence under the heading.
    package var caption: Text?
    /// The columns.
    package var columns: [ReportColumn]
    /// The rows.
    package var rows: [ReportRow]
    /// The row of totals, if the table has one.
    package var total: ReportRow?
    /// The picture of the table.
    package var chart: ReportChart?
    /// What to say and do where there are no rows.
    package var empty: Text

    /// What an empty table says where data are missing, and nothing has to be chosen first.
    package static let noData = Text(
        lv: "Par izvēlēto periodu datu nav. Importējiet failu vai izvēlieties citu periodu.",
        en: "There are no data for the period chosen. Import a file or choose another period."
    )

    /// A table.
    package init(
        _ code: String = "table",
        title: Text? = nil,
        caption: Text? = nil,
        columns: [ReportColumn],
        rows: [ReportRow],
        total: ReportRow? = nil,
        chart: ReportChart? = nil,
        empty: Text = ReportSection.noData
    ) {
        self.code = code
        self.title = title
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.total = total
        self.chart = chart
        self.empty = empty
    }
}

extension ReportSection {
    /// The rows that the table is of, without those of a wider place.
    package var own: ArraySlice<ReportRow> { rows.prefix { !$0.isWider } }

    /// Lays a row of a wider place beside those of the table, below their total: it is no part of it and often larger.
    ///
    /// A total of a single row goes, as between the row and the wider one it would say the same again.
    package mutating func lay(beside row: ReportRow) {
        guard !rows.isEmpty else { return }
        if own.count == 1 { total = nil }
        rows.append(row.wider)
    }
}

/// A column of a report.
package struct ReportColumn: Sendable {
    /// The stable heading in CSV and JSON.
    package var code: String
    /// The heading for people.
    package var heading: Text
    /// How its cells are aligned and typed.
    package var kind: Kind
    /// Whether it may be left out on a phone.
    package var isOptional: Bool
    /// How those of its numbers are made that are no figures of one measure.
    package var making: NumberMaking?
    /// Whether its numbers are of a year that is not over, which no sentence compares with whole years.
    package var isUnfinished = false

    /// How cells are aligned and typed.
    package enum Kind: Sendable {
        /// Words, aligned left.
        case words
        /// A number, aligned right.
        case number
        /// A calendar day.
        case day
    }

    /// A column.
    package init(_ code: String, _ heading: Text, _ kind: Kind = .number, optional: Bool = false) {
        self.code = code
        self.heading = heading
        self.kind = kind
        isOptional = optional
    }
}

/// A row of a report.
package struct ReportRow: Sendable {
    /// The cells, one a column.
    package var cells: [ReportCell]
    /// Pupils whose data the row shows by name; the audit trail takes them down.
    package var persons: [PupilID]
    /// What its numbers rest on beside what its cells show.
    package var parts: [NumberPart] = []
    /// Which of the numbers it has that the other rows are held against; nil for a row of what is compared.
    package var benchmark: Benchmark.Kind?
    /// Whether it is of a wider place that the others are laid beside, and no part of their total; see
    /// ``ReportSection/lay(beside:)``.
    package private(set) var isWider = false

    /// Whether its numbers are of a year that is not over, which no sentence compares with whole years.
    package var isUnfinished = false

    /// The same row as one of a wider place.
    fileprivate var wider: ReportRow {
        var row = self
        row.isWider = true
        return row
    }

    /// A row.
    package init(_ cells: [ReportCell], persons: [PupilID] = []) {
        self.cells = cells
        self.persons = persons
    }
}

/// A cell of a report.
package enum ReportCell: Sendable {
    /// A name or code.
    case words(Text)
    /// A name that leads to the page of a member.
    case member(Dimension, Int, Text)
    /// A figure, hidden or not.
    case figure(Figure)
    /// A number about no person: value in units of 10^-decimals.
    case number(Int, decimals: Int)
    /// A calendar day.
    case day(Day)
    /// Nothing belongs here.
    case blank
    /// A value that is not known.
    case unknown
}

/// The picture of a section; it draws the section's own rows, so that both always agree.
package enum ReportChart: Sendable {
    /// A bar for each row, by the column with a code.
    case bars(column: String)
    /// A picture for each of several columns, by their codes: bars of its own unit for each row.
    case barsOfEach(columns: [String])
    /// Stacked parts for each row, by columns, each with the token of its meaning.
    case stack(columns: [String], tokens: [String], share: Bool)
    /// A line for each row over columns in order.
    case lines(columns: [String])
    /// A line for each row over columns in order, with a mark before the column of that number, counted from 0.
    case timeline(columns: [String], mark: Int, Text)
    /// Points of two columns, one a row.
    case scatter(x: String, y: String)
}
