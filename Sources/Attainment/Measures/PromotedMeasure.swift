package import Evidence
package import Frame
package import Kernel
internal import Registry
package import Storage

/// The share of pupils whose marks meet the condition of the next grade.
///
/// The condition is that of the rule "promotion" on the last day of the school year (MK 11.01.2022. Nr. 11, p. 25):
/// in grades 1 to 3 everything planned is assessed; in grades 4 to 8 annual marks are at least 4 in all subjects, or
/// one result of a re-examination is lower at most, which a pupil with one such annual mark meets whatever the
/// re-examination gives; in grades 10 and 11 all are at least 4. A pupil with `nv` in place of a mark has none of at
/// least 4, and is not assessed. Grades without such a condition have no figure. With a term it is asked of the marks
/// of the term: who would not meet the condition today.
package struct PromotedMeasure: DisclosedMeasure {
    package var standsStill: Bool { true }
    package var rules: [String] { [PromotionRule.regulation] }
    package let name = "attainment/promoted"
    package let title = Text(lv: "Pārcelti nākamajā klasē", en: "Promoted to the next grade")
    package let definition = Text(
        lv: """
            Izglītojamie, kuru gada (vai izvēlētā semestra) vērtējumi atbilst nosacījumam pārcelšanai nākamajā klasē, no \
            visiem to klašu izglītojamajiem, kurām nosacījums noteikts un kuriem ir vērtējumi. „nv” nav vērtējums, tāpēc \
            priekšmets ar „nv” nosacījumam neatbilst. Pēcpārbaudījuma rezultāts skaitās, kad tas ierakstīts gada \
            vērtējuma vietā.
            """,
        en: """
            Pupils whose annual marks (or those of the chosen term) meet the condition of promotion, among all pupils with \
            marks in grades that have a condition. “nv” is no mark, so a subject with “nv” does not meet it. The result of \
            a re-examination counts once it is written in place of the annual mark.
            """
    )
    package let unit = MeasureUnit.share
    package var dimensions: Set<Dimension> { [.institution, .classGroup, .grade, .pupil, .year, .term] }
    /// A share tells of one child as soon as only one is on a side: it is shown where both sides are.
    package var disclosure: DisclosureRule {
        DisclosureRule(
            base: name,
            along: [.institution, .classGroup, .grade, .term],
            restsOn: PromotedSide.allCases.map(\.measure)
        )
    }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        guard let marks = try PromotionMarks(selection, tenant, connection) else { return [:] }
        return try marks.shares(over: dimensions, connection)
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows(selection, members, tenant, connection, limit: limit) { _ in true }
    }

    /// The rows of those pupils that a condition holds of.
    func rows(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection,
        limit: Int,
        where isIn: (PromotionMarks.Pupil) -> Bool
    ) throws -> [EvidenceRow] {
        guard let marks = try PromotionMarks(selection, tenant, connection) else { return [] }
        let pupils = try marks.pupils(members, connection).filter(isIn).prefix(limit)
        let places = try marks.places(pupils.map(\.id), connection)
        return pupils.map { pupil in
            EvidenceRow(
                pupil: pupil.id,
                day: nil,
                words: Text(
                    lv: "Priekšmeti, kuros nosacījums nav izpildīts: \(pupil.below)",
                    en: "Subjects below the condition: \(pupil.below)"
                ),
                numerator: pupil.isPromoted ? 1 : 0,
                denominator: 1,
                batch: places[pupil.id]?.batch ?? BatchID(rawValue: 0),
                source: places[pupil.id]?.source ?? .none
            )
        }
    }
}
