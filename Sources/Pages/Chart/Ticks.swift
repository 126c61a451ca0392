/// The round numbers of an axis: steps of 1, 2 or 5 times a power of ten.
struct Ticks: Hashable {
    /// From one tick to the next.
    let step: Int
    /// The ticks, the first at or under the smallest value, the last at or over the largest.
    let values: [Int]

    init(_ smallest: Int, _ largest: Int, about count: Int = 5) {
        let span = max(largest - smallest, 1)
        step = Ticks.round(atLeast: max((span + count - 1) / count, 1))
        let low = Ticks.floor(smallest, step)
        let high = max(-Ticks.floor(-largest, step), low + step)
        values = Array(stride(from: low, through: high, by: step))
    }

    /// Two ends and nothing between, for an axis whose bars carry their own numbers.
    init(from low: Int, through high: Int) {
        step = high - low
        values = [low, high]
    }

    var low: Int { values.first ?? 0 }
    var high: Int { values.last ?? 1 }

    private static func round(atLeast wanted: Int) -> Int {
        var power = 1
        while true {
            for factor in [1, 2, 5] where factor * power >= wanted { return factor * power }
            power *= 10
        }
    }

    private static func floor(_ value: Int, _ step: Int) -> Int {
        let part = value % step
        return part < 0 ? value - part - step : value - part
    }
}

/// From the numbers of an axis to places in the picture.
struct Axis {
    let ticks: Ticks
    let start: Double
    let end: Double

    func place(_ value: Int) -> Double {
        let share = Double(value - ticks.low) / Double(max(ticks.high - ticks.low, 1))
        return start + share * (end - start)
    }
}
