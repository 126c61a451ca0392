internal import Frame
internal import Kernel
internal import Storage

/// Reads layouts of one measure and year.
struct SumReader {
    let measure: any Measure
    let key: Disclosure.SumsKey

    /// The layouts that a measure has along some directions, each with the ones that are split besides.
    static func layouts(_ along: Set<Dimension>) -> [[Dimension]] {
        let places: [[Dimension]] = [
            [], [.institution], [.institution, .classGroup], [.grade], [.institution, .grade],
        ]
        let splits: [[Dimension]] = [[], [.subject], [.kind], [.subject, .kind]]
        return places.filter { along.isSuperset(of: $0) }.flatMap { place in
            splits.filter { along.isSuperset(of: $0) }.map { place + $0 }
        }
    }

    /// Hands over the tallies of a layout by place.
    func read(
        _ layout: [Dimension],
        term: Int?,
        _ connection: Connection,
        _ body: (SumPlace, Tally) -> Void
    ) throws {
        let selection = Selection(year: key.year, term: term, reach: key.reach)
        // Without a scale the measure chooses one, or has none.
        let scale = key.scale
        let along = scale == nil ? layout : layout + [.scale]
        let vector = try measure.vector(selection, over: along, tenant: key.tenant, connection)
        for (member, tally) in vector where scale == nil || member.last == scale {
            var members = Dictionary(zip(layout, member)) { first, _ in first }
            members[.term] = term
            if let place = SumPlace(members) { body(place, tally) }
        }
    }
}
