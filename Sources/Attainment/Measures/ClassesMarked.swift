internal import Frame
internal import Kernel

extension ClassesRecorded {
    /// Classes with marks of a term; term 0 holds those of the year.
    static let marked = ClassesRecorded(
        "attainment/classes-recorded",
        Text(lv: "Klases ar vērtējumiem", en: "Classes with marks"),
        definition: Text(
            lv: "Klases, kurām ir vismaz viens semestra vai gada vērtējums.",
            en: "Classes with at least one mark of a term or year."
        ),
        cube: .markGroup,
        kinds: PeriodMeasure.kinds
    )

    /// Classes with marks of lessons or tests, by month.
    static let markedByMonth = ClassesRecorded(
        "attainment/classes-marked",
        Text(
            lv: "Klases ar stundu un pārbaudes darbu vērtējumiem",
            en: "Classes with marks of lessons and tests"
        ),
        definition: Text(
            lv: "Klases, kurām mēnesī ir vismaz viens stundas vai pārbaudes darba vērtējums.",
            en: "Classes with at least one mark of a lesson or test in the month."
        ),
        cube: .markMonth
    )
}
