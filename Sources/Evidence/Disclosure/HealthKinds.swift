package import Frame

/// Two kinds of a measure that tell of pupils' health, and where they may be told apart by those who may not know of it.
///
/// Such a reader may know their sum of every pupil, so that one kind tells the other: they are shown or hidden together.
package struct HealthKinds: Sendable, Hashable {
    /// The kinds: illness, and what is left of the accepted reasons without it.
    package let kinds: Set<Int>
    /// The measure of the kind that is health: lessons missed through illness.
    package let measure: String
    /// The measure of the other kind.
    package let other: String
    /// The directions in which they are shown to such readers.
    package let along: Set<Dimension>

    /// Kinds that tell of health.
    package init(_ kinds: Set<Int>, measure: String, other: String, along: Set<Dimension>) {
        self.kinds = kinds
        self.measure = measure
        self.other = other
        self.along = along.intersection(DisclosureRule.modelled).subtracting([.kind])
    }

    /// What the pattern of small figures is made of: the one kind alone, as the sum of both is known.
    var rule: DisclosureRule { DisclosureRule(base: measure, along: along) }

    /// Whether a figure of a measure at some members is of one of the kinds.
    func tells(_ members: [Dimension: Int], _ rule: DisclosureRule) -> Bool {
        (members[.kind] ?? rule.kind).map { kinds.contains($0) } ?? false
    }
}
