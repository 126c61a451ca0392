internal import Frame
internal import Kernel
internal import Registry

/// How the numbers of tests are made that are no figures of one measure.
enum WorkMaking {
    /// The results that a share below the threshold is of.
    static let judged = NumberMaking(
        Text(
            lv: "Eksāmenu rezultāti, kuriem ir noteikts slieksnis; no tiem rēķina daļu zem sliekšņa.",
            en: "Results of examinations that have a threshold; the share below it is of these."
        ),
        of: [],
        measures: ["assessments/below-threshold"]
    )

    /// How many results there are of pupils who are not asked about by a place.
    static let takers = NumberMaking(
        Text(
            lv: "Rindas pārbaudes darba rezultāti, kuri ir tagadējiem klases izglītojamajiem.",
            en: "Results in the test of the row of the pupils that the class has now."
        ),
        of: [],
        measures: ["assessments/results"]
    )

    /// The mean result of such pupils.
    static let ofPupils = NumberMaking(
        Text(
            lv: """
                Tagadējo klases izglītojamo rezultātu procentu summa rindas pārbaudes darbā, dalīta ar rezultātu skaitu. \
                Noapaļo līdz procenta desmitdaļām.
                """,
            en: """
                The sum of per cents in the test of the row of the pupils that the class has now, over the number of results. \
                Rounded to tenths of a per cent.
                """
        ),
        of: [],
        measures: ["assessments/result"]
    )

    /// The mean of the state, as it was published.
    static let state = NumberMaking(
        Text(
            lv: "Vidējais rezultāts valstī, kā to publicējusi valsts, noapaļots līdz procenta desmitdaļām.",
            en: "The mean result in the state as it was published, rounded to tenths of a per cent."
        )
    )

    /// A result less that of the state; the columns of both.
    static func difference(result: String, state: String) -> NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    No rezultātu summas atņem valsts vidējo, reizinātu ar rezultātu skaitu; starpību dala ar rezultātu skaitu. \
                    Noapaļo vienreiz, tāpēc no noapaļotajiem skaitļiem var iegūt par desmitdaļu atšķirīgu skaitli.
                    """,
                en: """
                    The sum of results less the state’s mean times their number, over their number: rounded once, so that \
                    the rounded numbers may give a tenth more or less.
                    """
            ),
            of: [result, state],
            measures: ["assessments/result"]
        )
    }

    /// The threshold that was in force.
    static let threshold = NumberMaking(
        Text(
            lv: "Slieksnis, kas noteikts šim gadam un eksāmenam.",
            en: "The threshold set for this year and examination."
        ),
        rules: [PassThreshold.regulation]
    )

    /// The mean of an examination of the index.
    static let exam = NumberMaking(
        Text(
            lv: """
                Eksāmena visu līmeņu un valodu rezultātu procentu summa, dalīta ar rezultātu skaitu; atbrīvotajiem – gada \
                vērtējums procentos, ja noteikums to paredz. Līdz procenta desmitdaļām.
                """,
            en: """
                The sum of per cents of all levels and languages of the examination over their number; of exempt pupils the \
                annual mark in per cent, where the rule says so. To tenths of a per cent.
                """
        ),
        measures: ["assessments/result", "assessments/reported-result", "assessments/exempt"],
        rules: [ExamIndexRule.regulation]
    )

    /// The index by a rule.
    static func index(_ aggregator: ExamIndexRule.Aggregator) -> NumberMaking {
        let formula =
            switch aggregator {
            case .mean:
                Text(
                    lv:
                        "Triju obligāto eksāmenu vidējo rezultātu vidējais, rēķināts no precīzām daļām un noapaļots vienreiz.",
                    en:
                        "The mean of the mean results of the three compulsory examinations, of exact fractions, rounded once."
                )
            case .minimum:
                Text(
                    lv: "Zemākais no triju obligāto eksāmenu vidējiem rezultātiem.",
                    en: "The lowest of the mean results of the three compulsory examinations."
                )
            }
        return NumberMaking(
            formula,
            of: ["exam1", "exam2", "exam3"],
            measures: ["assessments/result", "assessments/reported-result", "assessments/exempt"],
            rules: [ExamIndexRule.regulation, PassThreshold.regulation]
        )
    }

    /// The index under an assumption.
    static let assumed = NumberMaking(
        Text(
            lv: """
                No triju obligāto eksāmenu rezultātu summām, kā pirmajā tabulā, mainot to, ko nosauc rinda. Ar līmeņu svariem \
                katra rezultāta procenti reizināti ar tā līmeņa svaru; atbrīvotā gada vērtējums ieskaitīts vesels.
                """,
            en: """
                Of the sums of results of the three compulsory examinations, as in the first table, with what the row names \
                changed. With weights of levels the per cents of each result are multiplied by the weight of its level; an \
                exempt pupil's annual mark counts whole.
                """
        ),
        of: [],
        measures: ["assessments/result", "assessments/reported-result", "assessments/exempt"],
        rules: [ExamIndexRule.regulation]
    )

    /// How many exemptions there are.
    static let exempt = NumberMaking(
        Text(
            lv: "Atbrīvojumi no triju obligāto eksāmenu priekšmetiem kopā.",
            en: "Exemptions from the subjects of the three compulsory examinations in all."
        ),
        measures: ["assessments/exempt"],
        rules: [ExamIndexRule.regulation]
    )
}
