import Evidence
import Frame
import Kernel
import Storage

/// Pupils who came to an institution within the year, or who left it.
///
/// With the pupils at both ends, which everybody sees, either number gives the other: they are shown or hidden
/// together, as ``MovementMeasure`` has the arrivals.
struct MoverMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    let name: String
    let title: Text
    let definition: Text
    let isArrival: Bool
    let unit = MeasureUnit.count(.pupils)
    let dimensions: Set<Dimension> = [.institution, .year]
    var disclosure: DisclosureRule {
        DisclosureRule(
            base: RegistryMeasures.movement,
            kind: MoveKind.arrived.rawValue,
            along: [.institution, .kind]
        )
    }

    static let arrived = MoverMeasure(
        name: RegistryMeasures.arrived,
        title: Text(lv: "Mācību gadā uzņemtie izglītojamie", en: "Pupils who came within the year"),
        definition: Text(
            lv: "Izglītojamie, kuri iestādē uzņemti pēc 1. septembra, bet ne vēlāk kā 31. maijā.",
            en: "Pupils whose first day in the institution is after 1 September and not after 31 May."
        ),
        isArrival: true
    )

    static let left = MoverMeasure(
        name: RegistryMeasures.left,
        title: Text(lv: "Mācību gadā atskaitītie izglītojamie", en: "Pupils who left within the year"),
        definition: Text(
            lv: "Izglītojamie, kuru pēdējā diena iestādē ir no 1. septembra līdz 30. maijam.",
            en: "Pupils whose last day in the institution is from 1 September to 30 May."
        ),
        isArrival: false
    )

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        return try Moves.summed(selection, over: dimensions, tenant, connection).mapValues { moves in
            let count = isArrival ? moves.arrived : moves.left
            return Tally(count, people: count)
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        var rows = MoveRows(selection, members, tenant, limit)
        if isArrival {
            try rows.addArrivals(part: 1, connection)
        } else {
            try rows.addDepartures(nil, connection)
        }
        return rows.rows
    }
}
