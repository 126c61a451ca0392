internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Lessons missed for one reason, of all lessons missed.
struct AbsenceShare: DisclosedMeasure {
    var standsStill: Bool { true }
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.share
    /// The lessons missed for the reason.
    let part: AbsenceMeasure

    /// The share of a kind.
    init(_ kind: AbsenceKind, _ title: Text, of part: AbsenceMeasure) {
        name = "attendance/\(kind.code)-share"
        self.title = title
        definition = Text(
            lv: "Šā veida kavētās stundas no visām kavētajām stundām.",
            en: "Lessons missed of this kind, of all lessons missed."
        )
        self.part = part
    }

    var dimensions: Set<Dimension> { part.dimensions }

    /// It tells the part where the whole is shown, and the whole where the part is.
    var disclosure: DisclosureRule {
        var rule = part.disclosure
        rule.restsOn = [part.name, AttendanceMeasures.missed.name]
        return rule
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let parts = try part.vector(selection, over: dimensions, tenant: tenant, connection)
        let whole = try AttendanceMeasures.missed.vector(
            selection,
            over: dimensions,
            tenant: tenant,
            connection
        )
        return parts.reduce(into: [:]) { shares, element in
            guard let missed = whole[element.key], missed.numerator > 0 else { return }
            shares[element.key] = Tally(
                element.value.numerator,
                over: missed.numerator,
                people: missed.people
            )
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try AbsenceEvidence(selection, members, .share(part.kinds), tenant).rows(connection, limit: limit)
    }
}
