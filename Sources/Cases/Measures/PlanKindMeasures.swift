internal import Frame
internal import Kernel
internal import Storage

/// Plans of education, talent and home study: how many, and of how many pupils, by kind and by group of pupils.
///
/// Plans of support are measured apart (``PlanMeasures``), and no figure sums them up with these: two patterns of one
/// sum would give away what either hides. Education is the sum of its groups, so it is shown where each of them is.
enum PlanKindMeasures {
    static let all: [any Measure] =
        [base] + kinds.flatMap { kind -> [any Measure] in [plans(of: kind), pupils(of: kind)] }
        + PlanGround.allCases.flatMap { ground -> [any Measure] in [plans(of: ground), pupils(of: ground)] }

    private static let kinds: [PlanKind] = [.education, .talent, .home]
    private static let along: Set<Dimension> = [.institution, .classGroup, .grade, .term, .kind]

    private static let base = CaseMeasure(
        "individual-plans",
        Text(
            lv: "Izglītības programmas apguves, talantīgu izglītojamo un mājas apmācības plāni",
            en: "Plans of education, talent and home study"
        ),
        definition: definition,
        unit: .count(Noun(lv: "plāns", "plāni", en: "plan", "plans")),
        along,
        source: source
    )

    static func plans(of kind: PlanKind) -> CaseMeasure { plans(kind.code, kind.plural, codes(kind)) }

    static func pupils(of kind: PlanKind) -> CaseMeasure { pupils(kind.code, kind.plural, codes(kind)) }

    static func plans(of ground: PlanGround) -> CaseMeasure {
        plans("education-\(ground.code)", title(ground), [code(ground)])
    }

    static func pupils(of ground: PlanGround) -> CaseMeasure {
        pupils("education-\(ground.code)", title(ground), [code(ground)])
    }

    private static func plans(_ name: String, _ title: Text, _ codes: [Int]) -> CaseMeasure {
        make("individual-plans-\(name)", title, codes, base.unit, .sum)
    }

    private static func pupils(_ name: String, _ title: Text, _ codes: [Int]) -> CaseMeasure {
        let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
        let words = title + Text(lv: ": izglītojamie", en: ": pupils")
        return make("individual-plan-pupils-\(name)", words, codes, unit, .pupils)
    }

    private static func make(
        _ name: String,
        _ title: Text,
        _ codes: [Int],
        _ unit: MeasureUnit,
        _ way: CaseMeasure.Way
    ) -> CaseMeasure {
        CaseMeasure(
            name,
            title,
            definition: definition,
            unit: unit,
            along,
            kinds: codes,
            base: "individual-plans",
            way: way,
            source: source
        )
    }

    private static func title(_ ground: PlanGround) -> Text {
        PlanKind.education.plural + Text(lv: ": \(ground.words.lv)", en: ": \(ground.words.en)")
    }

    private static let definition = Text(
        lv:
            "Individuālie plāni, kas izstrādāti mācību gada semestriem, izņemot individuālos atbalsta plānus.",
        en: "Individual plans made for terms of the school year, other than those of support."
    )

    /// The codes of a kind: of education one for each group.
    private static func codes(_ kind: PlanKind) -> [Int] {
        kind == .education ? PlanGround.allCases.map { code($0) } : [kind.rawValue]
    }

    private static func code(_ ground: PlanGround) -> Int {
        10 * PlanKind.education.rawValue + ground.rawValue
    }

    /// A year's plans are found by its index: the sum keeps the order of pupils from being taken out of another one.
    @Sendable private static func source(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        """
        SELECT s.institution_id AS institution_id, s.class_id AS class_id, s.grade AS grade, s.term AS term,
            s.pupil_id + 0 AS pupil_id, s.made_on AS day,
            CASE WHEN s.kind = 2 THEN 20 + s.ground ELSE s.kind END AS kind, 1 AS n, 1 AS d
        FROM support_plan s WHERE s.tenant_id = \(tenant) AND s.year = \(year.start) AND s.kind > 1
        """
    }
}
