package import Kernel

/// The exact parts of a number: integers only, divided and rounded where it is shown.
package struct Tally: Hashable, Sendable {
    /// What is counted or summed; marks and percents in hundredths.
    package var numerator: Int
    /// What it is divided by; 1 for a plain count.
    package var denominator: Int
    /// How many people it rests on; nil where it is about no person (institutions, lessons held).
    package var people: Int?
    /// Whether the number came from a source that is already public.
    package var isPublic: Bool

    /// A number by its exact parts.
    package init(_ numerator: Int, over denominator: Int = 1, people: Int? = nil, isPublic: Bool = false) {
        self.numerator = numerator
        self.denominator = denominator
        self.people = people
        self.isPublic = isPublic
    }
}

/// How a measure's tally becomes the number people read.
package enum MeasureUnit: Hashable, Sendable {
    /// The numerator is a count of the thing.
    case count(Noun)
    /// The numerator in hundredths over the denominator is a mean, shown with two decimals.
    case mean
    /// The numerator over the denominator is a share, shown in percent with one decimal.
    case share
}

/// One number that Sekme shows: a measure, evaluated for a scope and a period.
package struct Figure: Hashable, Sendable {
    /// The name of the measure: `attendance/unexcused`.
    package var measure: String
    /// Its unit.
    package var unit: MeasureUnit
    /// What it is about; members of the dimensions beyond the selection are in `members`.
    package var selection: Selection
    /// The members it stands for: institution 12, month 24300.
    package var members: [Dimension: Int]
    /// Its exact parts; nil where nothing is known.
    package var tally: Tally?
    /// Whether disclosure control hides it from this reader.
    package var isHidden: Bool

    /// A figure.
    package init(
        measure: String,
        unit: MeasureUnit,
        selection: Selection,
        members: [Dimension: Int] = [:],
        tally: Tally?,
        isHidden: Bool = false
    ) {
        self.measure = measure
        self.unit = unit
        self.selection = selection
        self.members = members
        self.tally = tally
        self.isHidden = isHidden
    }

    /// The number in its unit's own decimals (count: 0, mean: 2, share: 1 of a percent), nil when unknown.
    package var scaled: (value: Int, decimals: Int)? {
        guard let tally else { return nil }
        switch unit {
        case .count: return (tally.numerator, 0)
        case .mean:
            // The numerator is in hundredths already, so two decimals need no further power of ten.
            return Exact.divide(tally.numerator, by: tally.denominator, decimals: 0).map { ($0, 2) }
        case .share:
            return Exact.divide(tally.numerator, by: tally.denominator, decimals: 3).map { ($0, 1) }
        }
    }
}
