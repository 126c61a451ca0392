import Evidence
import Frame
import Kernel
import Storage

/// Pupils on 31 May in per cent of those on 1 September, by institution and programme.
struct BalanceMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    let name = RegistryMeasures.balance
    let title = Text(lv: "Izglītojamo skaita bilance", en: "Balance of pupils")
    let definition = Text(
        lv: "Izglītojamie 31. maijā procentos no izglītojamajiem 1. septembrī.",
        en: "Pupils on 31 May in per cent of those on 1 September."
    )
    let unit = MeasureUnit.share
    let dimensions: Set<Dimension> = [.institution, .kind, .year]

    /// It gives either number where the other is shown.
    var disclosure: DisclosureRule {
        DisclosureRule(
            base: RegistryMeasures.pupilsByProgramme,
            along: dimensions,
            restsOn: [RegistryMeasures.pupilsByProgramme, RegistryMeasures.pupilsByProgrammeAtEnd]
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        let start = try PupilMeasure.byProgramme.vector(
            selection,
            over: dimensions,
            tenant: tenant,
            connection
        )
        let end = try PupilMeasure.byProgrammeAtEnd.vector(
            selection,
            over: dimensions,
            tenant: tenant,
            connection
        )
        return start.reduce(into: [:]) { shares, element in
            let before = element.value.numerator
            let after = end[element.key]?.numerator ?? 0
            shares[element.key] = Tally(after, over: before, people: after == 0 ? before : min(before, after))
        }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        func rows(_ measure: PupilMeasure) throws -> [EvidenceRow] {
            try measure.evidence(selection, members: members, tenant: tenant, connection, limit: limit)
        }
        let atEnd = try rows(.byProgrammeAtEnd).map { row in
            var row = row
            row.denominator = 0
            row.words = Text(lv: "Mācās 31. maijā", en: "Pupil on 31 May")
            return row
        }
        let atStart = try rows(.byProgramme).map { row in
            var row = row
            row.numerator = 0
            row.words = Text(lv: "Mācās 1. septembrī", en: "Pupil on 1 September")
            return row
        }
        return Array((atStart + atEnd).prefix(limit))
    }
}
