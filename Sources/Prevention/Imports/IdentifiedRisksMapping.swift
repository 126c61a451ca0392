internal import Evidence
internal import Frame
internal import Kernel

extension Mapping {
    /// A published table of risks identified: institutions by groups of risk, for a year that the person gives.
    static let identifiedRisks = Mapping(
        "identified-risks",
        Text(lv: "Identificētie riski pa grupām", en: "Risks identified by group"),
        format: "institution-table",
        constants: [
            "measure": PreventionMeasures.identifiedRisksReported.name, "kinds": RiskGroup.headings,
        ],
        isMaster: true,
        isPublic: true
    )
}
