/// Where the headings of a table seem to be, for a person to confirm.
public struct HeaderGuess: Hashable, Sendable {
    /// The index, among the rows looked at, of the last row of headings; the data begin behind it.
    public let rowIndex: Int
    /// The physical line or spreadsheet row of the last row of headings, from 1.
    public let line: Int
    /// The heading of each column, cleaned; empty where the column has none.
    public let headings: [String]
    /// How sure the guess is, from 0 to 100.
    public let confidence: Int
}

/// Finds the row of headings below titles and notes, also where headings fill two rows.
public enum HeaderFinder {
    /// How many rows from the top may be titles.
    private static let depth = 15

    /// The most plausible headings.
    ///
    /// A heading row fills most columns with different words and stands above rows of the same width. Two rows
    /// are joined ("Vērtējums / I semestris") where the upper one names groups of columns.
    ///
    /// - Parameters:
    ///   - rows: the first rows of a sheet.
    ///   - merged: the sheet's merged cells, where the file tells.
    /// - Returns: a guess for a person to confirm; nil where there are no rows.
    public static func find(rows: [TableRow], merged: [CellRange] = []) -> HeaderGuess? {
        let width = rows.map { filled($0) }.max() ?? 0
        guard width > 0 else { return nil }
        var best: (score: Int, index: Int, heading: Heading)?
        for index in rows.indices.prefix(depth) {
            let heading = heading(rows, index, merged)
            let score = score(heading, rows, width)
            if score > best?.score ?? -1 { best = (score, index, heading) }
        }
        return best.map { found in
            HeaderGuess(
                rowIndex: found.heading.last,
                line: rows[found.heading.last].line,
                headings: found.heading.names,
                confidence: min(100, found.score)
            )
        }
    }

    /// The headings whose last row a person named; nil where the rows looked at do not have it.
    ///
    /// A row above that groups the columns belongs to them.
    public static func headings(
        at line: Int,
        rows: [TableRow],
        merged: [CellRange] = []
    ) -> HeaderGuess? {
        guard let index = rows.firstIndex(where: { $0.line == line }) else { return nil }
        let grouped = index > 0 ? GroupedHeadings.join(rows[index - 1], rows[index], merged) : nil
        return HeaderGuess(
            rowIndex: index,
            line: line,
            headings: grouped ?? rows[index].cells.map { HeadingMatch.clean($0.text) },
            confidence: 100
        )
    }

    /// Candidate headings with the index of their last row.
    private struct Heading {
        let names: [String]
        let last: Int
        /// Filled cells that are data by their look.
        let data: Int
    }

    private static func heading(_ rows: [TableRow], _ index: Int, _ merged: [CellRange]) -> Heading {
        let upper = rows[index]
        if rows.indices.contains(index + 1),
            let names = GroupedHeadings.join(upper, rows[index + 1], merged)
        {
            return Heading(names: names, last: index + 1, data: 0)
        }
        let data = upper.cells.count { looksLikeData($0) }
        return Heading(names: upper.cells.map { HeadingMatch.clean($0.text) }, last: index, data: data)
    }

    /// Up to 100: the share of columns with a name, of words among the names, of different names, of rows below
    /// that are as wide.
    private static func score(_ heading: Heading, _ rows: [TableRow], _ width: Int) -> Int {
        let names = heading.names.filter { !$0.isEmpty }
        guard !names.isEmpty else { return 0 }
        let words = names.count - heading.data
        let different = Set(names.map(HeadingMatch.normal)).count
        let below = rows[(heading.last + 1)...]
        let wide = below.count { filled($0) * 2 > names.count }
        let company = below.isEmpty ? 0 : wide * 10 / below.count
        let breadth = min(names.count, width) * 40 / width
        return breadth + words * 30 / names.count + different * 20 / names.count + company
    }

    private static func filled(_ row: TableRow) -> Int { row.cells.count { !$0.isBlank } }

    /// A number, a day, or text with digits and without letters.
    static func looksLikeData(_ cell: CellValue) -> Bool {
        switch cell {
        case .number, .day, .error, .formulaWithoutValue: true
        case .blank: false
        case .text(let text):
            text.unicodeScalars.contains { ("0"..."9").contains($0) }
                && !text.unicodeScalars.contains { $0.properties.isAlphabetic }
        }
    }
}
