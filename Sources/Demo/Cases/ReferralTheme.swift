import Cases

/// What becomes of an invented referral.
enum ReferralCourse: Sendable {
    case unanswered, accepted, rejected, finished
}

/// Which referrals of the demo are still to be sent: each goes from the first case that is of its age.
struct ReferralTurns: Sendable {
    /// From a case of so many days a referral can be sent and answered.
    private static let least = 14
    /// In a case of so many days whatever was asked has been answered or done.
    private static let late = 100
    /// Referrals are of the last year.
    private static let most = 340

    private var young: [ReferralCourse] = [.unanswered, .unanswered, .accepted, .accepted]
    private var old: [ReferralCourse] = [.finished, .rejected, .finished]

    /// What becomes of the referral of a case that began so many days ago; nil where none is sent from it.
    mutating func next(age: Int) -> ReferralCourse? {
        switch age {
        case ReferralTurns.least..<ReferralTurns.late: young.isEmpty ? nil : young.removeFirst()
        case ReferralTurns.late...ReferralTurns.most: old.isEmpty ? nil : old.removeFirst()
        default: nil
        }
    }
}

/// What an invented referral says: what is asked and why, how it is answered, what came of it.
struct ReferralTheme: Sendable {
    let asked: CaseStage.Asked
    let accepted: String
    let rejected: String
    let outcome: String

    /// What is written on the further questions of the form, by turns.
    static let written = [
        [
            "Klases audzinātājs divas reizes runājis ar vecākiem, notikusi atbalsta komandas sanāksme.",
            "Labprāt sporto, uzticas sporta skolotājam.", "Jā, māte ir informēta un piekrīt.",
            "Līdz semestra beigām apmeklē vismaz deviņas stundas no desmit.",
        ],
        [
            "Divus mēnešus notikušas konsultācijas un individuālas sarunas ar sociālo pedagogu.",
            "Rūpējas par jaunāko māsu, palīdz vecmāmiņa.", "Jā, ar vecākiem pārrunāts tikšanās laikā.",
            "Vienošanās ar ģimeni par dienas režīmu un palīdzību mājās.",
        ],
        [
            "Iestādes psihologs ticies četras reizes, mainīta vieta klasē.", "Labi padodas matemātika.",
            "Tēvs ir informēts pa tālruni.", "",
        ],
    ]

    /// One for each turn of the themes of cases; what is asked is what a social service can do.
    static let all: [ReferralTheme] = [
        ReferralTheme(
            asked: CaseStage.Asked(
                body: DemoCases.social,
                kind: "family-visit",
                reason:
                    "Pirmdienās un piektdienās uz stundām nenāk, vecāki uz zvaniem neatbild. Lūdzam apsekot ģimeni."
            ),
            accepted: "Ģimeni apsekosim nedēļas laikā.",
            rejected: "Ģimene deklarēta citā pašvaldībā; lūdzam vērsties tās sociālajā dienestā.",
            outcome: "Ģimene apsekota; ar vecākiem noslēgta vienošanās par ikdienas režīmu."
        ),
        ReferralTheme(
            asked: CaseStage.Asked(
                body: DemoCases.social,
                kind: "psychologist",
                reason:
                    "Mācību saturs apgūts nepilnīgi, zudusi motivācija. Lūdzam psihologa konsultāciju un ieteikumus."
            ),
            accepted: "Pirmā konsultācija būs pēc divām nedēļām.",
            rejected: "Uz konsultācijām ir rinda; vispirms lūdzam iestādes psihologa izvērtējumu.",
            outcome: "Notikušas četras konsultācijas; ieteikumi stundām nosūtīti izglītības iestādei."
        ),
        ReferralTheme(
            asked: CaseStage.Asked(
                body: DemoCases.social,
                kind: "day-centre",
                reason:
                    "Klasē turas savrup. Lūdzam iesaistīt dienas aprūpes centra nodarbībās."
            ),
            accepted: "Aicinām uz atvērto pēcpusdienu; nodarbību vadītājs ir informēts.",
            rejected: "Šī semestra grupās vietu vairs nav; lūdzam pieteikt nākamajā semestrī.",
            outcome: "Nodarbības apmeklē divas reizes nedēļā, grupā jūtas labi."
        ),
        ReferralTheme(
            asked: CaseStage.Asked(
                body: DemoCases.social,
                kind: "consultation",
                reason:
                    "Ģimenei pietrūkst naudas ceļam uz skolu un pusdienām. Lūdzam konsultāciju par tiesībām uz atbalstu."
            ),
            accepted: "Konsultācijas laiks ar vecākiem saskaņots.",
            rejected: "Vecāki no konsultācijas atteicās; iesniegumu var iesniegt arī vēlāk.",
            outcome: "Ģimenei piešķirts pabalsts transporta un ēdināšanas izdevumiem."
        ),
    ]

    /// What another body asks of an institution.
    static let outside = CaseStage.Asked(
        body: DemoCases.social,
        kind: "support-at-school",
        reason:
            "Ģimene pēc palīdzības vērsusies sociālajā dienestā. Lūdzam atbalstīt bērnu mācībās un paziņot, kurš to vada."
    )
}
