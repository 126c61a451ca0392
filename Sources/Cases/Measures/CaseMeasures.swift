internal import Frame
internal import Kernel
internal import Storage

/// The measures of cases, plans and consultations.
enum CaseMeasures {
    static let all: [any Measure] =
        ofCases + ofPlans + ReferralMeasures.all + SentReferralMeasures.all
        + ConsultationMeasures.all

    private static let ofCases: [any Measure] = [cases] + CaseState.allCases.map { ofState($0) }
    private static let ofPlans: [any Measure] =
        MeasuresOpen.all + MeasuresEnded.all + PlanMeasures.all + PlanKindMeasures.all + PlanRiskMeasures.all
        + [SupportedSoFar()]

    private static let along: Set<Dimension> = [.institution, .classGroup, .grade, .kind]

    /// Cases that were worked on in a year at some time.
    static let cases = CaseMeasure(
        "cases",
        Text(lv: "Atbalsta gadījumi", en: "Cases of support"),
        definition: Text(
            lv: "Gadījumi, kas mācību gadā kādu laiku bijuši atvērti; arī iepriekš atvērtie.",
            en: "Cases that were open at some time of the school year, also those opened before it."
        ),
        unit: .count(Noun(lv: "gadījums", "gadījumi", en: "case", "cases")),
        along,
        source: source
    )

    static func ofState(_ state: CaseState) -> CaseMeasure {
        CaseMeasure(
            "cases-\(state.code)",
            Text(lv: "Gadījumi: \(state.words.lv)", en: "Cases: \(state.words.en)"),
            definition: Text(
                lv: "Gada gadījumi, kuru pēdējais stāvoklis mācību gadā ir „\(state.words.lv)”.",
                en: "Cases of the year whose last state in it is “\(state.words.en)”."
            ),
            unit: cases.unit,
            along,
            kinds: [state.rawValue],
            base: "cases",
            source: source
        )
    }

    @Sendable private static func source(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        """
        SELECT c.institution_id AS institution_id, c.class_id AS class_id, c.grade AS grade,
            c.pupil_id AS pupil_id, c.opened_on AS day, 1 AS n, 1 AS d,
            (SELECT s.state FROM case_step s
            WHERE s.tenant_id = c.tenant_id AND s.case_id = c.id AND s.day <= \(year.last)
            ORDER BY s.ordinal DESC LIMIT 1) AS kind
        FROM prevention_case c
        WHERE c.tenant_id = \(tenant) AND c.opened_on <= \(year.last)
            AND (c.closed_on = 0 OR c.closed_on >= \(year.first))
        """
    }
}
