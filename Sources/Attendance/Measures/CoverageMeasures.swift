internal import Evidence
internal import Frame
internal import Kernel

extension AttendanceMeasures {
    /// Lessons of which the source says that nobody recorded who was there.
    static let notRecorded = AbsenceMeasure(
        name: "attendance/not-recorded",
        title: Text(lv: "Nereģistrētās stundas", en: "Lessons not recorded"),
        definition: Text(
            lv: """
                Mācību stundas, par kurām avots norāda, ka apmeklējums nav reģistrēts; tās nav ne apmeklētas, ne kavētas \
                un nevienā daļā netiek skaitītas.
                """,
            en: """
                Lessons of which the source says that attendance was not recorded; they are neither attended nor missed, \
                and count in no rate.
                """
        ),
        unit: .count(lessons),
        kinds: [LessonCell.notRecorded],
        base: .followed,
        disclosure: DisclosureRule(base: "attendance/not-recorded", along: whole)
    )

    /// Lessons recorded, of these and those that nobody recorded: how far a rate of absence holds.
    ///
    /// Beside the lessons recorded it tells those that were not, so that it is shown where they are.
    static let knownFor = AbsenceMeasure(
        name: "attendance/known-for",
        title: Text(
            lv: "Stundas, par kurām ir apmeklējuma ziņas",
            en: "Lessons that attendance is known for"
        ),
        definition: Text(
            lv: """
                Stundas, kurām avots norāda arī klātbūtni, no tām un nereģistrētajām stundām kopā: par cik stundām kavēto \
                stundu daļa ir zināma.
                """,
            en: """
                Lessons of which the source also tells who was present, of these and the lessons not recorded together: how \
                many lessons the share of lessons missed is known for.
                """
        ),
        unit: .share,
        kinds: LessonCell.told,
        base: .followed,
        disclosure: DisclosureRule(
            base: "attendance/known-for",
            along: whole,
            restsOn: ["attendance/not-recorded"]
        )
    )
}
