import Kernel

/// What is said of a name that leads to nothing in the registers, or to several things.
struct UnmatchedWords: Sendable {
    let code: String
    let message: Text
    let advice: Text

    func problem(_ value: String) -> Problem { Problem(code, value: value, message, advice: advice) }

    static let renamed = UnmatchedWords(
        code: "number.renamed",
        message: Text(
            lv: "Rinda pārdēvē ierakstu, kas atrasts pēc Sekmes numura.",
            en: "The line renames a record that was found by Sekme's number."
        ),
        advice: Text(
            lv: "Pārbaudiet, vai ar abiem nosaukumiem domāts viens un tas pats.",
            en: "Check that both names mean the same thing."
        )
    )

    static let institution = UnmatchedWords(
        code: "institution.unknown",
        message: Text(
            lv: "Iestāžu reģistrā nav iestādes ar šādu nosaukumu vai reģistrācijas numuru.",
            en: "No institution in the register has this name or registration number."
        ),
        advice: Text(
            lv:
                "Pārbaudiet nosaukumu, pievienojiet to iestādei kā otru nosaukumu vai vispirms importējiet iestādes.",
            en: "Check the name, add it to the institution as another name, or import institutions first."
        )
    )
    static let severalInstitutions = UnmatchedWords(
        code: "institution.ambiguous",
        message: Text(
            lv: "Šāds nosaukums ir vairākām iestādēm.",
            en: "Several institutions have this name."
        ),
        advice: Text(
            lv: "Norādiet iestādes reģistrācijas numuru.",
            en: "Give the institution's registration number."
        )
    )
    static let territory = UnmatchedWords(
        code: "territory.unknown",
        message: Text(
            lv: "Reģistrā nav šādas pašvaldības attiecīgajā gadā.",
            en: "The register has no such municipality in that year."
        ),
        advice: Text(
            lv: "Pārbaudiet nosaukumu un mācību gadu: 2021. gada 1. jūlijā pašvaldības mainījās.",
            en: "Check the name and the school year: municipalities changed on 1 July 2021."
        )
    )
    static let classGroup = UnmatchedWords(
        code: "class.unknown",
        message: Text(
            lv: "Iestādei attiecīgajā mācību gadā nav šādas klases.",
            en: "The institution has no such class in that school year."
        ),
        advice: Text(
            lv: "Pārbaudiet klases nosaukumu un mācību gadu vai vispirms importējiet klases.",
            en: "Check the class and the school year, or import classes first."
        )
    )
    static let group = UnmatchedWords(
        code: "group.unknown",
        message: Text(
            lv: "Iestādei attiecīgajā mācību gadā nav šādas mācību grupas.",
            en: "The institution has no such teaching group in that school year."
        ),
        advice: Text(
            lv: "Pārbaudiet grupas nosaukumu un mācību gadu vai vispirms importējiet grupas.",
            en: "Check the group and the school year, or import groups first."
        )
    )
    static let subject = UnmatchedWords(
        code: "subject.unknown",
        message: Text(lv: "Nav šāda mācību priekšmeta.", en: "There is no such subject."),
        advice: Text(
            lv: "Pārbaudiet nosaukumu vai pievienojiet mācību priekšmetu.",
            en: "Check the name, or add the subject."
        )
    )
    static let programme = UnmatchedWords(
        code: "programme.unknown",
        message: Text(
            lv: "Iestādei nav izglītības programmas ar šādu kodu.",
            en: "The institution has no education programme with this code."
        ),
        advice: Text(
            lv: "Pārbaudiet kodu vai vispirms importējiet izglītības programmas.",
            en: "Check the code, or import education programmes first."
        )
    )
}
