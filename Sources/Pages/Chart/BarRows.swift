import Kernel

/// The rows of a chart of horizontal bars: where each label, bar and number stands.
///
/// On a wide canvas the labels stand before the bars, on a slim one above them.
struct BarRows {
    struct Place {
        let lines: [String]
        let top: Double
        /// Where the bar begins, from above.
        let bar: Double
        let middle: Double
        let bottom: Double
    }

    static let thickness = 20.0

    let places: [Place]
    let left: Double
    let right: Double
    let bottom: Double
    private let canvas: Canvas

    /// Rows by their labels; `top` leaves room above, `numbers` at the right.
    init(_ labels: [String], _ canvas: Canvas, top: Double, numbers: Double) {
        self.canvas = canvas
        let column = min((labels.map(Lettering.width).max() ?? 0) * 1.02, 250)
        left = canvas.isSlim ? 0 : column + 14
        right = canvas.width - numbers
        var y = top
        var places: [Place] = []
        for label in labels {
            let lines = Lettering.lines(label, within: canvas.isSlim ? canvas.width : column)
            let words = Double(lines.count) * Lettering.line
            let height = canvas.isSlim ? words + BarRows.thickness + 16 : max(words, BarRows.thickness) + 12
            let bar = canvas.isSlim ? y + words + 4 : y + (height - BarRows.thickness) / 2
            places.append(
                Place(lines: lines, top: y, bar: bar, middle: bar + BarRows.thickness / 2, bottom: y + height)
            )
            y += height
        }
        self.places = places
        bottom = y
    }

    func label(_ place: Place, isBold: Bool = false) -> HTML {
        let first =
            canvas.isSlim
            ? place.top + 12 : place.middle + 4.5 - Double(place.lines.count - 1) * Lettering.line / 2
        let lines: [HTML] = place.lines.enumerated().map { index, words in
            Shapes.text(
                words,
                at: Spot(x: 0, y: first + Double(index) * Lettering.line),
                class: isBold ? "name" : "value",
                fill: "#1a1d21"
            )
        }
        return "\(lines)"
    }

    /// Words where a bar would be, had it a number to show.
    func nothing(_ words: String, after x: Double, _ place: Place) -> HTML {
        Shapes.text(words, at: Spot(x: x + 7, y: place.middle + 4.5))
    }

    /// A number after the end of a bar.
    func number(_ words: String, after x: Double, _ place: Place, isBold: Bool = false) -> HTML {
        Shapes.text(
            words,
            at: Spot(x: x + 7, y: place.middle + 4.5),
            class: isBold ? "name" : "value",
            fill: "#1a1d21"
        )
    }
}
