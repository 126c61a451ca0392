import Foundation

/// The tables of a page by their ids: the words of the cells of their rows, without headings and totals.
struct PageTables {
    private let pieces: [String: String]

    init(_ html: String) {
        var pieces: [String: String] = [:]
        for piece in html.components(separatedBy: "<table id=\"").dropFirst() {
            let id = String(piece.prefix { $0 != "\"" })
            pieces[id] = piece.components(separatedBy: "</table>").first
        }
        self.pieces = pieces
    }

    /// The rows of a table as paper has them: of one that no sheet holds, the parts side by side.
    func printed(_ id: String) -> [[String]]? {
        guard var joined = rows("\(id)-part-1") else { return rows(id) }
        var number = 2
        while let part = rows("\(id)-part-\(number)"), part.count == joined.count {
            // Each part begins with the names of the rows.
            for index in joined.indices { joined[index] += part[index].dropFirst() }
            number += 1
        }
        return joined
    }

    private func rows(_ id: String) -> [[String]]? {
        guard let body = pieces[id]?.components(separatedBy: "</thead>").last else { return nil }
        let lines = (body.components(separatedBy: "<tfoot>").first ?? "").components(separatedBy: "</tr>")
        return lines.dropLast().map { row in
            let cells = row.replacingOccurrences(of: "</th>", with: "</td>").components(separatedBy: "</td>")
            return cells.dropLast().map(PageTables.words)
        }
    }

    /// The words of a cell: what stands behind its own tag, without other tags and what is only read out.
    private static func words(_ cell: String) -> String {
        let tags = ["<th", "<td"].compactMap { cell.range(of: $0, options: .backwards) }
        guard let tag = tags.max(by: { $0.lowerBound < $1.lowerBound }) else { return "" }
        let inside = cell[tag.upperBound...].drop { $0 != ">" }.dropFirst()
        // A sign for no number; what it means stands beside it for readers of the screen.
        if inside.contains("class=\"void\"") { return "" }
        let pieces = inside.components(separatedBy: "<")
        let text = pieces.prefix(1) + pieces.dropFirst().map { String($0.drop { $0 != ">" }.dropFirst()) }
        return unescaped(text.joined())
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
