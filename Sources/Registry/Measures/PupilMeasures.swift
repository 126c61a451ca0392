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

    static let graded = PupilMeasure(
        name: RegistryMeasures.pupilsGraded,
        title: Text(lv: "Izglītojamie 1.–12. klasē 1. septembrī", en: "Pupils of grades 1 to 12"),
        definition: Text(
            lv: "Izglītojamie, kuri mācību gada 1. septembrī ir uzņemti kādā no 1.–12. klasēm.",
            en: "Pupils enrolled in a class of the grades 1 to 12 on 1 September of the school year."
        ),
        dimensions: [.institution, .classGroup, .grade, .pupil, .year],
        day: { $0.first },
        classes: .graded,
        restsOn: [RegistryMeasures.pupilsUngraded]
    )

    static let ungraded = PupilMeasure(
        name: RegistryMeasures.pupilsUngraded,
        title: Text(lv: "Izglītojamie ārpus 1.–12. klases", en: "Pupils outside grades 1 to 12"),
        definition: Text(
            lv: "Pirmsskolas grupu izglītojamie un izglītojamie, kuriem 1. septembrī klase nav norādīta.",
            en: "Children of preschool groups, and pupils without a class on 1 September."
        ),
        dimensions: [.institution, .classGroup, .pupil, .year],
        day: { $0.first },
        classes: .ungraded
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
