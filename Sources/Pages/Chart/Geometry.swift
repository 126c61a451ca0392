/// A length in a picture, written with at most one decimal.
///
/// Coordinates are the machine's numbers and no figures: they are the only ones that Pages rounds itself.
struct Px {
    let tenths: Int

    init(_ length: Double) {
        tenths = length.isFinite ? Int((length * 10).rounded()) : 0
    }
}

/// A place in a picture.
struct Spot: Hashable {
    var x: Double
    var y: Double
}

extension HTML.StringInterpolation {
    mutating func appendInterpolation(_ length: Px) {
        let tenths = abs(length.tenths)
        if length.tenths < 0 { html.raw("-") }
        html.text(String(tenths / 10))
        if tenths % 10 != 0 {
            html.raw(".")
            html.text(String(tenths % 10))
        }
    }
}

/// A line through places, broken where one is unknown.
struct Path {
    /// The unbroken pieces; one that holds a single place is a dot.
    let runs: [[Spot]]

    init(_ spots: [Spot?]) {
        var runs: [[Spot]] = [[]]
        for spot in spots {
            if let spot { runs[runs.count - 1].append(spot) } else { runs.append([]) }
        }
        self.runs = runs.filter { !$0.isEmpty }
    }

    func html(class name: String, _ meaning: Meaning) -> HTML {
        let lines: [HTML] = runs.filter { $0.count > 1 }.map { run in
            """
            <polyline class="\(name) \(meaning.cssClass)" fill="none" stroke="\(meaning.hex)" stroke-width="1.5" \
            points="\(Path.list(run))"/>
            """
        }
        let dots: [HTML] = runs.filter { $0.count == 1 }.map { run in
            """
            <circle class="mark \(meaning.cssClass)" fill="\(meaning.hex)" r="2" cx="\(Px(run[0].x))" \
            cy="\(Px(run[0].y))"/>
            """
        }
        return "\(lines)\(dots)"
    }

    private static func list(_ spots: [Spot]) -> HTML {
        var list = HTML()
        for (index, spot) in spots.enumerated() {
            list += "\(" ", if: index > 0)\(Px(spot.x)),\(Px(spot.y))"
        }
        return list
    }
}
