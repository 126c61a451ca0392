internal import Frame
internal import Kernel
internal import Registry

/// The two counts of which a share of promoted pupils is made, shown where the share is.
enum PromotionMaking {
    /// Pupils, and those of them who move up; as hidden or unknown as their share.
    static func counts(_ figure: Figure?) -> [ReportCell] {
        guard let figure else { return [.unknown, .unknown] }
        if figure.isHidden { return [.figure(figure), .figure(figure)] }
        guard let tally = figure.tally else { return [.unknown, .unknown] }
        return [.number(tally.denominator, decimals: 0), .number(tally.numerator, decimals: 0)]
    }

    static let pupils = NumberMaking(
        Text(
            lv: "Izglītojamie ar vērtējumiem tajās klašu pakāpēs, kurām ir pārcelšanas nosacījums.",
            en: "Pupils with marks, of grades that have a condition of promotion."
        ),
        measures: ["attainment/promoted"]
    )

    static let moving = NumberMaking(
        Text(
            lv: "Tie no šiem izglītojamajiem, kuru vērtējumi atbilst nosacījumam.",
            en: "Those of these pupils whose marks meet the condition."
        ),
        of: ["pupils"],
        measures: ["attainment/promoted"],
        rules: [PromotionRule.regulation]
    )
}
