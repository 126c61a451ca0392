/// The sign at the end of a line and in the key, so that lines differ by more than their colour.
enum Marker {
    case circle
    case square
    case triangle
    case diamond
    /// A line across a column: what it is measured by.
    case dash

    /// The sign of the n-th series.
    static func of(_ index: Int) -> Marker { series[index % series.count] }

    private static let series: [Marker] = [.circle, .square, .triangle, .diamond]

    func html(at spot: Spot, radius: Double, _ meaning: Meaning) -> HTML {
        let paint: HTML = " class=\"mark \(meaning.cssClass)\" fill=\"\(meaning.hex)\""
        let (x, y) = (spot.x, spot.y)
        switch self {
        case .circle:
            return "<circle\(paint) cx=\"\(Px(x))\" cy=\"\(Px(y))\" r=\"\(Px(radius))\"/>"
        case .square:
            let side = radius * 1.8
            return """
                <rect\(paint) x="\(Px(x - side / 2))" y="\(Px(y - side / 2))" width="\(Px(side))" \
                height="\(Px(side))"/>
                """
        case .dash:
            return """
                <rect\(paint) x="\(Px(x - radius * 1.4))" y="\(Px(y - 1.25))" width="\(Px(radius * 2.8))" height="2.5"/>
                """
        case .triangle:
            let (half, up, down) = (radius * 1.15, radius * 1.2, radius * 0.9)
            return """
                <path\(paint) d="M\(Px(x)) \(Px(y - up))L\(Px(x + half)) \(Px(y + down))\
                L\(Px(x - half)) \(Px(y + down))Z"/>
                """
        case .diamond:
            let reach = radius * 1.25
            return """
                <path\(paint) d="M\(Px(x)) \(Px(y - reach))L\(Px(x + reach)) \(Px(y))\
                L\(Px(x)) \(Px(y + reach))L\(Px(x - reach)) \(Px(y))Z"/>
                """
        }
    }
}
