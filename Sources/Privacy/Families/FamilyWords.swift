internal import Kernel

/// The plain words of the notice to families; `docs/data-protection/notice-to-families` says the same.
///
/// Whoever makes them longer takes away what keeps the notice on one page: the browser tests print it.
struct FamilyWords {
    let language: Language

    static let title = Text(lv: "Kā mēs izmantojam Jūsu bērna datus", en: "How we use your child’s data")
    static let board = Text(lv: "Pašvaldība", en: "The municipality")

    /// Who uses the data, for what, and where they come from.
    static func why(_ board: Text) -> Text {
        Text(
            lv: """
                \(board.lv) izmanto datus, lai laikus pamanītu, ka bērnam mācībās kļūst grūti vai ka bērns varētu mācības \
                pārtraukt, un lai palīdzētu. Dati nāk no iestādes žurnāla, pārbaudes darbiem un darbinieku ierakstiem; \
                no paša bērna sistēma neko nevāc.
                """,
            en: """
                \(board.en) uses data to notice in time that learning is becoming hard for a child or that a child may \
                leave school, and to help. The data come from the institution’s journal, from tests and from what staff \
                write down; the system gathers nothing from the child itself.
                """
        )
    }

    static let whatTitle = Text(lv: "Kādi dati un kāpēc", en: "Which data, and why")
    static let unsaid = Text(lv: "pašvaldība vēl nav aprakstījusi", en: "not described by the board yet")
    static let whoTitle = Text(lv: "Kas datus redz", en: "Who sees the data")
    static let trail = Text(
        lv: """
            Slimības dēļ kavēto redz tikai tie, kuri strādā ar bērnu. Pārējie redz tikai kopsavilkumus, kuros nevienu bērnu \
            nevar atpazīt. Katra skatīšanās tiek pierakstīta. Ja bērns pāriet uz citu iestādi, tā redz arī iepriekšējās \
            vērtējumus, kavējumus, pārbaudes darbus un uzvedības ierakstus, bet atbalsta plānus – tikai tad, ja nodots gadījums.
            """,
        en: """
            What was missed through illness is seen only by those who work with the child. Others see totals only, in \
            which no child can be recognised. Every look is written down. Where a child goes to another institution, it \
            sees the former one’s marks, absences, tests and entries about behaviour too, but support plans only where the \
            case is handed over.
            """
    )
    static let keptTitle = Text(lv: "Cik ilgi datus glabā", en: "How long the data are kept")
    static let rightsTitle = Text(lv: "Jūsu tiesības", en: "Your rights")
    static let rights = [
        Text(
            lv: "Uzzināt, kādus bērna datus glabā un kas tos skatījis, un saņemt tos failā.",
            en: "To learn which data are kept and who looked at them, and to have them as a file."
        ),
        Text(
            lv: "Lūgt izlabot nepareizo, dzēst to, ko likums neprasa glabāt, vai ierobežot datu izmantošanu.",
            en: """
                To ask us to correct what is wrong, erase what no law requires us to keep, or limit the use of data.
                """
        ),
        Text(lv: "Iebilst pret datu izmantošanu.", en: "To object to the use of the data."),
    ]
    static let answer = Text(
        lv: "Vērsieties iestādē vai pašvaldībā; atbildi saņemsiet mēneša laikā.",
        en: "Ask the institution or the municipality; you get an answer within a month."
    )
    static let complaint = Text(
        lv: "Ja tā Jūs neapmierina, varat sūdzēties Datu valsts inspekcijā (www.dvi.gov.lv).",
        en: "If it does not satisfy you, you may complain to the Data State Inspectorate (www.dvi.gov.lv)."
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
    static let basisTitle = Text(lv: "Uz kāda pamata", en: "Legal basis")
    static let askTitle = Text(lv: "Kam jautāt", en: "Whom to ask")
    static let institution = Text(lv: "Izglītības iestāde", en: "Institution")
    static let head = Text(lv: "Iestādes vadītājs", en: "Head of the institution")
    static let officer = Text(lv: "Datu aizsardzības speciālists", en: "Data protection specialist")
    static let name = Text(lv: "nosaukums; aizpilda ar roku", en: "name; filled in by hand")
    static let contact = Text(
        lv: "vārds, tālrunis vai e-pasts; aizpilda ar roku",
        en: "name, phone or mail; filled in by hand"
    )
    static let phone = Text(lv: "tālrunis", en: "phone")

    /// Names one after the other as a sentence has them.
    static func listed(_ names: [String]) -> String {
        names.enumerated().map { index, name in index == 0 ? name : inner(name) }.joined(separator: ", ")
    }

    /// A name within a sentence: without its capital, where that is no abbreviation.
    private static func inner(_ name: String) -> String {
        guard let first = name.first, name.dropFirst().first?.isUppercase != true else { return name }
        return first.lowercased() + name.dropFirst()
    }
}
