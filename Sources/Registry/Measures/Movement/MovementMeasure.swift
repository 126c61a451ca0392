import Evidence
import Frame
import Kernel
import Storage

/// How many pupils an institution lost within the year: those who left, by reason, less those who came.
///
/// Arrivals are a kind of their own with a negative number, so that the kinds add up to the pupils at the start less
/// those at the end: a sum that every reader can make, and disclosure control therefore counts with.
struct MovementMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = RegistryMeasures.movement
    let title = Text(lv: "Izglītojamo skaita samazinājums pa iemesliem", en: "Pupils lost, by reason")
    let definition = Text(
        lv: """
            Izglītojamie, kuru pēdējā diena iestādē ir no 1. septembra līdz 30. maijam, pa atskaitīšanas iemesliem; uzņemtie skaitīti \
            ar mīnusa zīmi. Klases vai programmas maiņu iestādē neskaita.
            """,
        en: """
            Pupils who left from 1 September to 30 May by the reason given; those who came count with a minus sign. A \
            change of class or programme within an institution does not count.
            """
    )
    let unit = MeasureUnit.count(.pupils)
    let dimensions: Set<Dimension> = [.institution, .kind, .year]
    var disclosure: DisclosureRule { DisclosureRule(base: name, along: dimensions) }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        let place = dimensions.firstIndex(of: .kind)
        let along = dimensions.filter { $0 != .kind }
        let sums = try Moves.summed(selection, over: along, tenant, connection)
        return sums.reduce(into: [:]) { tallies, element in
            let moves = element.value
            guard let place else {
                tallies[element.key] = Tally(moves.loss, people: moves.fewestPupils)
                return
            }
            for kind in MoveKind.allCases {
                var key = element.key
                key.insert(kind.rawValue, at: place)
                tallies[key] = MovementMeasure.tally(kind, moves)
            }
        }
    }

    private static func tally(_ kind: MoveKind, _ moves: Moves) -> Tally {
        guard kind != .arrived else { return Tally(-moves.arrived, people: moves.fewestMovers) }
        let count = moves.byKind[kind] ?? 0
        return Tally(count, people: count)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let kind = members[.kind].flatMap { MoveKind(rawValue: $0) }
        var rows = MoveRows(selection, members, tenant, limit)
        if kind != .arrived { try rows.addDepartures(kind, connection) }
        if kind == nil || kind == .arrived { try rows.addArrivals(part: -1, connection) }
        return rows.rows
    }
}
