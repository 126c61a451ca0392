import Kernel

extension RiskSeeds {
    /// Signs of marks; an entry “nv” and an examination at risk are known of one subject, several low marks of several.
    static let marks = [
        Seed(
            "subjects-below",
            Text(lv: "Nepietiekami vērtējumi", en: "Insufficient marks"),
            Text(
                lv: "4.–12. klasē semestra vai gada vērtējums divos vai vairāk priekšmetos ir zem 4 ballēm.",
                en: "In grades 4 to 12 the term or annual mark in two or more subjects is below 4."
            ),
            #"{"comparison":"at-least","exposure":1,"fromGrade":4,"group":"1","mark":4,"mode":"live","overrides":{},"quantity":"subjects-below","threshold":2,"toGrade":12}"#,
            to: turn - 1
        ),
        Seed(
            "subjects-below",
            Text(lv: "Nepietiekami vērtējumi", en: "Insufficient marks"),
            Text(
                lv: """
                    4.–12. klasē semestra vai gada vērtējums divos vai vairāk priekšmetos ir zem 4 ballēm; spriež, kad \
                    vērtējums ir vismaz trijos priekšmetos.
                    """,
                en: """
                    In grades 4 to 12 the term or annual mark in two or more subjects is below 4; it is judged once at \
                    least three subjects have a mark.
                    """
            ),
            #"{"comparison":"at-least","exposure":3,"fromGrade":4,"group":"1","mark":4,"mode":"live","overrides":{},"quantity":"subjects-below","threshold":2,"toGrade":12}"#,
            from: turn
        ),
        Seed(
            "no-mark",
            Text(lv: "Nav vērtējuma (nv)", en: "No mark (nv)"),
            Text(
                lv: "Semestrī vismaz vienā priekšmetā vērtējuma vietā ir „nv”.",
                en: "In the term at least one subject has “nv” in place of a mark."
            ),
            #"{"comparison":"at-least","exposure":1,"group":"1","mode":"live","overrides":{},"quantity":"nv-term","threshold":1}"#
        ),
        Seed(
            "exam-subjects",
            Text(lv: "Apdraudēts eksāmens", en: "Examination at risk"),
            Text(
                lv:
                    "8.–9. klasē semestra vai gada vērtējums vismaz vienā eksāmena priekšmetā ir zem 4 ballēm.",
                en:
                    "In grades 8 and 9 the term or annual mark in at least one examination subject is below 4."
            ),
            #"{"comparison":"at-least","exposure":1,"fromGrade":8,"group":"1","mark":4,"mode":"live","overrides":{},"quantity":"exam-subjects","threshold":1,"toGrade":9}"#
        ),
        Seed(
            "past-failures",
            Text(lv: "Nesekmība iepriekšējos gados", en: "Past failures"),
            Text(
                lv:
                    "Agrākos gados izglītojamais vismaz vienā priekšmetā bijis nesekmīgs, ja avots to norāda.",
                en: "The pupil failed at least one subject in earlier years, where the source tells it."
            ),
            #"{"comparison":"more","group":"1","mode":"live","overrides":{},"quantity":"past-failures","threshold":0}"#
        ),
    ]
}
