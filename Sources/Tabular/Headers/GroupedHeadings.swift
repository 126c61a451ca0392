/// Headings in two rows, the upper one naming groups of columns.
enum GroupedHeadings {
    /// The joined headings, or nil where the two rows are not such a pair.
    ///
    /// In a pair each row leaves blank cells that the other fills: below a heading that stands for one column,
    /// and beside one that stands for several. A single upper cell is a title, unless the file says that it was
    /// merged over some of the columns.
    static func join(_ upper: TableRow, _ lower: TableRow, _ merged: [CellRange]) -> [String]? {
        let width = max(upper.cells.count, lower.cells.count)
        let cells = upper.cells + lower.cells
        guard !cells.contains(where: HeaderFinder.looksLikeData) else { return nil }
        let spans = spans(upper, lower, width, merged)
        guard spans.contains(where: { $0.count > 1 && $0.count < width }) else { return nil }
        guard covers(upper, lower, merged) else { return nil }
        var names = (0..<width).map { HeadingMatch.clean(lower[$0].text) }
        for span in spans {
            let group = HeadingMatch.clean(upper[span.lowerBound].text)
            for column in span {
                names[column] = names[column].isEmpty ? group : "\(group) / \(names[column])"
            }
        }
        return names
    }

    /// The columns that each cell of the upper row stands for.
    private static func spans(
        _ upper: TableRow,
        _ lower: TableRow,
        _ width: Int,
        _ merged: [CellRange]
    ) -> [Range<Int>] {
        upper.cells.indices.filter { !upper[$0].isBlank }.map { column in
            if !merged.isEmpty {
                let range = merged.first {
                    $0.rows.lowerBound == upper.line && $0.columns.lowerBound == column
                }
                return column..<min(width, (range?.columns.upperBound ?? column) + 1)
            }
            var end = column + 1
            while !lower[column].isBlank, end < width, upper[end].isBlank, !lower[end].isBlank { end += 1 }
            return column..<end
        }
    }

    /// Whether the lower row leaves a column to the upper one, or merged cells prove the groups.
    private static func covers(_ upper: TableRow, _ lower: TableRow, _ merged: [CellRange]) -> Bool {
        let groups = merged.contains { $0.rows == upper.line...upper.line && $0.columns.count > 1 }
        let alone = upper.cells.indices.contains { !upper[$0].isBlank && lower[$0].isBlank }
        let named = upper.cells.count { !$0.isBlank }
        return groups || (alone && named > 1)
    }
}
