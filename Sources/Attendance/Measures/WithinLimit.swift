internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The pupils whose absence is known and who are not over the limit of unexcused absence: the other side of the share.
struct WithinLimit: SideOfShare {
    /// The name of the measure.
    static let measure = "attendance/within-limit"

    var share: any DisclosedMeasure { OverLimitShare.share }
    var isCounted: Bool { false }
    let name = WithinLimit.measure
    let title = Text(
        lv: "Izglītojamie, kuri nav pārsnieguši robežu",
        en: "Pupils within the limit of absence"
    )
    let definition = Text(
        lv: "Izglītojamie, kuru kavējumi ir zināmi un kuri nav neattaisnotie kavētāji.",
        en: "Pupils whose absence is known and who are not over the limit."
    )

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try OverLimitShare.share.rows(selection, members, tenant, connection, limit: limit) { isOver in
            isOver ? nil : 1
        }
    }
}
