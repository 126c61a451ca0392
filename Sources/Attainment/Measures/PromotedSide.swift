internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The pupils on one side of the condition of promotion.
///
/// A share of a class tells of one child as soon as only one is on a side: it is shown where both sides are.
enum PromotedSide: String, CaseIterable {
    /// Those whose marks meet the condition.
    case met = "promoted-pupils"
    /// Those whose marks do not.
    case unmet = "not-promoted-pupils"

    /// The name of its measure.
    var measure: String { "attainment/\(rawValue)" }

    var title: Text {
        switch self {
        case .met: Text(lv: "Pārceļami izglītojamie", en: "Pupils to be promoted")
        case .unmet:
            Text(
                lv: "Pārcelšanas nosacījumu neizpildījuši izglītojamie",
                en: "Pupils who do not meet the condition of promotion"
            )
        }
    }

    var definition: Text {
        switch self {
        case .met:
            Text(
                lv: """
                    Izglītojamie, kuru gada (vai izvēlētā semestra) vērtējumi atbilst nosacījumam pārcelšanai nākamajā klasē.
                    """,
                en: "Pupils whose annual marks (or those of the chosen term) meet the condition of promotion."
            )
        case .unmet:
            Text(
                lv: """
                    Izglītojamie, kuru gada (vai izvēlētā semestra) vērtējumi neatbilst nosacījumam pārcelšanai nākamajā klasē.
                    """,
                en: """
                    Pupils whose annual marks (or those of the chosen term) do not meet the condition of promotion.
                    """
            )
        }
    }
}

/// How many pupils are on one side of the condition of promotion.
struct PromotedSideMeasure: SideOfShare {
    let side: PromotedSide

    var share: any DisclosedMeasure { PromotedMeasure() }
    var isCounted: Bool { side == .met }
    var name: String { side.measure }
    var title: Text { side.title }
    var definition: Text { side.definition }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let isMet = isCounted
        return try PromotedMeasure()
            .rows(selection, members, tenant, connection, limit: limit) { $0.isPromoted == isMet }
            .map { row in
                var row = row
                row.numerator = 1
                return row
            }
    }
}
