internal import Evidence
internal import Frame
internal import Kernel

extension ClassesRecorded {
    /// Classes with any record of absence.
    static let followed = ClassesRecorded(
        "attendance/classes-recorded",
        Text(lv: "Klases ar kavējumu ierakstiem", en: "Classes with records of absence"),
        definition: Text(
            lv: "Klases, kurām ir vismaz viens ieraksts par kavējumiem vai klātbūtni.",
            en: "Classes with at least one record of absence or presence."
        ),
        cube: .absenceByGroup,
        kinds: LessonCell.told
    )
}
