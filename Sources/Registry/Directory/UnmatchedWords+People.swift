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
