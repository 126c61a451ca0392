internal import Evidence
internal import Frame
internal import Kernel

/// The measures of absence.
enum AttendanceMeasures {
    static let all: [any Measure] =
        AbsenceRates.all + OverLimitShare.all + [
            missed, missedShare, illness, excused, excusedAll, unexcused, unstated, illnessShare,
            excusedShare,
            unexcusedShare,
            late, notRecorded, recordedShare, knownFor, missedReported, OverLimit(), WithinLimit(),
            overLimitReported, ChronicSide(side: .chronic), ChronicSide(side: .others),
            held, HeldShare(),
            HiddenTruancy(), HiddenTruancyShare(),
            LastDayMissed(), UnexcusedDays(),
        ] + chronic

    /// The directions that reports show lessons missed along; in others they are for those who see the pupils.
    private static let directions: Set<Dimension> = [.institution, .classGroup, .term, .kind]
    /// Whoever may not know of pupils' health knows of illness and other excuses the sum.
    static let health = HealthKinds(
        Set(HealthFacts.kinds.map(\.rawValue)),
        measure: "attendance/illness",
        other: "attendance/excused",
        along: directions
    )
    /// The measures whose months tell when presence is known, and when anything is.
    static let presence: (of: String, among: String) = ("attendance/missed-share", "attendance/missed")
    static let whole = directions.subtracting([.kind])
    static let lessons = Noun(lv: "stunda", "stundas", en: "lesson", "lessons")
    private static let pupils = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")

    /// Lessons missed for any reason.
    static let missed = AbsenceMeasure(
        name: "attendance/missed",
        title: Text(lv: "Kavētās stundas", en: "Lessons missed"),
        definition: Text(
            lv: "Mācību stundas, kurās izglītojamais nav bijis, jebkura iemesla dēļ.",
            en: "Lessons that pupils were absent from, for whatever reason."
        ),
        unit: .count(lessons),
        kinds: LessonCell.missed,
        disclosure: DisclosureRule(base: "attendance/missed", along: directions, health: health)
    )

    /// Lessons missed, of all lessons that were recorded.
    static let missedShare = AbsenceMeasure(
        name: "attendance/missed-share",
        title: Text(lv: "Kavēto stundu daļa", en: "Share of lessons missed"),
        definition: Text(
            lv: """
                Kavētās stundas no visām reģistrētajām stundām. Avoti, kas nenorāda klātbūtni, šajā rādītājā \
                netiek skaitīti.
                """,
            en: """
                Lessons missed of all lessons recorded. Sources that do not tell who was present are left out.
                """
        ),
        unit: .share,
        kinds: LessonCell.missed,
        disclosure: DisclosureRule(
            base: "attendance/missed-share",
            along: whole,
            restsOn: ["attendance/missed"]
        )
    )

    /// Lessons missed because of illness.
    static let illness = kind(
        .illness,
        Text(lv: "Slimības dēļ kavētās stundas", en: "Lessons missed through illness"),
        Text(
            lv: "Mācību stundas, kas kavētas slimības dēļ.",
            en: "Lessons missed because the pupil was ill."
        )
    )

    /// Lessons missed for another accepted reason.
    static let excused = kind(
        .excused,
        Text(lv: "Cita attaisnojoša iemesla dēļ kavētās stundas", en: "Lessons missed with another excuse"),
        Text(
            lv: "Mācību stundas, kas kavētas cita attaisnojoša iemesla dēļ.",
            en: "Lessons missed for an accepted reason other than illness."
        )
    )

    /// Lessons missed for any accepted reason, for those who may not tell illness apart.
    static let excusedAll = AbsenceMeasure(
        name: "attendance/excused-all",
        title: HealthFacts.lessons,
        definition: Text(
            lv: "Mācību stundas, kas kavētas slimības dēļ vai cita attaisnojoša iemesla dēļ.",
            en: "Lessons missed because the pupil was ill, or for another accepted reason."
        ),
        unit: .count(lessons),
        kinds: HealthFacts.kinds.map(\.rawValue),
        disclosure: DisclosureRule(
            base: "attendance/missed",
            sumOf: HealthFacts.kinds.map(\.rawValue),
            along: directions,
            health: health
        )
    )

    /// Lessons missed without an accepted reason.
    static let unexcused = kind(
        .unexcused,
        Text(lv: "Neattaisnoti kavētās stundas", en: "Lessons missed without excuse"),
        Text(
            lv: "Mācību stundas, kas kavētas bez attaisnojoša iemesla (MK 01.02.2011. noteikumi Nr. 89).",
            en: "Lessons missed without an accepted reason (Cabinet Regulation No. 89 of 1 February 2011)."
        )
    )

    /// Lessons missed for a reason that the source does not tell.
    static let unstated = kind(
        .unstated,
        Text(lv: "Kavētās stundas bez norādīta iemesla", en: "Lessons missed, reason not given"),
        Text(
            lv: "Mācību stundas, kuru kavējuma iemeslu avots nenorāda.",
            en: "Lessons missed for which the source gives no reason."
        )
    )

    /// Lessons missed through illness, of those missed.
    static let illnessShare = AbsenceShare(
        .illness,
        Text(
            lv: "Slimības dēļ – daļa no kavētajām stundām",
            en: "Illness – share of lessons missed"
        ),
        of: illness
    )

    /// Lessons missed with another excuse, of those missed.
    static let excusedShare = AbsenceShare(
        .excused,
        Text(
            lv: "Cits attaisnojošs iemesls – daļa no kavētajām stundām",
            en: "Another excuse – share of lessons missed"
        ),
        of: excused
    )

    /// Lessons missed without excuse, of those missed.
    static let unexcusedShare = AbsenceShare(
        .unexcused,
        Text(
            lv: "Neattaisnoti – daļa no kavētajām stundām",
            en: "Without excuse – share of lessons missed"
        ),
        of: unexcused
    )

    /// Lessons that pupils came late to.
    static let late = AbsenceMeasure(
        name: "attendance/late",
        title: Text(lv: "Nokavēti stundu sākumi", en: "Late arrivals"),
        definition: Text(
            lv: "Mācību stundas, uz kurām izglītojamais ieradies vēlāk; tās netiek skaitītas kā kavētas.",
            en: "Lessons that the pupil came late to; they do not count as missed."
        ),
        unit: .count(lessons),
        kinds: [LessonCell.late],
        base: .followed,
        disclosure: DisclosureRule(base: "attendance/late", along: whole)
    )

    /// Lessons missed as schools report them in totals.
    static let missedReported = KeptMeasure(
        "attendance/missed-reported",
        Text(lv: "Paziņotās kavētās stundas", en: "Lessons missed, as reported"),
        definition: Text(
            lv: "Iestādes paziņots kavēto stundu kopskaits pa kavējumu veidiem, bez ierakstiem par stundām.",
            en: "Totals of lessons missed by kind, as institutions report them, without records of lessons."
        ),
        unit: .count(lessons),
        period: .addedTerms
    )

    /// Pupils over the limit as schools report them.
    static let overLimitReported = KeptMeasure(
        "attendance/over-limit-reported",
        Text(lv: "Paziņotie neattaisnotie kavētāji", en: "Pupils over the limit, as reported"),
        definition: Text(
            lv: "Iestādes paziņots izglītojamo skaits, kuri bez attaisnojoša iemesla kavējuši virs robežas.",
            en: "The number of pupils over the limit of unexcused absence, as institutions report it."
        ),
        unit: .count(pupils),
        period: .separateTerms,
        countsPeople: true
    )

    private static func kind(_ kind: AbsenceKind, _ title: Text, _ definition: Text) -> AbsenceMeasure {
        AbsenceMeasure(
            name: "attendance/\(kind.code)",
            title: title,
            definition: definition,
            unit: .count(lessons),
            kinds: [kind.rawValue],
            disclosure: DisclosureRule(
                base: "attendance/missed",
                kind: kind.rawValue,
                along: directions,
                health: health
            )
        )
    }
}
