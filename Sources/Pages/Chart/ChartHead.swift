public import Kernel

/// The words around a chart, the same for every kind.
public struct ChartHead: Sendable {
    /// A name for the element, unique on the page.
    public var id: String
    /// The language of the numbers and of the few words that a chart itself says.
    public var language: Language
    /// The finding in a few words: what one sees.
    public var title: String
    /// The same in a sentence with its numbers, for those who do not see the picture as well.
    public var summary: String
    /// What it rests on: the source, how complete, until when.
    public var source: String?
    /// Whether the title is only read out, because a heading above says it.
    public var hidesTitle: Bool
    /// Whether the summary is only read out, because the page says it already.
    public var hidesSummary = false
    /// Whether the same rows stand in a table under the chart, so that it need not carry its own.
    public var hasTableBelow = false
    /// Whether the folded table is open from the start, because the address asks for some of its rows.
    public var opensTable = false
    /// Where the numbers of the chart's own table lead: a list for each of its rows, from the first column of numbers on.
    ///
    /// A number without an address, or beyond the end of its list, leads nowhere.
    public var makings: [[Address?]] = []

    /// The words by name, language, title and summary.
    public init(
        id: String,
        _ language: Language,
        title: String,
        summary: String,
        source: String? = nil,
        hidesTitle: Bool = false
    ) {
        self.id = id
        self.language = language
        self.title = title
        self.summary = summary
        self.source = source
        self.hidesTitle = hidesTitle
    }

    /// The rows of the chart's table with the ways to the making of their numbers.
    func linked(_ rows: [DataTable.Row]) -> [DataTable.Row] {
        var rows = rows
        for (index, addresses) in zip(rows.indices, makings) {
            for (column, address) in zip(rows[index].cells.indices.dropFirst(), addresses) {
                rows[index].cells[column].address = address
            }
        }
        return rows
    }
}

/// The width a picture is drawn for.
///
/// Both are in the page, and the stylesheet shows the one that fits, so letters keep their size on a phone.
struct Canvas {
    let name: StaticString
    let width: Double
    let isSlim: Bool

    static let wide = Canvas(name: "wide", width: 800, isSlim: false)
    static let slim = Canvas(name: "slim", width: 340, isSlim: true)
}

/// A picture and the height it came to.
struct Drawing {
    var height: Double
    var shapes = HTML()
}
