import Kernel

/// Two numbers of each of several things, one against the other.
public struct Scatter: Renderable {
    /// What is drawn: the things themselves, or how many fall into each field of a grid, for readers who may
    /// not see single ones.
    public enum Marks: Sendable {
        /// One dot for each.
        case points([Dot])
        /// One circle for each field, its area as the number in it.
        case bins([Bin])
    }

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

    /// One field and how many things are in it.
    public struct Bin: Sendable {
        let x: ClosedRange<Int>
        let y: ClosedRange<Int>
        let count: Int

        /// A field by its sides, in the units of the axes, and the number of things in it.
        public init(x: ClosedRange<Int>, y: ClosedRange<Int>, count: Int) {
            self.x = x
            self.y = y
            self.count = count
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
    let marks: Marks
    let fit: (from: Dot, to: Dot)?
    let table: DataTable

    /// A chart by its words, sides and marks, with the table that is folded under it.
    ///
    /// `fit` is a straight line by its two ends.
    public init(
        _ head: ChartHead,
        x: Side,
        y: Side,
        marks: Marks,
        fit: (from: Dot, to: Dot)? = nil,
        table: DataTable
    ) {
        self.head = head
        self.x = x
        self.y = y
        self.marks = marks
        self.fit = fit
        self.table = table
    }

    /// The figure.
    public var html: HTML {
        ChartFigure(head, table: table) { ScatterPlot(self, $0).drawing }.html
    }
}
