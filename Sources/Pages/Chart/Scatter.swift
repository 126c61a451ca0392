import Kernel

/// Two numbers of each of several things, one against the other.
public struct Scatter: Renderable {
    /// One thing.
    public struct Dot: Sendable {
        let name: String?
        let x: Int
        let y: Int
        let meaning: Meaning

        /// A thing by its two numbers in the units of the axes, and its name where the reader may know it.
        public init(_ name: String?, x: Int, y: Int, _ meaning: Meaning = .data) {
            self.name = name
            self.x = x
            self.y = y
            self.meaning = meaning
        }
    }

    /// A side of the chart: what it counts and how.
    public struct Side: Sendable {
        let name: String
        let units: Units

        /// A side by its name and units.
        public init(_ name: String, _ units: Units) {
            self.name = name
            self.units = units
        }
    }

    let head: ChartHead
    let x: Side
    let y: Side
    let dots: [Dot]
    let table: DataTable

    /// A chart by its words, sides and things, with the table that is folded under it.
    public init(_ head: ChartHead, x: Side, y: Side, dots: [Dot], table: DataTable) {
        self.head = head
        self.x = x
        self.y = y
        self.dots = dots
        self.table = table
    }

    /// The figure.
    public var html: HTML {
        ChartFigure(head, table: table) { ScatterPlot(self, $0).drawing }.html
    }
}
