import Kernel

/// The code lists that Sekme ships.
enum CodeSeeds {
    static let all: [CodeItem] = lists.flatMap { $0 }

    private static let lists: [[CodeItem]] = [
        list(CodeLists.leaveReasons, leaving), list(CodeLists.arrivalReasons, arriving),
        list(CodeLists.absenceCauses, absenceCauses), ReasonSeeds.all,
        list(CodeLists.institutionKinds, kinds), list(CodeLists.learningAreas, areas),
        list(CodeLists.studyForms, forms), list(CodeLists.riskGroups, riskGroups),
        list(CodeLists.riskFactors, riskFactors), list(CodeLists.supportMeasures, SupportSeeds.measures),
        list(CodeLists.talentActivities, SupportSeeds.activities),
        list(CodeLists.referralKinds, ReferralSeeds.kinds),
        list(CodeLists.processingPurposes, ProcessingSeeds.purposes),
        list(CodeLists.processingBases, ProcessingSeeds.bases),
    ]

    private typealias Item = (code: String, lv: String, en: String, editable: Bool)

    /// The three reasons of the self-evaluation report of 2023/2024, the third one parted as schools part it.
    private static let leaving: [Item] = [
        ("address", "Dzīvesvietas maiņa", "Change of residence", false),
        (
            "abroad", "Dzīvesvietas maiņa: izbraukšana uz ārvalstīm", "Change of residence: moved abroad",
            false
        ),
        ("wish", "Vēlme mainīt izglītības iestādi", "Wish to change the institution", false),
        ("preschool-end", "Pirmsskolas izglītības noslēgums", "End of preschool education", false),
        ("graduated", "Izglītības programmas pabeigšana", "Programme completed", true),
        ("majority", "Pilngadība", "Came of age", false),
        ("hard-programme", "Programma ir pārāk grūta", "The programme is too hard", false),
        ("family", "Ģimenes apstākļi", "Family circumstances", false),
        ("work", "Darbs vai mācības citur", "Work or studies elsewhere", false),
        ("prison-transfer", "Pārvietošana uz citu ieslodzījuma vietu", "Transfer to another prison", false),
        ("release", "Atbrīvošana no ieslodzījuma", "Release from prison", false),
        ("other", "Cits iemesls", "Another reason", false),
    ]

    private static let arriving: [Item] = [
        ("new", "Uzsāk izglītības ieguvi", "Begins education", true),
        ("address", "Dzīvesvietas maiņa", "Change of residence", true),
        ("wish", "Vēlme mainīt izglītības iestādi", "Wish to change the institution", true),
        ("ukraine", "Ukrainas civiliedzīvotājs", "Civilian of Ukraine", true),
        ("reemigrant", "Reemigrants", "Re-emigrant", true),
        ("other", "Cits iemesls", "Another reason", true),
    ]

    /// The register's own list is not public: a board sets it by what the form of VIIS offers.
    private static let absenceCauses: [Item] = [
        ("social", "Sociāli pedagoģiski iemesli", "Social and pedagogical reasons", true),
        ("economic", "Ekonomiski iemesli", "Economic reasons", true),
        ("psychological", "Psiholoģiski iemesli", "Psychological reasons", true),
        ("health", "Veselības iemesli", "Reasons of health", true),
        ("other", "Cits iemesls", "Another reason", true),
    ]

    /// The kinds of the register of educational institutions.
    private static let kinds: [Item] = [
        ("preschool", "Pirmsskolas izglītības iestāde", "Preschool institution", false),
        ("general", "Vispārējās izglītības iestāde", "General-education institution", false),
        ("special", "Speciālās izglītības iestāde", "Special-education institution", false),
        (
            "vocational", "Profesionālās pamata un vidējās izglītības iestāde",
            "Vocational basic and secondary institution", false
        ),
        (
            "arts-sports", "Profesionālās ievirzes izglītības iestāde", "Vocationally oriented institution",
            false
        ),
        (
            "interest", "Bērnu un jauniešu interešu izglītības iestāde", "Interest-education institution",
            false
        ),
        (
            "further", "Profesionālās tālākizglītības un pilnveides izglītības iestāde",
            "Further vocational-education institution", false
        ),
        ("adult", "Pieaugušo neformālās izglītības iestāde", "Adult non-formal education institution", false),
        ("higher", "Augstākās izglītības iestāde", "Higher-education institution", false),
    ]

    /// The seven areas of the standards of education (MK 747 of 2018, MK 416 of 2019).
    private static let areas: [Item] = [
        ("1", "Valodu mācību joma", "Languages", false),
        ("2", "Sociālā un pilsoniskā mācību joma", "Social and civic area", false),
        (
            "3", "Kultūras izpratnes un pašizpausmes mākslā mācību joma",
            "Culture and self-expression in art", false
        ),
        ("4", "Dabaszinātņu mācību joma", "Natural sciences", false),
        ("5", "Matemātikas mācību joma", "Mathematics", false),
        ("6", "Tehnoloģiju mācību joma", "Technologies", false),
        ("7", "Veselības, drošības un fiziskās aktivitātes mācību joma", "Health, safety and sport", false),
    ]

    private static let forms: [Item] = [
        ("full-time", "Klātiene", "Full-time", false),
        ("extramural", "Neklātiene", "Extramural", false),
        ("distance", "Tālmācība", "Distance learning", true),
        ("family", "Izglītība ģimenē", "Home education", true),
    ]

    /// The four groups of the support plans of the project "PuMPuRS".
    private static let riskGroups: [Item] = [
        ("1", "Mācību darba un izglītības iestādes vides riski", "Learning and school", true),
        ("2", "Sociālās vides un veselības riski", "Social environment and health", true),
        ("3", "Ekonomiskie riski", "Economic", true),
        ("4", "Ar ģimeni saistītie riski", "Family", true),
    ]

    /// Risks of each group; the code begins with the group's.
    private static let riskFactors: [Item] = [
        ("1-content", "Grūtības apgūt mācību saturu", "Difficulty with the content", true),
        ("1-low-marks", "Zemi mācību sasniegumi", "Low attainment", true),
        ("1-missed-content", "Kavētā mācību satura apguve", "Catching up on what was missed", true),
        ("1-behaviour", "Uzvedības problēmas", "Behaviour", true),
        ("1-language", "Valodas barjera", "Language barrier", true),
        ("1-motivation", "Motivācijas trūkums", "Lack of motivation", true),
        ("1-conflicts", "Konflikti ar skolotājiem vai izglītojamajiem", "Conflicts at school", true),
        ("1-absence", "Daudz kavējumu", "Much absence", true),
        ("1-load", "Pārāk liela slodze", "Too heavy a load", true),
        ("1-repeating", "Otrgadniecība", "Repeating the grade", true),
        ("2-addiction", "Atkarības", "Addiction", true),
        ("2-bullying", "Saskarsmes grūtības, mobings", "Relations with others, bullying", true),
        ("2-health", "Veselības problēmas", "Health", true),
        ("2-pregnancy", "Grūtniecība", "Pregnancy", true),
        ("2-emotional", "Psihoemocionālas grūtības", "Emotional difficulties", true),
        ("3-transport", "Līdzekļu trūkums transportam", "No money for transport", true),
        ("3-meals", "Līdzekļu trūkums ēdināšanai", "No money for meals", true),
        ("3-supplies", "Līdzekļu trūkums mācību līdzekļiem", "No money for supplies", true),
        ("3-work", "Vēlme strādāt algotu darbu", "Wish to work for pay", true),
        ("4-circumstances", "Ģimenes apstākļi", "Difficulties of the family", true),
        ("4-involvement", "Vecāku iesaistes trūkums", "Parents not involved", true),
        ("4-abroad", "Vecāki ārzemēs", "Parents abroad", true),
        ("4-violence", "Vardarbība", "Violence", true),
    ]

    private static func list(_ list: String, _ items: [Item]) -> [CodeItem] {
        items.enumerated().map { index, item in
            CodeItem(
                list: list,
                code: item.code,
                from: Day(number: 0),
                to: nil,
                words: Text(lv: item.lv, en: item.en),
                position: index + 1,
                isEditable: item.editable
            )
        }
    }
}
