import Kernel

/// The steps and letters that Sekme ships; a board edits all of them.
enum DutySeeds {
    static let all: [Regulation] = [steps] + letters

    private static let steps = Regulation(
        name: AbsenceDutyRule.regulation,
        from: Day(number: 0),
        to: nil,
        words: Text(
            lv: """
                Ja izglītojamā nav un iemesls nav zināms, ar vecākiem sazinās tajā pašā dienā. Ja semestrī \
                neattaisnoti kavētas vairāk nekā 20 stundas, runā ar izglītojamo un vecākiem, informē pašvaldību, ieraksta VIIS un \
                vēršas starpinstitucionālajā komisijā.
                """,
            en: """
                Where a pupil is absent and nobody knows why, the parents are contacted on the same day. Of more than 20 \
                unexcused lessons in a term one talks with the pupil and the parents, tells the municipality, makes an \
                entry in VIIS and turns to the inter-institutional commission.
                """
        ),
        source: "MK 01.02.2011. noteikumi Nr. 89; soļu secību nosaka pašvaldība",
        parameters: """
            {"steps":[\
            {"days":0,"doer":"class-teacher","en":"Contact with the parents on the same day",\
            "lv":"Saziņa ar vecākiem tajā pašā dienā","reference":0,"step":"contact"},\
            {"days":3,"doer":"class-teacher","en":"Talk of the class teacher with the pupil",\
            "lv":"Klases audzinātāja saruna ar izglītojamo","reference":0,"step":"talk"},\
            {"days":7,"doer":"social-pedagogue","en":"Meeting with the parents",\
            "lv":"Tikšanās ar vecākiem","reference":0,"step":"meeting"},\
            {"days":3,"doer":"head","en":"Notice to the education board",\
            "lv":"Paziņojums izglītības pārvaldei","reference":1,"step":"board"},\
            {"days":5,"doer":"social-pedagogue","en":"Entry in VIIS","lv":"Ieraksts VIIS","reference":1,"step":"register"},\
            {"days":14,"doer":"coordinator","en":"Inter-institutional commission",\
            "lv":"Starpinstitucionālā komisija","reference":1,"step":"commission"}]}
            """,
        isEditable: true
    )

    /// Letters as institutions send them.
    ///
    /// Who sends, day and number, to whom, about whom, the text, post and signature, who prepared it and where to answer;
    /// in words that fit girls and boys.
    private static let letters = [
        letter(
            .notice,
            Text(
                lv: """
                    {iestāde}

                    {diena} Nr. {numurs}

                    Likumiskajiem pārstāvjiem
                    ________________________________

                    Par neattaisnotiem kavējumiem: {izglītojamais}, {klase} klase

                    Informējam par neattaisnotiem kavējumiem {semestris}. semestrī: {kavēts}. {par robežu}

                    Lūdzam līdz {termiņš} paziņot kavējumu iemeslu un, ja tas ir attaisnojošs, iesniegt apliecinājumu. \
                    Ja vajadzīga palīdzība, sazinieties ar mums: risinājumu meklēsim kopā.

                    {amats} ____________________ {paraksta}

                    Sagatavoja: {kas raksta}
                    Tālrunis: ____________________
                    E-pasts: {e-pasts}
                    """,
                en: """
                    {institution}

                    {day} No. {number}

                    To the legal representatives
                    ________________________________

                    Unexcused absence: {pupil}, class {class}

                    We inform you of absence without an accepted reason in term {term}: {missed}. {about the limit}

                    Please let us know the reason by {deadline} and, where it is an accepted one, send us a proof. \
                    If you need help, call us: we shall look for a solution together.

                    {post} ____________________ {signer}

                    Prepared by: {writer}
                    Telephone: ____________________
                    Email: {email}
                    """
            ),
            days: 3
        ),
        letter(
            .invitation,
            Text(
                lv: """
                    {iestāde}

                    {diena} Nr. {numurs}

                    Likumiskajiem pārstāvjiem
                    ________________________________

                    Par sarunu iestādē: {izglītojamais}, {klase} klase

                    Lūdzam Jūs līdz {termiņš} ierasties iestādē, lai kopā pārrunātu, kā palīdzēt bērnam apmeklēt mācības. \
                    Neattaisnoti kavējumi {semestris}. semestrī: {kavēts}.

                    Laiks un vieta: ________________________________

                    Ja šis laiks neder, lūdzam piedāvāt citu.

                    {amats} ____________________ {paraksta}

                    Sagatavoja: {kas raksta}
                    Tālrunis: ____________________
                    E-pasts: {e-pasts}
                    """,
                en: """
                    {institution}

                    {day} No. {number}

                    To the legal representatives
                    ________________________________

                    A meeting at the institution: {pupil}, class {class}

                    Please come to the institution by {deadline}, so that we can talk about how to help the child attend \
                    lessons. Missed in term {term} without an accepted reason: {missed}.

                    Time and place: ________________________________

                    If that time does not suit you, please propose another.

                    {post} ____________________ {signer}

                    Prepared by: {writer}
                    Telephone: ____________________
                    Email: {email}
                    """
            ),
            days: 7
        ),
        letter(
            .board,
            Text(
                lv: """
                    {iestāde}

                    {diena} Nr. {numurs}

                    Izglītības pārvaldei

                    Par neattaisnotiem kavējumiem: {izglītojamais}, {klase} klase

                    Pamatojoties uz Ministru kabineta 2011. gada 1. februāra noteikumiem Nr. 89, informējam par neattaisnotiem \
                    kavējumiem {semestris}. semestrī: {kavēts}. {par robežu}

                    Iestādē veiktās darbības ir dokumentētas. Lūdzam līdz {termiņš} iesaistīties darbā ar ģimeni un citām \
                    institūcijām.

                    {amats} ____________________ {paraksta}

                    Sagatavoja: {kas raksta}
                    Tālrunis: ____________________
                    E-pasts: {e-pasts}
                    """,
                en: """
                    {institution}

                    {day} No. {number}

                    To the education board

                    Unexcused absence: {pupil}, class {class}

                    Under Cabinet Regulation No. 89 of 1 February 2011 we inform you of absence without an accepted reason in \
                    term {term}: {missed}. {about the limit}

                    What the institution did is on record; please join the work with the family and other institutions \
                    by {deadline}.

                    {post} ____________________ {signer}

                    Prepared by: {writer}
                    Telephone: ____________________
                    Email: {email}
                    """
            ),
            days: 14
        ),
    ]

    private static func letter(_ letter: DutyLetter, _ words: Text, days: Int) -> Regulation {
        Regulation(
            name: letter.rule,
            from: Day(number: 0),
            to: nil,
            words: words,
            source: "Sekmes paraugs; pašvaldība to pielāgo",
            parameters: #"{"days":\#(days)}"#,
            isEditable: true
        )
    }
}
