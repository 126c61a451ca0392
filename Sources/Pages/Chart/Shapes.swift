/// The few shapes that charts are made of.
enum Shapes {
    /// Which side of its place a text stands on.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// A text whose letters stand on the given place.
    ///
    /// The fill is for readers of SVG without our stylesheet.
    static func text(
        _ words: String,
        at spot: Spot,
        _ anchor: Anchor = .start,
        class name: String? = nil,
        fill: String = "#5c6167"
    ) -> HTML {
        """
        <text\(attribute: "class", name) fill="\(fill)" x="\(Px(spot.x))" y="\(Px(spot.y))"\
        \(attribute: "text-anchor", anchor == .start ? nil : anchor.rawValue)>\(words)</text>
        """
    }

    static func line(_ from: Spot, _ to: Spot, class name: String, stroke: String = "#e2dfd8") -> HTML {
        """
        <line class="\(name)" stroke="\(stroke)" x1="\(Px(from.x))" y1="\(Px(from.y))" x2="\(Px(to.x))" \
        y2="\(Px(to.y))"/>
        """
    }

    static func bar(_ spot: Spot, width: Double, height: Double, _ meaning: Meaning) -> HTML {
        """
        <rect class="mark \(meaning.cssClass)" fill="\(meaning.hex)" x="\(Px(spot.x))" y="\(Px(spot.y))" \
        width="\(Px(max(width, 0.8)))" height="\(Px(height))"/>
        """
    }
}
