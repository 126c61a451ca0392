public import Kernel

/// A table of finished values.
public struct DataTable: Renderable {
    /// A name for the element, unique on the page.
    public var id: String
    /// The language of the few words that the table itself says.
    public var language: Language
    /// What the table shows; always present, as readers of the screen choose tables by it.
    public var caption: String
    /// Whether the caption is only read out, because a heading above says it.
    public var hidesCaption = false
    /// The columns.
    public var columns: [Column]
    /// The rows, in groups; a group without a heading stands first or alone.
    public var groups: [Group]
    /// Totals under the rows.
    public var totals: [Row] = []
    /// Sentences under the table: what the signs mean, how totals are made.
    public var notes: [String] = []
    /// What the colours of its pictures stand for.
    public var key: [Key.Item] = []
    /// What stands instead of a table without rows.
    public var empty: EmptyState?
    /// Other forms of the same table: CSV, XLSX.
    public var downloads: [Link] = []
    /// Whether a button copies it as text and one prints the page.
    public var hasTools = false
    /// Whether the page has a button of its own that prints it, so that its tables offer none.
    public var isPrintedWithPage = false
    /// Whether it has more columns than a window: it then scrolls in its own box, head and first column stay.
    public var isWide = false
    /// Whether a phone shows its rows as blocks, each cell under the other behind its heading: for tables whose last
    /// columns say what to do, which would lie beyond the window.
    public var isStackedOnPhones = false
    /// The other pages of a long table.
    public var pagination: Pagination?
    /// How many of its rows paper leaves out.
    var leftOutOnPaper = 0

    /// A table by its name, caption, columns and groups of rows.
    public init(
        id: String,
        _ language: Language,
        caption: String,
        columns: [Column],
        groups: [Group]
    ) {
        self.id = id
        self.language = language
        self.caption = caption
        self.columns = columns
        self.groups = groups
    }

    /// A table whose rows are one group.
    public init(id: String, _ language: Language, caption: String, columns: [Column], rows: [Row]) {
        self.init(id: id, language, caption: caption, columns: columns, groups: [Group(nil, rows)])
    }

    /// The table with its tools, legend and pages, or what stands instead.
    public var html: HTML {
        let isEmpty = groups.allSatisfy(\.rows.isEmpty)
        if isEmpty, let empty { return empty.html }
        let fit = PaperFit(table: self)
        let parts = fit.parts
        guard parts.isEmpty else {
            return """
                <div class="screen-only">\(whole(fit.classes))</div><div class="on-paper">\(parts.map(\.html))</div>
                """
        }
        return whole(fit.classes)
    }

    private func whole(_ paper: String) -> HTML {
        """
        <div class="table\(" few", if: isFew)\(" stack", if: isStackedOnPhones)\(paper)\(" short", if: isShort)">\(tools)\
        <div class="scroll\(" both", if: isWide)" role="region" \
        tabindex="0" aria-labelledby="\(id)-caption"><table id="\(id)">\
        <caption id="\(id)-caption"\(" class=\"unseen\"", if: hidesCaption)><span>\(caption)</span></caption>\
        <thead><tr>\(columns.map(\.head))</tr></thead>\(TableBody(self).html)</table></div>\
        \(TableLegend(self))\(paperNote)\(pagination)</div>
        """
    }

    /// Few numbers beside a name: stretched over the whole page, eyes would lose the line between them.
    private var isFew: Bool {
        columns.count <= 4
            && columns.dropFirst().allSatisfy { column in
                switch column.kind {
                case .number, .spark: column.width == .normal
                case .text, .bar: false
                }
            }
    }

    /// Whether paper keeps it on one sheet: to part it would save little and hide what its rows have in common.
    private var isShort: Bool {
        let headings = groups.count { $0.heading != nil }
        return groups.reduce(totals.count + headings) { $0 + $1.rows.count } <= DataTable.mostShort
    }

    /// Rows of a table that is not parted on paper.
    private static let mostShort = 14

    /// A menu that the script fills with a box for each column; a table of few needs none.
    private var columnChoice: HTML? {
        guard hasTools, columns.count > 3 else { return nil }
        return """
            <details class="menu js-only" data-columns="\(id)"><summary>\(Words.columns, language)</summary>\
            <div class="sheet boxes"></div></details>
            """
    }

    private var printing: HTML? {
        guard !isPrintedWithPage else { return nil }
        return "<button type=\"button\" class=\"js-only\" data-print>\(Words.print, language)</button>"
    }

    private var tools: HTML? {
        guard hasTools || !downloads.isEmpty else { return nil }
        let buttons: HTML? =
            hasTools
            ? """
            <button type="button" class="js-only" data-copy="\(id)" data-done="\(Words.copied, language)">\
            \(Words.copy, language)</button>\(printing)
            """ : nil
        return "<div class=\"table-tools\">\(downloads)\(columnChoice)\(buttons)</div>"
    }
}

extension DataTable {
    /// Rows under a heading of their own.
    public struct Group: Sendable {
        /// The heading, or nil.
        public var heading: String?
        /// The rows.
        public var rows: [Row]
        /// Whether paper leaves it out.
        var isOnlyOnScreens = false

        /// A group by its heading and rows.
        public init(_ heading: String?, _ rows: [Row]) {
            self.heading = heading
            self.rows = rows
        }
    }

    /// A row: its first cell names it.
    public struct Row: Sendable {
        /// The cells, one to a column.
        public var cells: [Cell]
        /// Whether paper leaves it out.
        var isOnlyOnScreens = false

        /// A row of cells; with an address its first cell leads there.
        public init(_ cells: [Cell], address: Address? = nil) {
            self.cells = cells
            if let address, !cells.isEmpty { self.cells[0].address = address }
        }
    }
}
