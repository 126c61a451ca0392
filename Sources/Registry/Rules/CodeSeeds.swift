import Kernel

/// The code lists that Sekme ships.
enum CodeSeeds {
    static let all: [CodeItem] =
        list(CodeLists.leaveReasons, leaving) + list(CodeLists.arrivalReasons, arriving)
        + list(CodeLists.absenceKinds, absences) + list(CodeLists.institutionKinds, kinds)
        + list(CodeLists.learningAreas, areas) + list(CodeLists.studyForms, forms)

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

    private static let absences: [Item] = [
        ("1", "Slimības dēļ", "Illness", false),
        ("2", "Cits attaisnojošs iemesls", "Excused for another reason", false),
        ("3", "Neattaisnots", "Without excuse", false),
        ("4", "Iemesls nav norādīts", "Reason not given", true),
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
