internal import Frame
internal import Kernel

extension ClassesRecorded {
    /// Classes with results of assessments.
    static let tested = ClassesRecorded(
        "assessments/classes-recorded",
        Text(lv: "Klases ar pārbaudes darbu rezultātiem", en: "Classes with results of assessments"),
        definition: Text(
            lv: "Klases, kurām ir vismaz viens pārbaudes darba rezultāts.",
            en: "Classes with at least one result of an assessment."
        ),
        cube: .assessmentGroup
    )
}
