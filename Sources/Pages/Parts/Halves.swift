/// Two parts of a page side by side where there is room: pictures at the left, the table they lead to at the right.
public struct Halves: Renderable {
    let first: HTML
    let second: HTML

    /// Two parts; in a narrow window the first stands above.
    public init(_ first: HTML, _ second: HTML) {
        self.first = first
        self.second = second
    }

    /// The parts.
    public var html: HTML {
        "<div class=\"halves\"><div>\(first)</div><div>\(second)</div></div>"
    }
}

/// A page that is one sheet of A4: what stands in it is printed small enough to fit.
public struct OneSheet: Renderable {
    let content: HTML

    /// A sheet with a content.
    public init(_ content: HTML) {
        self.content = content
    }

    /// The sheet.
    public var html: HTML { "<div class=\"one-sheet\">\(content)</div>" }
}
