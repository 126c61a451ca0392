internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The pupils whose absence is known and who are not over the limit of unexcused absence: the other side of the share.
///
/// It is shown with the share or not at all: what one side leaves of all is the other.
struct WithinLimit: DisclosedMeasure, PartOfMeasure {
    /// The name of the measure.
    static let measure = "attendance/within-limit"

    private static let share = OverLimitShare.share

    var standsStill: Bool { true }
    var rules: [String] { WithinLimit.share.rules }
    let name = WithinLimit.measure
    let title = Text(
        lv: "Izglītojamie, kuri nav pārsnieguši robežu",
        en: "Pupils within the limit of absence"
    )
    let definition = Text(
        lv: "Izglītojamie, kuru kavējumi ir zināmi un kuri nav neattaisnotie kavētāji.",
        en: "Pupils whose absence is known and who are not over the limit."
    )
    var unit: MeasureUnit {
        .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    }
    var dimensions: Set<Dimension> { WithinLimit.share.dimensions }
    var disclosure: DisclosureRule {
        let share = WithinLimit.share
        return DisclosureRule(base: name, along: share.disclosure.along, restsOn: [share.name])
    }

    var whole: any Measure { WithinLimit.share }

    func part(_ tally: Tally) -> Tally {
        let count = tally.denominator - tally.numerator
        return Tally(count, people: count)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try WithinLimit.share.rows(selection, members, tenant, connection, limit: limit) { isOver in
            isOver ? nil : 1
        }
    }
}
