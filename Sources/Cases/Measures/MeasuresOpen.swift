internal import Frame
internal import Kernel
internal import Storage

/// Measures of plans that are not over: by the institution that gives them, by the pupils' age, and by kind.
enum MeasuresOpen {
    static let all: [any Measure] =
        [open, byAge, byKind, pupilsByKind] + CaseBody.allCases.map { ofBody($0) }
        + AgeBand.allCases.map { ofAge($0) }

    static let along: Set<Dimension> = [.institution, .classGroup, .grade, .kind]

    /// How old a pupil is on 1 September of the year.
    enum AgeBand: Int, CaseIterable, Sendable {
        case unknown = 1
        case small = 2
        case middle = 3
        case teens = 4
        case grown = 5

        var words: Text {
            switch self {
            case .unknown: Text(lv: "vecums nav zināms", en: "age not known")
            case .small: Text(lv: "līdz 9 gadiem", en: "up to 9")
            case .middle: Text(lv: "10–12 gadi", en: "10 to 12")
            case .teens: Text(lv: "13–15 gadi", en: "13 to 15")
            case .grown: Text(lv: "16 gadi un vairāk", en: "16 and more")
            }
        }

        var code: String { "age-\(rawValue)" }
    }

    static let unit = MeasureUnit.count(Noun(lv: "pasākums", "pasākumi", en: "measure", "measures"))
    static let definition = Text(
        lv: "Individuālo plānu pasākumi, kas mācību gada beigās (šogad – pašlaik) nav pabeigti.",
        en:
            "Measures of individual plans that are not over at the end of the school year, or now in this one."
    )

    static let open = CaseMeasure(
        "open-measures",
        Text(lv: "Nepabeigtie atbalsta pasākumi", en: "Open measures of support"),
        definition: definition,
        unit: unit,
        along,
        source: bodies
    )

    static func ofBody(_ body: CaseBody) -> CaseMeasure {
        CaseMeasure(
            "open-measures-\(body.rawValue)",
            Text(lv: "Nepabeigtie pasākumi: \(body.words.lv)", en: "Open measures: \(body.words.en)"),
            definition: definition,
            unit: unit,
            along,
            kinds: [body.rawValue],
            base: "open-measures",
            source: bodies
        )
    }

    static let byAge = CaseMeasure(
        "open-measures-by-age",
        Text(lv: "Nepabeigtie pasākumi pēc vecuma", en: "Open measures by age"),
        definition: definition,
        unit: unit,
        along,
        source: ages
    )

    static func ofAge(_ band: AgeBand) -> CaseMeasure {
        CaseMeasure(
            "open-measures-\(band.code)",
            Text(lv: "Nepabeigtie pasākumi: \(band.words.lv)", en: "Open measures: \(band.words.en)"),
            definition: definition,
            unit: unit,
            along,
            kinds: [band.rawValue],
            base: "open-measures-by-age",
            source: ages
        )
    }

    @Sendable private static func bodies(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        """
        SELECT m.institution_id AS institution_id, m.class_id AS class_id, m.grade AS grade,
            m.pupil_id AS pupil_id, m.from_day AS day, m.body AS kind, 1 AS n, 1 AS d
        FROM plan_measure m WHERE m.tenant_id = \(tenant) AND \(isOpen(year))
        """
    }

    @Sendable private static func ages(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        // Who was born after the day is younger than so many years on 1 September.
        func born(_ years: Int) -> Day { Day(year.start - years, 9, 1) ?? year.first }
        return """
            SELECT m.institution_id AS institution_id, m.class_id AS class_id, m.grade AS grade,
                m.pupil_id AS pupil_id, m.from_day AS day, 1 AS n, 1 AS d,
                CASE WHEN p.birth_day IS NULL THEN 1 WHEN p.birth_day > \(born(10)) THEN 2
                    WHEN p.birth_day > \(born(13)) THEN 3 WHEN p.birth_day > \(born(16)) THEN 4 ELSE 5 END AS kind
            FROM plan_measure m JOIN pupil p ON p.tenant_id = m.tenant_id AND p.id = m.pupil_id
            WHERE m.tenant_id = \(tenant) AND \(isOpen(year))
            """
    }

    /// The condition on measures `m` that are open at the end of a year, or now in this one.
    static func isOpen(_ year: SchoolYear) -> SQL {
        """
        m.from_day <= \(year.last) AND m.to_day >= \(year.first) AND (m.ended_on = 0 OR m.ended_on > \(year.last))
        """
    }
}
