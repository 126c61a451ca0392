import Kernel

extension UnmatchedWords {
    static let pupil = UnmatchedWords(
        code: "pupil.unknown",
        message: Text(
            lv: "Reģistrā nav šāda izglītojamā.",
            en: "The register has no such pupil."
        ),
        advice: Text(
            lv: "Pārbaudiet personas kodu, vārdu un klasi vai vispirms importējiet izglītojamos.",
            en: "Check the personal code, the name and the class, or import pupils first."
        )
    )
    static let severalPupils = UnmatchedWords(
        code: "pupil.ambiguous",
        message: Text(
            lv: "Klasē ir vairāki izglītojamie ar šādu vārdu un uzvārdu.",
            en: "The class has several pupils of this name."
        ),
        advice: Text(
            lv: "Norādiet personas kodu vai izglītojamā kodu avota sistēmā.",
            en: "Give the personal code, or the pupil's code in the source system."
        )
    )
    static let pupilConflict = UnmatchedWords(
        code: "pupil.codeConflict",
        message: Text(
            lv: "Izglītojamajam ar šo kodu reģistrā ir cits personas kods.",
            en: "The register holds another personal code for this pupil code."
        ),
        advice: Text(
            lv: "Salīdziniet abus kodus ar dokumentu un izlabojiet failu vai reģistru.",
            en: "Compare both codes with the document and mend the file or the register."
        )
    )
    static let staff = UnmatchedWords(
        code: "staff.unknown",
        message: Text(
            lv: "Iestādē nav šāda darbinieka.",
            en: "The institution has no such member of staff."
        ),
        advice: Text(
            lv: "Pārbaudiet vārdu un uzvārdu vai vispirms importējiet darbiniekus.",
            en: "Check the name, or import staff first."
        )
    )
    static let severalStaff = UnmatchedWords(
        code: "staff.ambiguous",
        message: Text(
            lv: "Iestādē ir vairāki darbinieki ar šādu vārdu un uzvārdu.",
            en: "The institution has several members of staff of this name."
        ),
        advice: Text(
            lv: "Norādiet personas kodu vai darbinieka kodu avota sistēmā.",
            en: "Give the personal code, or the person's code in the source system."
        )
    )
}

/// What is said of persons who are taken over, and should be looked at.
extension UnmatchedWords {
    static let pupilByName = UnmatchedWords(
        code: "pupil.byName",
        message: Text(
            lv:
                "Izglītojamais atrasts pēc klases un vārda, jo personas kods failā vai reģistrā nav norādīts.",
            en: "The pupil was found by class and name, as the file or the register has no personal code."
        ),
        advice: Text(
            lv: "Pārbaudiet, vai tas ir tas pats cilvēks.",
            en: "Check that it is the same person."
        )
    )
    static let pupilElsewhere = UnmatchedWords(
        code: "enrolment.elsewhere",
        message: Text(
            lv: "Izglītojamais šajā laikā ir uzņemts arī citā iestādē.",
            en: "The pupil is enrolled at another institution at the same time."
        ),
        advice: Text(
            lv: """
                Pārbaudiet, vai izglītojamais ir pārnācis. Otras iestādes ierakstu imports neizbeidz; līdz tam abas \
                iestādes to redz sākumlapā.
                """,
            en: """
                Check that the pupil has come over. The import does not end the stay at the other institution; until it \
                ends, both see it on their home page.
                """
        )
    )
}
