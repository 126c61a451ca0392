import Kernel

/// The rows of a table, written straight into one buffer: long tables are made of these.
struct TableBody {
    private let table: DataTable
    private let cellTags: [HTML]
    private let barColumns: Set<Int>
    private let void: HTML
    private let notApplicable: HTML
    private let noData: HTML

    init(_ table: DataTable) {
        self.table = table
        cellTags = table.columns.enumerated().map { index, column in
            index == 0
                ? "<th scope=\"row\"\(attribute: "class", column.classes)"
                : "<td\(attribute: "class", column.classes)\(attribute: "data-head", table.isStackedOnPhones ? column.heading : nil)"
        }
        barColumns = Set(
            table.columns.indices.filter { if case .bar = table.columns[$0].kind { true } else { false } }
        )
        void = """
             data-text="·"><span class="void"><span class="dot" aria-hidden="true">·</span>\
            <span class="unseen">\(Words.suppressed, table.language)</span></span>
            """
        notApplicable = """
             data-text="–"><span class="void"><span aria-hidden="true">–</span>\
            <span class="unseen">\(Words.notApplicable, table.language)</span></span>
            """
        noData = "><span class=\"void\">\(Words.noData, table.language)</span>"
    }

    var html: HTML {
        var out = HTML()
        let rows = table.groups.reduce(0) { $0 + $1.rows.count }
        out.bytes.reserveCapacity(rows * table.columns.count * 48 + 256)
        for group in table.groups where !group.rows.isEmpty { write(group, into: &out) }
        guard !table.totals.isEmpty else { return out }
        out.raw("<tfoot>")
        for row in table.totals { write(row, into: &out) }
        out.raw("</tfoot>")
        return out
    }

    private func write(_ group: DataTable.Group, into out: inout HTML) {
        out.raw(group.isOnlyOnScreens ? "<tbody class=\"screen-only\">" : "<tbody>")
        if let heading = group.heading {
            out += """
                <tr class="group"><th scope="rowgroup" colspan="\(table.columns.count)">\(heading)</th></tr>
                """
        }
        for row in group.rows { write(row, into: &out) }
        out.raw("</tbody>")
    }

    private func write(_ row: DataTable.Row, into out: inout HTML) {
        out.raw(row.isOnlyOnScreens ? "<tr class=\"screen-only\">" : "<tr>")
        for (index, tag) in cellTags.enumerated() {
            out += tag
            if index < row.cells.count {
                write(row.cells[index], isBar: barColumns.contains(index), into: &out)
            } else {
                out.raw(">")
            }
            if index == 0 { out.raw("</th>") } else { out.raw("</td>") }
        }
        out.raw("</tr>\n")
    }

    private func write(_ cell: DataTable.Cell, isBar: Bool, into out: inout HTML) {
        switch cell.value {
        case .suppressed: out += void
        case .notApplicable: out += notApplicable
        case .noData: out += noData
        case .words(let words):
            if cell.note != nil || cell.picture != nil { out.attribute("data-text", words) }
            out.raw(">")
            write(words, of: cell, isBar: isBar, into: &out)
        case .markup(let piece):
            out.raw(">")
            out += piece
        }
    }

    private func write(_ words: String, of cell: DataTable.Cell, isBar: Bool, into out: inout HTML) {
        // Without a picture, as in a total, the number of a bar column still stands under the others.
        let isPictured = cell.picture != nil || isBar
        if isPictured { out.raw("<span class=\"pic\"><span>") }
        if cell.needsAttention { out.raw("<span class=\"flag\">") }
        if cell.isRepeated { out.raw("<span class=\"again\">") }
        if let address = cell.address { out += "<a href=\"\(address)\">" }
        out.text(words)
        if cell.address != nil { out.raw("</a>") }
        if cell.isRepeated { out.raw("</span>") }
        if cell.needsAttention { out.raw("</span>") }
        if isPictured { out.raw("</span>") }
        if let picture = cell.picture { out += picture.html }
        if isPictured { out.raw("</span>") }
        if let note = cell.note { out += "<span class=\"note\">\(note)</span>" }
    }
}
