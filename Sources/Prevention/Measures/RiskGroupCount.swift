internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Risks of one group, of all risks that were reported.
struct RiskGroupCount: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.count(PreventionMeasures.risks)
    private let group: RiskGroup
    /// The reported figures of the group alone.
    private let part: KeptMeasure

    /// The count of a group.
    init(_ group: RiskGroup) {
        let whole = PreventionMeasures.identifiedRisksReported
        self.group = group
        name = "prevention/\(group.code)-risks-reported"
        title = group.words
        definition = Text(
            lv: "Šīs grupas riski no visiem iestādes paziņotajiem riskiem.",
            en: "Risks of this group, of all risks that institutions reported."
        )
        part = KeptMeasure(
            whole.name,
            whole.title,
            definition: whole.definition,
            unit: whole.unit,
            period: whole.period,
            kinds: [group.rawValue],
            countsPeople: true
        )
    }

    var dimensions: Set<Dimension> { [.institution, .year] }

    var disclosure: DisclosureRule {
        let whole = PreventionMeasures.identifiedRisksReported
        return DisclosureRule(base: whole.name, kind: group.rawValue, along: whole.dimensions)
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        try part.vector(selection, over: dimensions, tenant: tenant, connection)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try part.evidence(selection, members: members, tenant: tenant, connection, limit: limit)
    }
}
