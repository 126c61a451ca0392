import Frame
import Kernel

/// How the numbers of what is missing are made.
enum CompletenessMaking {
    static let classes = NumberMaking(
        Text(
            lv:
                "Iestādes 1.–12. klases, kas šajā mācību gadā ir reģistrā; pirmsskolas grupas nav ieskaitītas.",
            en:
                "The institution’s classes of grades 1 to 12 in the register of this year; preschool groups do not count."
        ),
        of: []
    )

    /// Of a table that has the number of classes in a column, or of one that has not.
    static func missing(_ source: SourceOfData, isBesideClasses: Bool) -> NumberMaking {
        // Of all classes beside it some are not waited for, so that it is not made of their number.
        guard !source.isOfSomeGrades else { return missingOfSomeGrades(source) }
        return NumberMaking(
            Text(
                lv: """
                    Iestādes 1.–12. klašu skaits mīnus to klašu skaits, kurām par kolonnas laiku ir vismaz viens ieraksts. \
                    Laiks, kas vēl nav beidzies, ir tukšs.
                    """,
                en: """
                    The number of the institution’s classes of grades 1 to 12 less those with at least one record of the time \
                    of the column. A time that is not over is blank.
                    """
            ),
            of: isBesideClasses ? ["classes"] : [],
            measures: [source.measure]
        )
    }

    private static func missingOfSomeGrades(_ source: SourceOfData) -> NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    Iestādes klašu skaits tajās klašu pakāpēs, kurās kādai pašvaldības klasei šādi dati ir šajā vai iepriekšējā \
                    mācību gadā (ja tādu nav nevienai klasei – 1.–12. klasē), mīnus to klašu skaits, kurām par kolonnas laiku \
                    ir vismaz viens ieraksts. Laiks, kas vēl nav beidzies, ir tukšs.
                    """,
                en: """
                    The number of the institution’s classes in the grades in which a class of the board has such data this \
                    school year or the one before (where no class has any, in grades 1 to 12) less those with at least one \
                    record of the time of the column. A time that is not over is blank.
                    """
            ),
            of: [],
            measures: [source.measure]
        )
    }

    static let difference = NumberMaking(
        Text(
            lv: """
                Izglītojamo skaits Sekmē 1.–12. klasē mīnus skaits, kas paziņots Valsts izglītības informācijas sistēmas \
                sarakstā.
                """,
            en: """
                The number of pupils of grades 1 to 12 in Sekme less the number that the list of the State Education \
                Information System reports.
                """
        ),
        of: ["pupils", "reported"],
        measures: [RegistryMeasures.pupilsGraded, RegistryMeasures.pupilsReported]
    )
}
