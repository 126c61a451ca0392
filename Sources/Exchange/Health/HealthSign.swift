package import Kernel

/// What is watched of a source.
package enum HealthSign: String, Sendable, CaseIterable {
    /// How many lines the file had.
    case lines
    /// Lines and values rejected, per thousand lines.
    case rejected
    /// Persons, classes and institutions not matched, per thousand lines.
    case unmatched
    /// Rows changed or removed, per thousand of those that were there.
    case changed

    /// The value of a run; nil where there was nothing to change.
    func value(_ run: SourceRun) -> Int? {
        switch self {
        case .lines: run.lines
        case .rejected: HealthSign.perThousand(run.rejected, of: run.lines)
        case .unmatched: HealthSign.perThousand(run.unmatched, of: run.lines)
        case .changed: HealthSign.perThousand(run.changed, of: run.changed + run.unchanged)
        }
    }

    /// How far from the usual a value may be whatever the spread: a twentieth of the lines, two in a hundred.
    func tolerance(_ median: Int) -> Int { self == .lines ? max(5, median / 20) : 20 }

    /// Whether fewer than usual is as telling as more.
    var isTwoSided: Bool { self == .lines }

    /// What people call it.
    package var words: Text {
        switch self {
        case .lines: Text(lv: "Rindas failā", en: "Lines of the file")
        case .rejected: Text(lv: "Noraidīts", en: "Rejected")
        case .unmatched: Text(lv: "Nav atrasts reģistros", en: "Not found in the registers")
        case .changed: Text(lv: "Mainīts vai izdzēsts", en: "Changed or removed")
        }
    }

    private static func perThousand(_ part: Int, of whole: Int) -> Int? {
        whole > 0 ? Exact.divide(part * 1000, by: whole, decimals: 0) : nil
    }
}

/// A value against what is usual for its source.
package struct HealthReading: Sendable, Hashable {
    /// What was read.
    package let sign: HealthSign
    /// The value of the last import.
    package let value: Int
    /// The usual values; nil while there are too few imports to tell.
    package let usual: ClosedRange<Int>?

    /// Fewer earlier imports than this have no usual.
    static let fewest = 4

    /// Whether the value is out of the usual.
    package var isOut: Bool {
        guard let usual else { return false }
        return value > usual.upperBound || (sign.isTwoSided && value < usual.lowerBound)
    }

    /// The reading of the newest of some runs against the others; nil where the newest has no value.
    ///
    /// The usual is the median of the earlier values, three spreads to either side: the spread is the median
    /// distance from the median, which one wild import does not widen.
    init?(_ sign: HealthSign, _ runs: [SourceRun]) {
        guard let last = runs.first, let value = sign.value(last) else { return nil }
        self.sign = sign
        self.value = value
        let before = runs.dropFirst().compactMap { sign.value($0) }
        guard before.count >= HealthReading.fewest else {
            usual = nil
            return
        }
        let median = HealthReading.median(before)
        let spread = HealthReading.median(before.map { abs($0 - median) })
        let width = max(3 * spread, sign.tolerance(median))
        usual = max(0, median - width)...(median + width)
    }

    /// The middle value; of an even number the mean of the middle two, rounded down.
    static func median(_ values: [Int]) -> Int {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

/// One source: its imports, the newest first, and how the last one compares.
package struct SourceHealth: Sendable {
    /// The mapping it is read with, and whose files they are.
    package let owner: SourceOwner
    /// What the institution is called whose files they are; nil for the board's own.
    package internal(set) var place: Text?
    /// The format.
    package let format: String
    /// Its imports, the newest first.
    package let runs: [SourceRun]
    /// What was read of the last one.
    package let readings: [HealthReading]

    init(owner: SourceOwner, format: String, runs: [SourceRun]) {
        self.owner = owner
        place = owner.said.isEmpty ? nil : Text(same: owner.said)
        self.format = format
        self.runs = runs
        readings = HealthSign.allCases.compactMap { HealthReading($0, runs) }
    }

    /// Whether something of the last import is out of the usual.
    package var isAlarming: Bool { readings.contains(where: \.isOut) }
}
