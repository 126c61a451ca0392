internal import Evidence
internal import Frame
internal import Kernel

extension Mapping {
    /// A published table of consultations: years by institutions, of whole years or, where the person says it, of a term.
    static let consultationsByYear = Mapping(
        "consultations-by-year",
        Text(lv: "Konsultācijas pa gadiem", en: "Consultations by year"),
        format: "institution-table",
        constants: ["measure": ConsultationMeasures.reported.name],
        isMaster: true,
        isPublic: true
    )
}
