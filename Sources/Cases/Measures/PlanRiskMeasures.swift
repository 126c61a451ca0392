internal import Evidence
internal import Frame
internal import Kernel
internal import Prevention
internal import Storage

/// Risks that individual plans of support name, by group (annex 2 of a programme of prevention).
///
/// Of a pupil's two plans in a year the one with more risks of a group counts: a risk that goes on is one.
enum PlanRiskMeasures {
    static let all: [any Measure] =
        [identified, pupils]
        + RiskGroup.allCases.flatMap { group -> [any Measure] in
            [ofGroup(group), share(group)]
        }

    private static let along: Set<Dimension> = [.institution, .classGroup, .grade, .kind]
    private static let base = "identified-risks"

    static let identified = make(
        base,
        Text(lv: "Plānos identificētie riski", en: "Risks identified in plans"),
        .count(Noun(lv: "risks", "riski", en: "risk", "risks")),
        source: counts
    )

    static let pupils = make(
        "risk-pupils",
        Text(lv: "Izglītojamie ar identificētiem riskiem", en: "Pupils with risks identified"),
        .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")),
        way: .pupils,
        source: counts
    )

    static func ofGroup(_ group: RiskGroup) -> CaseMeasure {
        make(
            "\(group.code)-risks",
            Text(lv: "\(group.words.lv), plānos", en: "\(group.words.en), in plans"),
            identified.unit,
            kinds: [group.rawValue],
            source: counts
        )
    }

    /// The part of a group in all risks: it tells the part where the whole is shown, and the whole where the part is.
    static func share(_ group: RiskGroup) -> CaseMeasure {
        var measure = make(
            "\(group.code)-risks-plan-share",
            Text(
                lv: "\(group.words.lv), daļa no visiem riskiem plānos",
                en: "\(group.words.en), share of all risks in plans"
            ),
            .share,
            way: .mean
        ) { year, tenant in
            rows(year, tenant) { $0 == group ? "max(\($1))" : "0" }
        }
        measure.disclosure.kind = group.rawValue
        measure.disclosure.restsOn = [ofGroup(group).name, identified.name]
        return measure
    }

    private static func make(
        _ name: String,
        _ title: Text,
        _ unit: MeasureUnit,
        kinds: [Int] = [],
        way: CaseMeasure.Way = .sum,
        source: @escaping CaseMeasure.Source
    ) -> CaseMeasure {
        CaseMeasure(
            name,
            title,
            definition: Text(
                lv: """
                    Riski, kas nosaukti mācību gada individuālajos atbalsta plānos. Ja izglītojamajam gadā ir divi plāni, \
                    katrā riska grupā skaita to plānu, kurā risku vairāk. Plānus, kas saglabāti, pirms riskus sāka \
                    skaitīt, neieskaita, līdz tos saglabā vēlreiz.
                    """,
                en: """
                    Risks that individual support plans of the school year name. Where a pupil has two plans in a year, \
                    the one with more risks of a group counts. Plans from before risks were counted are left out until \
                    they are saved again.
                    """
            ),
            unit: unit,
            along,
            kinds: kinds,
            base: base,
            way: way,
            source: source
        )
    }

    @Sendable private static func counts(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        rows(year, tenant) { "max(\($1))" }
    }

    /// A row for each pupil and group with risks, `n` as said of the group and its column, `d` all of them.
    private static func rows(
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ n: (RiskGroup, SQL) -> SQL
    ) -> SQL {
        let parts = RiskGroup.allCases.map { group -> SQL in
            let name = column(group)
            return """
                SELECT s.institution_id AS institution_id, s.class_id AS class_id, s.grade AS grade,
                    s.pupil_id AS pupil_id, min(s.made_on) AS day, \(kind(group)) AS kind,
                    \(n(group, name)) AS n, max(\(name)) AS d
                FROM support_plan s
                WHERE s.tenant_id = \(tenant) AND s.year = \(year.start) AND s.kind = 1 AND \(name) > 0
                GROUP BY s.institution_id, s.class_id, s.grade, s.pupil_id
                """
        }
        return SQL.joined(parts, by: " UNION ALL ")
    }

    /// The kind of a group as it stands in a query, as the parts of a union want a type.
    private static func kind(_ group: RiskGroup) -> SQL {
        switch group {
        case .learning: "1"
        case .social: "2"
        case .economic: "3"
        case .family: "4"
        }
    }

    private static func column(_ group: RiskGroup) -> SQL {
        switch group {
        case .learning: "s.learning_risks"
        case .social: "s.social_risks"
        case .economic: "s.economic_risks"
        case .family: "s.family_risks"
        }
    }
}
