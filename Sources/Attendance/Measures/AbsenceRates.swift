internal import Evidence
internal import Frame
internal import Kernel

/// Lessons missed for one reason, of all lessons recorded: the parts that the share of lessons missed is made of.
enum AbsenceRates {
    static let all: [any Measure] = [
        rate(
            .illness,
            Text(lv: "Slimības dēļ – daļa no visām stundām", en: "Illness – share of all lessons")
        ),
        rate(
            .excused,
            Text(
                lv: "Cits attaisnojošs iemesls – daļa no visām stundām",
                en: "Another excuse – share of all lessons"
            )
        ),
        excusedAll,
        rate(
            .unexcused,
            Text(lv: "Neattaisnoti – daļa no visām stundām", en: "Without excuse – share of all lessons")
        ),
        rate(
            .unstated,
            Text(
                lv: "Iemesls nav norādīts – daļa no visām stundām",
                en: "Reason not given – share of all lessons"
            )
        ),
    ]

    /// Both accepted reasons together, for those who may not tell illness apart.
    private static let excusedAll = AbsenceMeasure(
        name: "attendance/excused-all-rate",
        title: Text(
            lv: "Attaisnoti (arī slimības dēļ) – daļa no visām stundām",
            en: "Excused, illness included – share of all lessons"
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
