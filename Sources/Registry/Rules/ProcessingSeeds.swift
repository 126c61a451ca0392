import Kernel

/// Why each set of data about persons is kept, and by which right: the shipped texts of the record of processing.
///
/// A code is the room and whose data they are; the board puts its own words in place of these. The bases are those of
/// a municipality's education board: a task in the public interest or a duty by law (GDPR, article 6(1)(c) and (e)); where data
/// are of a special category, also a substantial public interest (article 9(2)(g)). `docs/data-protection` says the same.
enum ProcessingSeeds {
    typealias Item = (code: String, lv: String, en: String, editable: Bool)

    static let purposes: [Item] = [
        (
            "registry-pupils", "Izglītojamo, klašu un mācību vietu uzskaite",
            "Register of pupils and where they learn",
            true
        ),
        (
            "attainment-pupils", "Mācību sasniegumu izvērtēšana un agrīns atbalsts",
            "Looking at attainment and helping early", true
        ),
        (
            "attendance-pupils", "Kavējumu uzskaite un to iemeslu novēršana",
            "Counting absences and mending their causes", true
        ),
        (
            "assessments-pupils", "Pārbaudes darbu un eksāmenu rezultātu izvērtēšana",
            "Looking at results of tests and examinations", true
        ),
        (
            "behaviour-pupils", "Drošas mācību vides nodrošināšana", "Keeping the school a safe place", true
        ),
        (
            "prevention-pupils", "Priekšlaicīgas mācību pārtraukšanas riska mazināšana",
            "Lowering the risk of leaving school early", true
        ),
        (
            "cases-pupils", "Starpinstitucionāls atbalsts izglītojamajam",
            "Help for a pupil by several institutions",
            true
        ),
        (
            "privacy-pupils", "Personu pieprasījumu izpilde", "Answering requests of persons", true
        ),
        (
            "access-pupils", "Pierādījums, kas skatījis izglītojamā datus",
            "Proof of who saw data of a pupil", true
        ),
        (
            "exchange-pupils", "Datu pārbaude pirms importa un importa atsaukšana",
            "Checking data before import, and undoing imports", true
        ),
        (
            "registry-staff", "Pedagogu noslodzes un mācāmo priekšmetu uzskaite",
            "Register of teachers, their load and subjects", true
        ),
        (
            "attendance-staff", "Mācību darba kvalitātes izvērtēšana iestādē",
            "Looking at the quality of teaching in the institution", true
        ),
        (
            "planning-staff", "Rīcības programmu uzdevumu izpildes plānošana",
            "Planning who does the tasks of programmes", true
        ),
        (
            "prevention-staff", "Atbalsta komandas un starpinstitūciju sanāksmju protokoli",
            "Minutes of support teams and of meetings of institutions", true
        ),
        (
            "saved-accounts", "Saglabāto skatu un paziņojumu piegāde lietotājam",
            "Giving users their saved views and notices", true
        ),
        (
            "dates-accounts", "Termiņu atgādināšana lietotājam kalendārā un e-pastā",
            "Reminding users of their dates by calendar and mail", true
        ),
        (
            "access-accounts", "Piekļuves pārvaldība un drošība", "Managing access and keeping it safe", true
        ),
    ]

    static let bases: [Item] = [
        (
            "registry-pupils",
            """
            VDAR 6. panta 1. punkta c) un e), programmai un statusam arī 9. panta 2. punkta g) apakšpunkts; \
            Izglītības likums un Vispārējās izglītības likums
            """,
            """
            GDPR, article 6(1)(c) and (e), for programme and status also 9(2)(g); Education Law and General \
            Education Law
            """, true
        ),
        ("attainment-pupils", publicDuty, publicDutyEnglish, true),
        (
            "attendance-pupils",
            """
            VDAR 6. panta 1. punkta c), slimības kavējumiem arī 9. panta 2. punkta g) apakšpunkts; MK \
            01.02.2011. noteikumi Nr. 89
            """,
            """
            GDPR, article 6(1)(c), for illness also 9(2)(g); Cabinet Regulation No. 89 of 1 February 2011
            """, true
        ),
        ("assessments-pupils", publicDuty, publicDutyEnglish, true),
        ("behaviour-pupils", publicDuty, publicDutyEnglish, true),
        (
            "prevention-pupils",
            """
            VDAR 6. panta 1. punkta c) un e) un 9. panta 2. punkta g) apakšpunkts; Izglītības likums un Vispārējās \
            izglītības likums; MK 01.02.2011. noteikumi Nr. 89
            """,
            """
            GDPR, articles 6(1)(c) and (e) and 9(2)(g); Education Law and General Education Law; Cabinet Regulation \
            No. 89 of 1 February 2011
            """, true
        ),
        (
            "cases-pupils",
            """
            VDAR 6. panta 1. punkta c) un e) un 9. panta 2. punkta g) apakšpunkts; Izglītības likums un Vispārējās \
            izglītības likums
            """,
            """
            GDPR, articles 6(1)(c) and (e) and 9(2)(g); Education Law and General Education Law
            """, true
        ),
        (
            "privacy-pupils", "VDAR 6. panta 1. punkta c) apakšpunkts, 12. un 15.–22. pants",
            "GDPR, article 6(1)(c), articles 12 and 15 to 22", true
        ),
        (
            "access-pupils", "VDAR 6. panta 1. punkta c) apakšpunkts, 5. panta 2. punkts un 32. pants",
            "GDPR, article 6(1)(c), articles 5(2) and 32", true
        ),
        ("exchange-pupils", publicDuty, publicDutyEnglish, true),
        ("registry-staff", publicDuty, publicDutyEnglish, true),
        ("attendance-staff", publicDuty, publicDutyEnglish, true),
        ("planning-staff", publicDuty, publicDutyEnglish, true),
        ("prevention-staff", publicDuty, publicDutyEnglish, true),
        ("saved-accounts", "VDAR 32. pants", "GDPR, article 32", true),
        ("dates-accounts", publicDuty, publicDutyEnglish, true),
        (
            "access-accounts", "VDAR 6. panta 1. punkta c) apakšpunkts un 32. pants",
            "GDPR, article 6(1)(c) and article 32", true
        ),
    ]

    private static let publicDuty =
        "VDAR 6. panta 1. punkta e) apakšpunkts; Izglītības likums un Vispārējās izglītības likums"
    private static let publicDutyEnglish =
        "GDPR, article 6(1)(e); Education Law and General Education Law"
}
