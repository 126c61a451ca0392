internal import Evidence
internal import Frame
internal import Kernel

/// Lessons missed for one reason, of all lessons recorded: the parts that the share of lessons missed is made of.
enum AbsenceRates {
    static let all: [any Measure] = [
        rate(
            .illness,
            Text(lv: "Slimības dēļ kavēto stundu īpatsvars", en: "Rate of absence through illness")
        ),
        rate(
            .excused,
            Text(lv: "Attaisnoti kavēto stundu īpatsvars", en: "Rate of absence with another excuse")
        ),
        excusedAll,
        rate(
            .unexcused,
            Text(lv: "Neattaisnoti kavēto stundu īpatsvars", en: "Rate of absence without excuse")
        ),
        rate(
            .unstated,
            Text(lv: "Bez norādīta iemesla kavēto stundu īpatsvars", en: "Rate of absence, reason not given")
        ),
    ]

    /// Both accepted reasons together, for those who may not tell illness apart.
    private static let excusedAll = AbsenceMeasure(
        name: "attendance/excused-all-rate",
        title: Text(
            lv: "Attaisnoti kavēto stundu īpatsvars, arī slimības dēļ",
            en: "Rate of absence with an excuse, illness included"
        ),
        definition: definition,
        unit: .share,
        kinds: HealthFacts.kinds.map(\.rawValue),
        disclosure: DisclosureRule(
            base: "attendance/missed",
            sumOf: HealthFacts.kinds.map(\.rawValue),
            along: [.institution, .classGroup, .term, .kind],
            restsOn: ["attendance/missed", "attendance/missed-share"],
            health: AttendanceMeasures.health
        )
    )

    private static let definition = Text(
        lv: """
            Šā veida kavētās stundas no visām reģistrētajām stundām. Avoti, kas nenorāda klātbūtni, šajā \
            rādītājā netiek skaitīti.
            """,
        en: """
            Lessons missed of this kind, of all lessons recorded. Sources that do not tell who was present \
            are left out.
            """
    )

    /// It tells the lessons of the kind where the lessons recorded are known, and those where it is.
    private static func rate(_ kind: AbsenceKind, _ title: Text) -> AbsenceMeasure {
        AbsenceMeasure(
            name: "attendance/\(kind.code)-rate",
            title: title,
            definition: definition,
            unit: .share,
            kinds: [kind.rawValue],
            disclosure: DisclosureRule(
                base: "attendance/missed",
                kind: kind.rawValue,
                along: [.institution, .classGroup, .term, .kind],
                restsOn: ["attendance/missed", "attendance/missed-share"],
                health: AttendanceMeasures.health
            )
        )
    }
}
