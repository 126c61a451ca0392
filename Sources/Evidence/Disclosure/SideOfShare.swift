package import Frame
internal import Kernel

/// How many of the pupils that a share is of are on one side of it; nobody is zero where the share is known.
///
/// It is shown with the share or not at all: how many pupils there are is known, and what one side leaves of them is the
/// other.
package protocol SideOfShare: DisclosedMeasure, PartOfMeasure {
    /// The share.
    var share: any DisclosedMeasure { get }
    /// Whether it is the side that the share counts, and not what that leaves.
    var isCounted: Bool { get }
}

extension SideOfShare {
    package var whole: any Measure { share }
    package var standsStill: Bool { share.standsStill }
    package var rules: [String] { share.rules }
    package var dimensions: Set<Dimension> { share.dimensions }
    package var unit: MeasureUnit {
        .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    }
    package var disclosure: DisclosureRule {
        DisclosureRule(base: name, along: share.disclosure.along, restsOn: [share.name])
    }

    package func part(_ tally: Tally) -> Tally {
        let count = isCounted ? tally.numerator : tally.denominator - tally.numerator
        return Tally(count, people: count)
    }
}
