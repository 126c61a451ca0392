internal import Frame

extension ReaderView {
    /// Whether a figure tells of health what a reader who otherwise works with the pupils is not to know.
    ///
    /// Everything else of these pupils is known to them, the sum of the kinds above all: what small figures of the one
    /// kind hide is hidden of the other too, zeros as well.
    func hidesHealth(_ figure: Figure, _ members: [Dimension: Int], _ tally: Tally) throws -> Bool {
        guard !health.holdsAll, question.measures.has(figure.measure) else { return false }
        let rule = try question.measures.named(figure.measure).disclosureRule
        guard let kinds = rule.health, kinds.tells(members, rule) else { return false }
        var others = members
        others[.kind] = nil
        guard let place = SumPlace(others) else { return !isOwn(members, .readHealth) }
        // Who may know it of all their pupils, or of no pupil anything, sees these kinds as any other.
        if circle == health || circle.isEmpty { return false }
        if health.holds(place) || health.covers(figure.selection.reach) { return false }
        let apart = KindApart(
            one: try question.measures.named(kinds.measure),
            other: try question.measures.named(kinds.other)
        )
        let pattern = try pattern(kinds.rule, figure, health, of: apart)
        let known = pattern.known(place)
        if health.holds(known) { return false }
        guard known.lies(along: kinds.along) else { return true }
        return try pattern.hides(known) ?? isFew(tally) ?? true
    }
}
