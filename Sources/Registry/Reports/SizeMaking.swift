import Frame
import Kernel

/// How the sizes of a municipality's institutions become one number.
enum SizeMaking {
    private static let measures = [RegistryMeasures.pupilsReported]

    static let mean = NumberMaking(
        Text(
            lv:
                "Izglītojamo kopskaits, dalīts ar to iestāžu skaitu, kuras tos uzrādījušas; līdz desmitdaļām.",
            en: "Pupils over the institutions that reported them, to tenths."
        ),
        of: ["institutions", "pupils"],
        measures: measures
    )

    static let median = NumberMaking(
        Text(
            lv: """
                Iestādes sakārto pēc uzrādīto izglītojamo skaita un ņem vidējo; ja iestāžu ir pāra skaits, ņem abu \
                vidējo aritmētisko vidējo.
                """,
            en: """
                Institutions in the order of the pupils they reported, and the middle one taken; of an even number, the \
                mean of the middle two.
                """
        ),
        of: ["institutions"],
        measures: measures
    )

    static let largest = NumberMaking(
        Text(
            lv: "Lielākais izglītojamo skaits, ko kāda no iestādēm uzrādījusi.",
            en: "The largest number of pupils that any of the institutions reported."
        ),
        of: ["institutions"],
        measures: measures
    )
}
