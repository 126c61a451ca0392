internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The part of one group in all risks that were reported.
struct RiskGroupShare: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.share
    private let part: RiskGroupCount
    private let whole = PreventionMeasures.identifiedRisksReported

    /// The share of a group.
    init(_ group: RiskGroup) {
        part = RiskGroupCount(group)
        name = "prevention/\(group.code)-risks-share"
        title = Text(
            lv: "\(group.words.lv), daļa no visiem",
            en: "\(group.words.en), share of all risks"
        )
        definition = Text(
            lv: "Šīs grupas risku daļa no visiem iestādes paziņotajiem riskiem.",
            en: "The part of this group in all risks that institutions reported."
        )
    }

    var dimensions: Set<Dimension> { part.dimensions }

    /// It tells the part where the whole is shown, and the whole where the part is.
    var disclosure: DisclosureRule {
        var rule = part.disclosure
        rule.restsOn = [part.name, whole.name]
        return rule
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let parts = try part.vector(selection, over: dimensions, tenant: tenant, connection)
        let all = try whole.vector(selection, over: dimensions, tenant: tenant, connection)
        return parts.reduce(into: [:]) { shares, element in
            guard let risks = all[element.key], risks.numerator > 0 else { return }
            shares[element.key] = Tally(
                element.value.numerator,
                over: risks.numerator,
                people: risks.people,
                isPublic: element.value.isPublic && risks.isPublic
            )
        }
    }

    /// Every reported figure of all groups; those of other groups add to the whole alone.
    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let parts = try part.evidence(
            selection,
            members: members,
            tenant: tenant,
            connection,
            limit: Int.max
        )
        let own = Set(parts)
        let all = try whole.evidence(selection, members: members, tenant: tenant, connection, limit: limit)
        return all.map { row in
            var row = row
            row.denominator = row.numerator
            if !own.contains(row.asReported) { row.numerator = 0 }
            return row
        }
    }
}

extension EvidenceRow {
    /// The row as the source reported it: a count of its own.
    fileprivate var asReported: EvidenceRow {
        var row = self
        row.denominator = 1
        return row
    }
}
