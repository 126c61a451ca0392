internal import Frame
internal import Kernel
internal import Storage

/// Measures of plans that ended in a year, by what came of them.
enum MeasuresEnded {
    static let all: [any Measure] = [ended] + PlanResult.allCases.map { ofResult($0) }

    private static let definition = Text(
        lv: "Individuālo plānu pasākumi, kas mācību gadā beigušies, un to rezultāts.",
        en: "Measures of individual plans that ended in the school year, and what came of them."
    )

    static let ended = CaseMeasure(
        "ended-measures",
        Text(lv: "Beigušies atbalsta pasākumi", en: "Ended measures of support"),
        definition: definition,
        unit: MeasuresOpen.unit,
        MeasuresOpen.along,
        source: source
    )

    static func ofResult(_ result: PlanResult) -> CaseMeasure {
        let words = result.ofAnyMeasure
        return CaseMeasure(
            "ended-measures-\(result.code)",
            Text(lv: "Beigušies pasākumi: \(words.lv)", en: "Ended measures: \(words.en)"),
            definition: definition,
            unit: MeasuresOpen.unit,
            MeasuresOpen.along,
            kinds: [result.rawValue + 1],
            base: "ended-measures",
            source: source
        )
    }

    @Sendable private static func source(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        """
        SELECT m.institution_id AS institution_id, m.class_id AS class_id, m.grade AS grade,
            m.pupil_id AS pupil_id, m.ended_on AS day, m.result + 1 AS kind, 1 AS n, 1 AS d
        FROM plan_measure m WHERE m.tenant_id = \(tenant) AND m.ended_on BETWEEN \(year.first) AND \(year.last)
        """
    }
}
