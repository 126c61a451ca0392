internal import Evidence
internal import Kernel

/// Where numbers of identified risks come from; each has measures of its own, and no figure mixes them.
enum RiskSource: CaseIterable {
    /// The plans of support that Sekme keeps.
    case plans
    /// Tables that institutions reported.
    case reported

    /// All risks.
    var whole: String {
        switch self {
        case .plans: "prevention/identified-risks"
        case .reported: PreventionMeasures.identifiedRisksReported.name
        }
    }

    /// The risks of a group.
    func part(_ group: RiskGroup) -> String {
        switch self {
        case .plans: "prevention/\(group.code)-risks"
        case .reported: RiskGroupCount(group).name
        }
    }

    /// The part of a group in all risks.
    func share(_ group: RiskGroup) -> String {
        switch self {
        case .plans: "prevention/\(group.code)-risks-plan-share"
        case .reported: RiskGroupShare(group).name
        }
    }

    /// How many different pupils have the risks; nobody reported that.
    var pupils: String? {
        switch self {
        case .plans: "prevention/risk-pupils"
        case .reported: nil
        }
    }

    /// What the codes of its tables begin with.
    var prefix: String {
        switch self {
        case .plans: "plans_"
        case .reported: ""
        }
    }

    var title: Text {
        switch self {
        case .plans: Text(lv: "Riski individuālajos atbalsta plānos", en: "Risks in individual support plans")
        case .reported: Text(lv: "Iestāžu paziņotie riski", en: "Risks as institutions reported them")
        }
    }

    var groupsTitle: Text {
        switch self {
        case .plans: Text(lv: "Risku grupas plānos", en: "Groups of risk in plans")
        case .reported: Text(lv: "Risku grupas", en: "Groups of risk")
        }
    }

    /// What its numbers are.
    var note: Text {
        switch self {
        case .plans:
            Text(
                lv: """
                    Plānos skaitīti riski, kas nosaukti gada individuālajos atbalsta plānos Sekmē; ja izglītojamajam ir \
                    divi plāni, skaita to, kurā grupas risku vairāk. Plānus, kas saglabāti, pirms riskus sāka skaitīt, \
                    neieskaita, līdz tos saglabā vēlreiz.
                    """,
                en: """
                    In plans, risks are counted that individual support plans of the year in Sekme name; of two plans of a \
                    pupil the one with more risks of a group counts. Plans from before risks were counted are left out until \
                    they are saved again.
                    """
            )
        case .reported:
            Text(
                lv: """
                    Paziņotie skaitļi ir iestāžu paziņotie riski, nevis izglītojamie: vienam izglītojamajam var būt vairāki \
                    riski.
                    """,
                en: """
                    The numbers reported are risks that institutions reported, not pupils: one pupil may have several risks.
                    """
            )
        }
    }
}
