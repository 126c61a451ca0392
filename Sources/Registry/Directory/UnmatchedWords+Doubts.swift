import Kernel

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
    static let pupilNamedOtherwise = UnmatchedWords(
        code: "pupil.otherName",
        message: Text(
            lv: "Izglītojamajam ar šo personas kodu reģistrā ir cits vārds vai uzvārds.",
            en: "The register has another name for the pupil with this personal code."
        ),
        advice: Text(
            lv: """
                Pārbaudiet, kurš ir pareizs – personas kods vai vārds. Ieraksti tiks saglabāti izglītojamajam ar šo personas \
                kodu; ja kods ir cita izglītojamā, izlabojiet failu un importējiet to vēlreiz.
                """,
            en: """
                Check which is right, the personal code or the name. What the file says goes to the pupil with this personal \
                code; if the code is another pupil's, mend the file and import it again.
                """
        )
    )
    static let pupilOfAnotherClass = UnmatchedWords(
        code: "enrolment.otherClass",
        message: Text(
            lv: "Pēc reģistra izglītojamais šajā laikā nemācās šajā klasē.",
            en: "By the register the pupil does not learn in this class at that time."
        ),
        advice: Text(
            lv: """
                Pārbaudiet personas kodu, klasi un datumu. Ja tie ir pareizi, reģistrā pārbaudiet, no kura līdz kuram datumam \
                izglītojamais mācās klasē.
                """,
            en: """
                Check the personal code, the class and the date. If they are right, check in the register from when to when \
                the pupil learns in the class.
                """
        )
    )
    static let pupilMoves = UnmatchedWords(
        code: "enrolment.moves",
        message: Text(
            lv: """
                Pēc reģistra izglītojamais šajā mācību gadā mācās citā klasē; imports viņu pārceļ uz klasi, kas norādīta \
                failā.
                """,
            en: """
                By the register the pupil learns in another class this school year; the import moves the pupil to the class \
                of the file.
                """
        ),
        advice: Text(
            lv: """
                Pārbaudiet personas kodu un klasi. Ja izglītojamais klasi nav mainījis, izlabojiet failu un importējiet to \
                vēlreiz.
                """,
            en: """
                Check the personal code and the class. If the pupil has not changed the class, mend the file and import it \
                again.
                """
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
