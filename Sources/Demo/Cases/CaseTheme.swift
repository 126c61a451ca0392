import Registry

/// What an invented case is about: why it began, what people noted, what was planned.
///
/// A theme is told of those alone whom it fits: marks below 4 of nobody who gets none, absence of whoever has a sign of it.
struct CaseTheme: Sendable {
    /// Its place among the themes that take turns; ``ReferralTheme/all`` has the referral of each.
    let turn: Int
    /// The signs that it is told of; a request without a sign fits each.
    let signs: Set<RiskQuantity>
    let grades: ClosedRange<Int>
    let reason: String
    let notes: [String]
    let restricted: String
    let risk: String
    let evidence: String
    let strengths: String
    let goals: String
    let task: String
    let outcome: String
    let subject: String
    /// What the social service is asked in for.
    let purpose: String

    /// How many themes take turns.
    static let turns = 4

    /// The theme of a case by its number, or the next that fits the sign and grade.
    static func of(_ number: Int, _ sign: RiskQuantity?, grade: Int) -> CaseTheme {
        let fitting = all.filter { $0.fits(sign, grade: max(1, grade)) }
        func distance(_ theme: CaseTheme) -> Int { (theme.turn + turns - number % turns) % turns }
        return fitting.min { distance($0) < distance($1) } ?? all[0]
    }

    /// Whether it can be told of a pupil of a grade with a sign.
    func fits(_ sign: RiskQuantity?, grade: Int) -> Bool {
        grades.contains(grade) && (sign.map { signs.contains($0) } ?? true)
    }

    private static let absence: Set<RiskQuantity> = [.unexcused, .unexcusedDays, .absence, .fall, .missed]
    private static let learning: Set<RiskQuantity> = [
        .subjectsBelow, .noMark, .examSubjects, .repeating, .pastFailures,
    ]

    static let all: [CaseTheme] = [
        CaseTheme(
            turn: 0,
            signs: absence.union([.noMark]),
            grades: 1...12,
            reason:
                "Kavētās stundas sakrājas pirmdienās un piektdienās; saruna ar audzinātāju nav palīdzējusi.",
            notes: [
                "Saruna ar izglītojamo: stundas kavē, jo nesaprot matemātiku un negrib palikt klasē pēc stundām.",
                "Mājās vienojās, ka no rīta zvana vecmāmiņa; pirmajā nedēļā neviena kavējuma.",
            ],
            restricted: "Pārrunāts ģimenes ikdienas režīms; sīkāk – pie sociālā pedagoga.",
            risk: "1-absence",
            evidence: "Kavējumu uzskaite: nedēļas sākumā un beigās kavē divas reizes biežāk.",
            strengths: "Labi padodas sports, klasē ir divi tuvi draugi, uzticas sporta skolotājam.",
            goals: "Neviena neattaisnota stunda divos mēnešos; apgūts kavētais matemātikā.",
            task: "Vienoties ar vecākiem par rīta zvanu un atbildīgo mājās",
            outcome: "Kavējumi mazinājušies, vienošanās ar ģimeni darbojas.",
            subject: "Matemātika",
            purpose: "Apsekot ģimeni un vienoties par atbalstu ikdienas režīmā."
        ),
        CaseTheme(
            turn: 1,
            signs: learning,
            grades: 4...12,
            reason:
                "Vairākos priekšmetos vērtējums zem 4 vai vērtējuma nav; sarunā teikts, ka mācīties vairs nav jēgas.",
            notes: [
                "Ar priekšmetu skolotājiem vienojās par īsiem, biežiem darbiem un konsultāciju katru otrdienu.",
                "Konsultācijas apmeklē; pirmais darbs nokārtots ar 5.",
            ],
            restricted: "Psihologa ieteikumi stundām nodoti priekšmetu skolotājiem.",
            risk: "1-low-marks",
            evidence: "Semestra vērtējumi skolvadības sistēmā.",
            strengths: "Prot labot tehniku, labi strādā pārī, daudz jautā eksperimentu laikā.",
            goals: "Vismaz 4 balles visos priekšmetos semestra beigās.",
            task: "Sastādīt konsultāciju grafiku kopā ar priekšmetu skolotājiem",
            outcome: "Vērtējumi pietiekami visos priekšmetos, konsultācijas var beigt.",
            subject: "Matemātika",
            purpose: "Noskaidrot, kas ģimenē traucē mācīties, un ieteikt atbalsta veidu."
        ),
        CaseTheme(
            turn: 1,
            signs: learning,
            grades: 1...3,
            reason: "Mācību saturs apgūts nepilnīgi, darbi paliek nepabeigti; stundās ātri zūd uzmanība.",
            notes: [
                "Klases audzinātājs iedod uzdevumu pa daļām; mājās lasa ar vecākiem desmit minūtes dienā.",
                "Darbus pabeidz biežāk; pēc pusstundas vēl vajadzīga atpūta.",
            ],
            restricted: "Speciālā pedagoga ieteikumi stundām nodoti klases audzinātājam.",
            risk: "1-content",
            evidence: "Klases audzinātāja novērojumi un izglītojamā darbi.",
            strengths: "Labi atceras dzirdēto, patīk rēķināt ar priekšmetiem, labprāt palīdz citiem.",
            goals: "Semestra beigās lasa un saprot īsu tekstu, darbu klasē pabeidz.",
            task: "Vienoties ar vecākiem par lasīšanu mājās",
            outcome: "Saturs apgūts, papildu nodarbības var beigt.",
            subject: "Latviešu valoda",
            purpose: "Noskaidrot, kas ģimenē traucē mācīties, un ieteikt atbalsta veidu."
        ),
        CaseTheme(
            turn: 2,
            signs: absence.union([.schoolChanged, .behaviour, .observation]),
            grades: 1...12,
            reason: "Klasē turas savrup, sāk kavēt dienas, kad ir grupu darbi.",
            notes: [
                "Klases stundā runāja par sadarbošanos; vienojās pamēģināt robotikas pulciņu.",
                "Pulciņā ir divi draugi no klases.",
            ],
            restricted: "Par klases savstarpējām attiecībām runāts ar katru atsevišķi.",
            risk: "2-bullying",
            evidence: "Klases audzinātāja novērojumi un izglītojamā stāstītais.",
            strengths: "Daudz lasa, labas zināšanas par dabu, darbu dara pacietīgi.",
            goals: "Iesaistās klases grupu darbos un vienā pulciņā; kavējumu bez iemesla nav.",
            task: "Iepazīstināt ar pulciņa vadītāju jauniešu centrā",
            outcome: "Klasē jūtas labi, kavējumu bez iemesla nav.",
            subject: "Latviešu valoda",
            purpose: "Iesaistīt atbalsta grupā un pastāstīt, kā veicas."
        ),
        CaseTheme(
            turn: 3,
            signs: absence.union([.schoolChanged, .observation]),
            grades: 1...12,
            reason:
                "Bieži kavē pirmās stundas; autobusam no mājām pietrūkst naudas, un brokastis netiek ēstas.",
            notes: [
                "Noskaidrots, kādi dokumenti vajadzīgi transporta izdevumu segšanai.",
                "Transporta un ēdināšanas izdevumi tiek segti; pirmajās stundās ir laikā.",
            ],
            restricted: "Ziņas par ģimenes ienākumiem ir sociālajā dienestā, šeit tās nepārraksta.",
            risk: "3-transport",
            evidence: "Vecāku iesniegums un autobusa kustības saraksts.",
            strengths: "Pienākumus dara apzinīgi, palīdz mājās jaunākajiem, labi padodas mākslas priekšmeti.",
            goals: "Laikā visās pirmajās stundās; siltas pusdienas katru dienu.",
            task: "Iesniegt pieteikumu transporta izdevumu segšanai",
            outcome: "Atbalsts piešķirts, kavējumu vairs nav.",
            subject: "Angļu valoda",
            purpose: "Izvērtēt tiesības uz sociālo palīdzību un informēt skolu par lēmumu."
        ),
    ]
}
