import Kernel

/// The frame of every chart: title and summary, the picture for two widths, the source, and the table.
struct ChartFigure: Renderable {
    let head: ChartHead
    /// What the colours stand for; for some charts only where there is no room for labels at the lines.
    let key: Key
    let table: DataTable
    let draw: @Sendable (Canvas) -> Drawing

    init(
        _ head: ChartHead,
        key: [Key.Item] = [],
        isKeyForSlim: Bool = false,
        columns: [DataTable.Column],
        rows: [DataTable.Row],
        draw: @escaping @Sendable (Canvas) -> Drawing
    ) {
        let table = DataTable(
            id: "\(head.id)-table",
            head.language,
            caption: head.title,
            columns: columns,
            rows: head.linked(rows)
        )
        self.init(head, key: key, isKeyForSlim: isKeyForSlim, table: table, draw: draw)
    }

    init(
        _ head: ChartHead,
        key: [Key.Item] = [],
        isKeyForSlim: Bool = false,
        table: DataTable,
        draw: @escaping @Sendable (Canvas) -> Drawing
    ) {
        self.head = head
        var list = Key(key)
        list.isForSlim = isKeyForSlim
        self.key = list
        self.table = table
        self.draw = draw
    }

    var html: HTML {
        let source: HTML? = head.source.map { "<p class=\"source\">\($0)</p>" }
        let rows: HTML? =
            head.hasTableBelow
            ? nil
            : """
            <details\(" class=\"long\"", if: isLong)\(" open", if: head.opensTable)>\
            <summary>\(Words.showTable, head.language)</summary>\(table)</details>
            """
        return """
            <figure class="chart" id="\(head.id)">\
            <figcaption\(" class=\"unseen\"", if: head.hidesTitle && head.hidesSummary)>\
            <p class="chart-title\(" unseen", if: head.hidesTitle)">\(head.title)</p>\
            <span\(" class=\"unseen\"", if: head.hidesSummary)>\(head.summary)</span></figcaption>\
            \(key)\(svg(.wide))\(svg(.slim))\(source)\(rows)</figure>
            """
    }

    /// Whether paper sets its few columns in two, as hundreds of points would take many sheets.
    private var isLong: Bool {
        table.columns.count <= 3 && table.groups.reduce(0) { $0 + $1.rows.count } > 30
    }

    private func svg(_ canvas: Canvas) -> HTML {
        let drawing = draw(canvas)
        let id = "\(head.id)-\(canvas.name)"
        return """
            <svg class="\(HTML(trusted: canvas.name))" viewBox="0 0 \(Px(canvas.width)) \(Px(drawing.height))" \
            font-size="13" font-family="Inter, sans-serif" \
            role="img" aria-labelledby="\(id)-title" aria-describedby="\(id)-text">\
            <title id="\(id)-title">\(head.title)</title><desc id="\(id)-text">\(head.summary)</desc>\
            \(drawing.shapes)</svg>
            """
    }
}
