import Frame
import Kernel

extension PupilMeasure {
    static let onFirstSeptember = PupilMeasure(
        name: RegistryMeasures.pupils,
        title: Text(lv: "Izglītojamie 1. septembrī", en: "Pupils on 1 September"),
        definition: Text(
            lv:
                "Izglītojamie, kuri mācību gada 1. septembrī ir uzņemti iestādē. Izglītojamo, kurš mācās divās "
                + "iestādēs, skaita katrā no tām, bet kopskaitā – vienreiz.",
            en:
                "Pupils enrolled on 1 September of the school year. A pupil of two institutions is counted in each "
                + "of them, and once in the total."
        ),
        dimensions: [.institution, .classGroup, .grade, .pupil, .year],
        day: { $0.first }
    )

    static let byProgramme = PupilMeasure(
        name: RegistryMeasures.pupilsByProgramme,
        title: Text(lv: "Izglītojamie programmās 1. septembrī", en: "Pupils by programme on 1 September"),
        definition: Text(
            lv: "Izglītojamie, kuri mācību gada 1. septembrī apgūst izglītības programmu.",
            en: "Pupils of an education programme on 1 September of the school year."
        ),
        dimensions: [.institution, .kind, .pupil, .year],
        day: { $0.first }
    )

    static let byProgrammeAtEnd = PupilMeasure(
        name: RegistryMeasures.pupilsByProgrammeAtEnd,
        title: Text(lv: "Izglītojamie programmās 31. maijā", en: "Pupils by programme on 31 May"),
        definition: Text(
            lv: "Izglītojamie, kuri 31. maijā, mācību gadam noslēdzoties, apgūst izglītības programmu.",
            en: "Pupils of an education programme on 31 May, at the end of the school year."
        ),
        dimensions: [.institution, .kind, .pupil, .year],
        day: { PupilCounts.end(of: $0) }
    )
}
