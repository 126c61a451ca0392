import Kernel

/// The frame of every chart: title and summary, the picture for two widths, the source, and the table.
struct ChartFigure: Renderable {
    /// A colour and what it stands for.
    struct KeyItem {
        let meaning: Meaning
        let words: String
        var marker: Marker = .square
    }

    let head: ChartHead
    var key: [KeyItem] = []
    /// Whether the key is needed only where there is no room for labels at the lines.
    var isKeyForSlim = false
    let table: DataTable
    let draw: @Sendable (Canvas) -> Drawing

    init(
        _ head: ChartHead,
        key: [KeyItem] = [],
        isKeyForSlim: Bool = false,
        columns: [DataTable.Column],
        rows: [DataTable.Row],
        draw: @escaping @Sendable (Canvas) -> Drawing
    ) {
        self.head = head
        self.key = key
        self.isKeyForSlim = isKeyForSlim
        table = DataTable(
            id: "\(head.id)-table",
            head.language,
            caption: head.title,
            columns: columns,
            rows: rows
        )
        self.draw = draw
    }

    var html: HTML {
        let source: HTML? = head.source.map { "<p class=\"source\">\($0)</p>" }
        return """
            <figure class="chart" id="\(head.id)"><figcaption>\
            <p class="chart-title\(" unseen", if: head.hidesTitle)">\(head.title)</p>\(head.summary)</figcaption>\
            \(keyList)\(svg(.wide))\(svg(.slim))\(source)\
            <details><summary>\(Words.showTable, head.language)</summary>\(table)</details></figure>
            """
    }

    private func svg(_ canvas: Canvas) -> HTML {
        let drawing = draw(canvas)
        let id = "\(head.id)-\(canvas.name)"
        return """
            <svg class="\(HTML(trusted: canvas.name))" viewBox="0 0 \(Px(canvas.width)) \(Px(drawing.height))" \
            role="img" aria-labelledby="\(id)-title" aria-describedby="\(id)-text">\
            <title id="\(id)-title">\(head.title)</title><desc id="\(id)-text">\(head.summary)</desc>\
            \(drawing.shapes)</svg>
            """
    }

    private var keyList: HTML? {
        guard !key.isEmpty else { return nil }
        let items: [HTML] = key.map { item in
            """
            <li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">\
            \(item.marker.html(at: Spot(x: 7, y: 7), radius: 5, item.meaning))</svg>\(item.words)</li>
            """
        }
        return "<ul class=\"key\(" slim", if: isKeyForSlim)\">\(items)</ul>"
    }
}
