internal import Evidence
internal import Frame
internal import Kernel

/// The measures of prevention.
enum PreventionMeasures {
    static let all: [any Measure] =
        [supportedReported, identifiedRisksReported]
        + RiskGroup.allCases.map { RiskGroupCount($0) as any Measure }
        + RiskGroup.allCases.map { RiskGroupShare($0) as any Measure } + SignalMeasure.all + DutyMeasure.all

    static let risks = Noun(lv: "risks", "riski", en: "risk", "risks")

    /// Pupils given support in a year, as institutions report them.
    static let supportedReported = KeptMeasure(
        "prevention/supported-pupils-reported",
        Text(lv: "Paziņotie atbalstu saņēmušie izglītojamie", en: "Pupils supported, as reported"),
        definition: Text(
            lv: """
                Iestādes paziņots izglītojamo skaits, kuri mācību gadā saņēmuši atbalstu priekšlaicīgas mācību \
                pārtraukšanas riska mazināšanai. Gadu skaitļus nesaskaita: viens izglītojamais var būt vairākos gados.
                """,
            en: """
                The number of pupils who were given support against early leaving in a school year, as institutions \
                report it. Years do not add up to pupils: one pupil may be in several.
                """
        ),
        unit: .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")),
        period: .year,
        countsPeople: true
    )

    /// Risks identified in a year, as institutions report them.
    ///
    /// A pupil may have several risks, so that at most so many pupils have them: few risks are of few pupils.
    static let identifiedRisksReported = KeptMeasure(
        "prevention/identified-risks-reported",
        Text(lv: "Paziņotie identificētie riski", en: "Risks identified, as reported"),
        definition: Text(
            lv: """
                Iestādes paziņots mācību pārtraukšanas risku skaits pa risku grupām; vienam izglītojamajam var būt \
                vairāki riski.
                """,
            en: """
                The number of risks of leaving school early by group, as institutions report it; one pupil may have \
                several risks.
                """
        ),
        unit: .count(risks),
        period: .year,
        countsPeople: true
    )
}
