package import Frame

/// How a measure's small figures are kept from being derived.
package struct DisclosureRule: Sendable, Hashable {
    /// The measure whose pattern decides; its own name, or that of the measure it is a part of or goes with.
    package var base: String
    /// The kind of the base that this measure is, such as illness of all lessons missed; nil for none.
    package var kind: Int?
    /// The kinds of the base that this measure sums up, such as the levels of an examination; empty for none.
    ///
    /// It is shown where each of them is: a sum of what is shown anyway gives nothing away, any other could be taken
    /// from the sum of all kinds.
    package var sumOf: [Int]
    /// The directions in which its figures are shown outside the circle; in others they are for the circle only.
    package var along: Set<Dimension>
    /// Measures of the same place without which this one is not shown: a share rests on what it is a share of.
    ///
    /// Several may rest on each other: then they are shown together or not at all.
    package var restsOn: [String]
    /// The kinds of the base that tell of health; nil where none does.
    package var health: HealthKinds?

    /// A rule.
    package init(
        base: String,
        kind: Int? = nil,
        sumOf: [Int] = [],
        along: Set<Dimension>,
        restsOn: [String] = [],
        health: HealthKinds? = nil
    ) {
        self.base = base
        self.kind = kind
        self.sumOf = sumOf
        self.along = along.intersection(DisclosureRule.modelled)
        self.restsOn = restsOn
        self.health = health
    }

    /// The directions that sums are known along, besides the year.
    static let modelled: Set<Dimension> = [.institution, .classGroup, .grade, .subject, .kind, .term]
}

/// A measure that says how its small figures are kept from being derived.
///
/// One that does not say has a pattern of its own along every direction it has.
package protocol DisclosedMeasure: Measure {
    /// The rule.
    var disclosure: DisclosureRule { get }
}

extension Measure {
    /// The measure's own rule, or the usual one.
    var disclosureRule: DisclosureRule {
        (self as? any DisclosedMeasure)?.disclosure ?? DisclosureRule(base: name, along: dimensions)
    }

    /// Whether its figures are about pupils, so that a figure that does not say of how many is not shown.
    var isAboutPupils: Bool { dimensions.contains(.pupil) }
}
