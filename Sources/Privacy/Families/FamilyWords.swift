internal import Access
internal import Frame
internal import Kernel

/// The plain words of the notice to families; `docs/data-protection/notice-to-families` says the same.
struct FamilyWords {
    let language: Language

    static let title = Text(lv: "Kā mēs izmantojam Jūsu bērna datus", en: "How we use your child’s data")
    static let why = Text(
        lv: """
            Mēs izmantojam datus, lai laikus pamanītu, kad bērnam mācībās kļūst grūti vai kad bērns varētu mācības \
            pamest, un lai palīdzētu. Dati nāk no iestādes žurnāla, pārbaudes darbiem un darbinieku ierakstiem; no \
            bērna paša sistēma neko nevāc.
            """,
        en: """
            We use data to notice in time when learning becomes hard for a child or when a child may leave school, and \
            to help. The data come from the institution’s journal, from tests and from what staff write down; the \
            system gathers nothing from the child itself.
            """
    )
    static let whatTitle = Text(lv: "Kādi dati un cik ilgi", en: "Which data, and for how long")
    static let unsaid = Text(lv: "pašvaldība vēl nav aprakstījusi", en: "not described by the board yet")
    static let basisTitle = Text(lv: "Uz kāda pamata", en: "By which right")
    static let whoTitle = Text(lv: "Kas datus redz", en: "Who sees the data")
    static let trail = Text(
        lv: """
            Pārējie redz tikai kopsavilkumus, no kuriem nevienu bērnu nevar atpazīt. Katra skatīšanās tiek pierakstīta, \
            un Jūs varat uzzināt, kas datus skatījis.
            """,
        en: """
            Others see totals only, in which no child can be recognised. Every look is written down, and you can learn \
            who looked.
            """
    )
    static let decisionTitle = Text(lv: "Lemj cilvēks", en: "People decide")
    static let decision = Text(
        lv: """
            Sistēma par bērnu neko nenolemj. Tā parāda pazīmi, piemēram, daudz kavējumu; cilvēks to izvērtē, parunā ar \
            Jums un lemj, kā palīdzēt.
            """,
        en: """
            The system decides nothing about a child. It shows a sign, such as many absences; a person looks into it, \
            talks with you and decides how to help.
            """
    )
    static let rightsTitle = Text(lv: "Jūsu tiesības", en: "Your rights")
    static let rights = [
        Text(
            lv: "Uzzināt, kādi bērna dati glabājas un kas tos skatījis, un saņemt tos failā.",
            en: "To learn which data of your child are kept and who looked, and to have them as a file."
        ),
        Text(lv: "Lūgt izlabot, kas ir nepareizi.", en: "To have mended what is wrong."),
        Text(
            lv: "Lūgt dzēst datus, ja likums neprasa tos glabāt, vai ierobežot to izmantošanu.",
            en: "To ask for erasure where no law requires them to be kept, or for limits to their use."
        ),
        Text(lv: "Iebilst pret datu izmantošanu.", en: "To object to the use of the data."),
    ]
    static let answer = Text(
        lv: "Pieprasījumu var iesniegt iestādē vai pašvaldībā; atbildi sniedz mēneša laikā.",
        en: "Ask at the institution or the municipality; you get an answer within a month."
    )
    static let complaint = Text(
        lv: "Ja atbilde Jūs neapmierina, varat sūdzēties Datu valsts inspekcijā (www.dvi.gov.lv).",
        en: "If it does not satisfy you, you may complain to the Data State Inspectorate (www.dvi.gov.lv)."
    )
    static let askTitle = Text(lv: "Kam jautāt", en: "Whom to ask")
    static let institution = Text(lv: "Izglītības iestāde", en: "Institution")
    static let head = Text(lv: "Iestādes vadītājs", en: "Head of the institution")
    static let officer = Text(lv: "Datu aizsardzības speciālists", en: "Data protection specialist")
    static let name = Text(lv: "nosaukums; aizpilda ar roku", en: "name; filled in by hand")
    static let contact = Text(
        lv: "vārds, tālrunis vai e-pasts; aizpilda ar roku",
        en: "name, phone or mail; filled in by hand"
    )
    static let phone = Text(lv: "tālrunis; aizpilda ar roku", en: "phone; filled in by hand")

    /// What is in each set, by its code.
    static let contents: [String: Text] = [
        "registry-pupils": Text(
            lv: "vārds, uzvārds, personas kods, dzimšanas diena, iestāde, klase, programma, īpašs statuss",
            en: "name, personal code, day of birth, institution, class, programme, special status"
        ),
        "exchange-pupils": Text(
            lv: "šifrētas kopijas, kamēr datus pārbauda un ielasīšanu var atsaukt",
            en: "sealed copies while data are checked and their import can be undone"
        ),
        "attainment-pupils": Text(
            lv: "vērtējumi mācību priekšmetos un iepriekšējo gadu nesekmības",
            en: "marks in subjects, failures of past years"
        ),
        "attendance-pupils": Text(
            lv: "kavētās mācību stundas un to iemesla veids",
            en: "lessons missed, and the kind of reason"
        ),
        "assessments-pupils": Text(
            lv: "pārbaudes darbu un eksāmenu rezultāti",
            en: "results of tests and examinations"
        ),
        "behaviour-pupils": Text(
            lv: "iestādes ieraksti par uzvedību",
            en: "what the institution wrote down about behaviour"
        ),
        "prevention-pupils": Text(
            lv: "riska pazīmes, novērojumi, rīcība kavējumu dēļ, atbalsta gadījumi, plāni, sanāksmju lēmumi",
            en: "signs of risk, observations, steps over absence, cases of support, plans, decisions made"
        ),
        "access-pupils": Text(
            lv: "kas un kad skatījis vai mainījis bērna datus",
            en: "who looked at the child’s data or changed them, and when"
        ),
        "privacy-pupils": Text(
            lv: "Jūsu pieprasījumi par datiem un atbildes",
            en: "your requests about the data, and the answers"
        ),
    ]
}
