import Frame
import Kernel

/// How the sizes of a municipality's institutions become one number.
enum SizeMaking {
    private static let measures = [RegistryMeasures.pupilsReported]

    static let institutions = NumberMaking(
        Text(
            lv: "Iestādes, kuras sarakstā uzrādījušas izglītojamo vai pirmsskolas bērnu skaitu.",
            en:
                "Institutions for which the list has a number of pupils or of children in preschool programmes."
        ),
        of: [],
        measures: measures + [RegistryMeasures.preschoolReported]
    )

    /// A sum over institutions of what the list says of each.
    static func sum(_ measure: String) -> NumberMaking {
        NumberMaking(
            Text(
                lv: "Skaits, ko sarakstā uzrādījusi katra pašvaldības iestāde, saskaitīts pa visām iestādēm.",
                en:
                    "What the list reports of each institution of the municipality, added up over all of them."
            ),
            of: [],
            measures: [measure]
        )
    }

    /// Pupils of a year in the municipalities of today.
    static let pupilsOfYear = NumberMaking(
        Text(
            lv: """
                Izglītojamie, kurus kolonnas mācību gada sarakstā uzrādījušas iestādes, kas šodien ir šajā pašvaldībā, \
                saskaitīti pa visām iestādēm.
                """,
            en: """
                Pupils whom the list of the column’s school year reports of institutions that lie in this municipality today, \
                added up over all of them.
                """
        ),
        of: [],
        measures: measures,
        rules: [TerritoryReformRule.regulation]
    )

    /// Institutions of a year in the municipalities of today.
    static let institutionsOfYear = NumberMaking(
        Text(
            lv: """
                Iestādes, kas kolonnas mācību gada sarakstā uzrādījušas izglītojamo skaitu un šodien ir šajā pašvaldībā.
                """,
            en: """
                Institutions for which the list of the column’s school year has a number of pupils and which lie in this \
                municipality today.
                """
        ),
        of: [],
        measures: measures,
        rules: [TerritoryReformRule.regulation]
    )

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
                vidējo iestāžu skaitļu vidējo aritmētisko.
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
