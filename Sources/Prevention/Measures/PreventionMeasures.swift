internal import Evidence
internal import Frame
internal import Kernel

/// The measures of prevention.
enum PreventionMeasures {
    static let all: [any Measure] = [supportedReported]

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
}
