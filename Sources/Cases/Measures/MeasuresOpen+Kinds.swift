internal import Frame
internal import Kernel
internal import Storage

extension MeasuresOpen {
    /// By kind, laid out along it: boards have kinds of their own, so that there is no measure for each.
    static let byKind = CaseMeasure(
        "open-measures-by-kind",
        Text(lv: "Nepabeigtie pasākumi pēc veida", en: "Open measures by kind"),
        definition: definition,
        unit: unit,
        along,
        source: kinds
    )

    /// Different pupils by kind; hidden where the measures are.
    static let pupilsByKind = CaseMeasure(
        "open-measure-pupils-by-kind",
        Text(
            lv: "Izglītojamie ar nepabeigtiem pasākumiem pēc veida",
            en: "Pupils with open measures by kind"
        ),
        definition: definition,
        unit: .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")),
        along,
        base: "open-measures-by-kind",
        way: .pupils,
        source: kinds
    )

    @Sendable private static func kinds(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        """
        SELECT m.institution_id AS institution_id, m.class_id AS class_id, m.grade AS grade,
            m.pupil_id AS pupil_id, m.from_day AS day, m.kind AS kind, 1 AS n, 1 AS d
        FROM plan_measure m WHERE m.tenant_id = \(tenant) AND \(isOpen(year))
        """
    }
}
