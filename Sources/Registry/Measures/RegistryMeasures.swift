import Evidence
import Frame
import Kernel

/// The measures of the registry.
package enum RegistryMeasures {
    /// Pupils by enrolments.
    package static let pupils = "registry/pupils"
    /// Pupils of grades 1 to 12 by enrolments.
    package static let pupilsGraded = "registry/pupils-graded"
    /// Pupils without a grade by enrolments.
    package static let pupilsUngraded = "registry/pupils-ungraded"
    /// Pupils by programme on 1 September.
    package static let pupilsByProgramme = "registry/pupils-by-programme"
    /// Pupils by programme on 31 May.
    package static let pupilsByProgrammeAtEnd = "registry/pupils-by-programme-end"
    /// Pupils of grades 1 to 12 as a register's list reports them.
    package static let pupilsReported = "registry/pupils-reported"
    /// Children in preschool programmes as a register's list reports them.
    package static let preschoolReported = "registry/preschool-reported"
    /// Institutions.
    package static let institutions = "registry/institutions"
    /// Classes.
    package static let classes = "registry/classes"

    /// Pupils who left within the year by reason, less those who came.
    package static let movement = "registry/movement"
    /// Pupils who came within the year.
    package static let arrived = "registry/arrived"
    /// Pupils who left within the year.
    package static let left = "registry/left"
    /// Pupils at the end in per cent of those at the start.
    package static let balance = "registry/balance"

    static let all: [any Measure] = [
        MovementMeasure(), MoverMeasure.arrived, MoverMeasure.left, BalanceMeasure(),
        PupilMeasure.graded, PupilMeasure.ungraded, PupilMeasure.onFirstSeptember, PupilMeasure.byProgramme,
        PupilMeasure.byProgrammeAtEnd,
        KeptMeasure(
            pupilsReported,
            Text(lv: "Izglītojamie 1.–12. klasē (paziņotie)", en: "Pupils of grades 1 to 12 (reported)"),
            definition: Text(
                lv: "Izglītojamo skaits 1.–12. klasē mācību gada sākumā, kā to paziņo Valsts izglītības "
                    + "informācijas sistēmas saraksts.",
                en:
                    "Pupils of grades 1 to 12 at the start of the school year, as the list of the State Education "
                    + "Information System reports them."
            ),
            unit: .count(.pupils),
            period: .year,
            countsPeople: true
        ),
        KeptMeasure(
            preschoolReported,
            Text(
                lv: "Bērni pirmsskolas programmās (paziņotie)",
                en: "Children in preschool programmes (reported)"
            ),
            definition: Text(
                lv: "Bērnu skaits pirmsskolas izglītības programmās mācību gada sākumā, kā to paziņo Valsts "
                    + "izglītības informācijas sistēmas saraksts.",
                en:
                    "Children in preschool programmes at the start of the school year, as the list of the State "
                    + "Education Information System reports them."
            ),
            unit: .count(.children),
            period: .year,
            countsPeople: true
        ),
        InstitutionMeasure(), ClassMeasure(),
    ]
}

extension Noun {
    static let pupils = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")
    static let children = Noun(lv: "bērns", "bērni", en: "child", "children")
    static let institutions = Noun(lv: "iestāde", "iestādes", en: "institution", "institutions")
    static let classes = Noun(lv: "klase", "klases", en: "class", "classes")
}
