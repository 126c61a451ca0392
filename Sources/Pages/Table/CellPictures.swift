extension DataTable.Picture {
    /// A bar of one or several parts.
    ///
    /// `full` is what the whole width stands for: the same in all rows.
    public static func bar(_ parts: [(value: Int, meaning: Meaning)], full: Int, width: Int = 120) -> Self {
        let perUnit = Double(width) / Double(max(full, 1))
        var x = 0.0
        var shapes = HTML()
        for part in parts where part.value > 0 {
            let length = min(Double(part.value) * perUnit, Double(width) - x)
            guard length > 0 else { break }
            shapes += """
                <rect class="mark \(part.meaning.cssClass)" fill="\(part.meaning.hex)" x="\(Px(x))" \
                width="\(Px(max(length - 1, 0.8)))" height="12"/>
                """
            x += length
        }
        return Self(
            "<svg width=\"\(width)\" height=\"12\" viewBox=\"0 0 \(width) 12\" aria-hidden=\"true\">\(shapes)</svg>"
        )
    }

    /// A line over a few periods with a dot at the last.
    ///
    /// `range` is the same in all rows; nil leaves a gap.
    public static func spark(
        _ values: [Int?],
        within range: ClosedRange<Int>,
        meaning: Meaning = .data
    ) -> Self {
        let step = values.count > 1 ? 46 / Double(values.count - 1) : 0
        let perUnit = 16 / Double(max(range.upperBound - range.lowerBound, 1))
        let points = values.enumerated().map { index, value in
            value.map { value in
                Spot(
                    x: 5 + Double(index) * step,
                    y: 20 - Double(min(max(value, range.lowerBound), range.upperBound) - range.lowerBound)
                        * perUnit
                )
            }
        }
        let last: HTML? = points.last?.map {
            """
            <circle class="mark \(meaning.cssClass)" fill="\(meaning.hex)" r="2.5" cx="\(Px($0.x))" \
            cy="\(Px($0.y))"/>
            """
        }
        return Self(
            """
            <svg width="56" height="24" viewBox="0 0 56 24" aria-hidden="true">\
            \(Path(points).html(class: "stroke", meaning))\(last)</svg>
            """
        )
    }
}
