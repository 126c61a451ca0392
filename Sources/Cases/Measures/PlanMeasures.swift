internal import Frame
internal import Kernel
internal import Storage

/// Individual plans: how many, what came of them, and the money of economic support.
enum PlanMeasures {
    static let all: [any Measure] = [plans, pupils, aid] + PlanResult.allCases.map { ofResult($0) }

    private static let along: Set<Dimension> = [.institution, .classGroup, .grade, .term, .kind]

    static let plans = make(
        "support-plans",
        Text(lv: "Individuālie atbalsta plāni", en: "Individual support plans"),
        .count(Noun(lv: "plāns", "plāni", en: "plan", "plans"))
    )
    static let pupils = make(
        "planned-pupils",
        Text(lv: "Izglītojamie ar atbalsta plānu", en: "Pupils with a support plan"),
        .count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")),
        way: .pupils
    )
    /// Cents over one are euros with two decimals.
    static let aid = make(
        "economic-support",
        Text(lv: "Ekonomiskais atbalsts, EUR", en: "Economic support, EUR"),
        .mean,
        n: "s.transport + s.meals + s.lodging + s.items"
    )

    static func ofResult(_ result: PlanResult) -> CaseMeasure {
        make(
            "support-plans-\(result.code)",
            Text(lv: "Atbalsta plāni: \(result.words.lv)", en: "Support plans: \(result.words.en)"),
            plans.unit,
            kinds: [result.rawValue + 1]
        )
    }

    private static func make(
        _ name: String,
        _ title: Text,
        _ unit: MeasureUnit,
        kinds: [Int] = [],
        way: CaseMeasure.Way = .sum,
        n: @autoclosure @escaping @Sendable () -> SQL = "1"
    ) -> CaseMeasure {
        CaseMeasure(
            name,
            title,
            definition: Text(
                lv: "Individuālie atbalsta plāni, kas izstrādāti mācību gada semestriem.",
                en: "Individual support plans made for terms of the school year."
            ),
            unit: unit,
            along,
            kinds: kinds,
            base: "support-plans",
            way: way
        ) { year, tenant in
            """
            SELECT s.institution_id AS institution_id, s.class_id AS class_id, s.grade AS grade, s.term AS term,
                s.pupil_id + 0 AS pupil_id, s.made_on AS day, s.result + 1 AS kind, \(n()) AS n, 1 AS d
            FROM support_plan s WHERE s.tenant_id = \(tenant) AND s.year = \(year.start) AND s.kind = 1
            """
        }
    }
}
