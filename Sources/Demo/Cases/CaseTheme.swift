/// What an invented case is about: why it began, what people noted, what was planned.
struct CaseTheme: Sendable {
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

    static let all: [CaseTheme] = [
        CaseTheme(
            reason:
                "Neattaisnotas stundas sakrājas pirmdienās un piektdienās; saruna ar audzinātāju nav palīdzējusi.",
            notes: [
                "Saruna ar izglītojamo: stundas kavē, jo nesaprot matemātiku un negrib kavēties klasē pēc stundām.",
                "Mājās vienojās, ka no rīta zvana vecmāmiņa; pirmajā nedēļā neviena kavējuma.",
            ],
            restricted: "Pārrunāts ģimenes ikdienas režīms; sīkāk – pie sociālā pedagoga.",
            risk: "1-absence",
            evidence: "Semestrī vairāk nekā 20 neattaisnotu stundu.",
            strengths: "Labi padodas sports, klasē ir divi tuvi draugi, uzticas sporta skolotājam.",
            goals: "Neviena neattaisnota stunda divos mēnešos; nokārtots ieskaites darbs matemātikā.",
            task: "Vienoties ar vecākiem par rīta zvanu un atbildīgo mājās",
            outcome: "Kavējumi mazinājušies, vienošanās ar ģimeni darbojas.",
            subject: "Matemātika",
            purpose: "Apsekot ģimeni un vienoties par atbalstu ikdienas režīmā."
        ),
        CaseTheme(
            reason: "Vairākos priekšmetos vērtējums zem 4; pats saka, ka mācīties vairs nav jēgas.",
            notes: [
                "Ar priekšmetu skolotājiem vienojās par īsiem, biežiem darbiem un konsultāciju katru otrdienu.",
                "Konsultācijas apmeklē; pirmais darbs nokārtots ar 5.",
            ],
            restricted: "Psihologa ieteikumi stundām nodoti priekšmetu skolotājiem.",
            risk: "1-low-marks",
            evidence: "Trīs priekšmetos semestra vērtējums zem 4.",
            strengths: "Prot labot tehniku, labi strādā pārī, interesējas par fiziku.",
            goals: "Vismaz 4 balles visos priekšmetos semestra beigās.",
            task: "Sastādīt konsultāciju grafiku kopā ar priekšmetu skolotājiem",
            outcome: "Vērtējumi pietiekami visos priekšmetos, konsultācijas var beigt.",
            subject: "Fizika",
            purpose: "Noskaidrot, kas ģimenē traucē mācīties, un ieteikt atbalsta veidu."
        ),
        CaseTheme(
            reason: "Pēc skolas maiņas klasē turas viens, sāk kavēt dienas, kad ir grupu darbi.",
            notes: [
                "Klases stundā runāja par sadarbošanos; izglītojamais piekrita pamēģināt robotikas pulciņu.",
                "Pulciņā iedraudzējies ar diviem klasesbiedriem.",
            ],
            restricted: "Par klases savstarpējām attiecībām runāts ar katru atsevišķi.",
            risk: "2-bullying",
            evidence: "Audzinātāja novērojums un paša stāstītais.",
            strengths: "Daudz lasa, labas zināšanas dabaszinībās, pacietīgs.",
            goals: "Iesaistās klases grupu darbos un vienā pulciņā; kavējumu bez iemesla nav.",
            task: "Iepazīstināt ar pulciņa vadītāju jauniešu centrā",
            outcome: "Klasē iejuties, kavējumu bez iemesla nav.",
            subject: "Latviešu valoda",
            purpose: "Iesaistīt pusaudžu atbalsta grupā un pastāstīt, kā veicas."
        ),
        CaseTheme(
            reason:
                "Bieži kavē pirmās stundas; autobusam no mājām pietrūkst naudas, un brokastis netiek ēstas.",
            notes: [
                "Noskaidrots, kādi dokumenti vajadzīgi transporta izdevumu segšanai.",
                "Transporta un ēdināšanas izdevumi tiek segti; pirmajās stundās ir laikā.",
            ],
            restricted: "Ziņas par ģimenes ienākumiem ir sociālajā dienestā, šeit tās nepārraksta.",
            risk: "3-transport",
            evidence: "Vecāku iesniegums un autobusa kustības saraksts.",
            strengths: "Apzinīgs, palīdz mājās jaunākajiem, labi padodas mākslas priekšmeti.",
            goals: "Laikā visās pirmajās stundās; siltas pusdienas katru dienu.",
            task: "Iesniegt pieteikumu transporta izdevumu segšanai",
            outcome: "Atbalsts piešķirts, kavējumu vairs nav.",
            subject: "Angļu valoda",
            purpose: "Izvērtēt tiesības uz sociālo palīdzību un informēt skolu par lēmumu."
        ),
    ]
}
