internal import Evidence
package import Frame
internal import Kernel

extension Mapping {
    /// Journals of schools where a bare `n` that nobody excused is a lesson missed without excuse.
    package static let journalWithoutExcuse = Mapping(
        "eklase-journal-n-unexcused",
        Text(
            lv: "E-klases žurnāli, kuros „n” ir neattaisnots kavējums",
            en: "Journals of e-klase in which “n” is absence without excuse"
        ),
        format: EklaseJournal.name,
        constants: [AbsenceSigns.constant: AbsenceKind.unexcused.code]
    )
    /// Journals of schools where a bare `n` says only that the pupil was not there.
    package static let journalWithoutReason = Mapping(
        "eklase-journal-n-unstated",
        Text(
            lv: "E-klases žurnāli, kuros „n” nenorāda kavējuma iemeslu",
            en: "Journals of e-klase in which “n” gives no reason for the absence"
        ),
        format: EklaseJournal.name,
        constants: [AbsenceSigns.constant: AbsenceKind.unstated.code]
    )
}
