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

    /// Lessons recorded, of these and those that nobody recorded: how far counts of lessons missed hold.
    ///
    /// Beside the lessons recorded it tells those that were not, so that it is shown where they are.
    static let recordedShare = AbsenceMeasure(
        name: "attendance/recorded-share",
        title: Text(lv: "Reģistrēto stundu daļa", en: "Share of lessons recorded"),
        definition: Text(
            lv: """
                Stundas, kurām avots norāda arī klātbūtni, no tām un nereģistrētajām stundām kopā: cik pilnīgi saskaitītas \
                kavētās stundas.
                """,
            en: """
                Lessons of which the source also tells who was present, of these and the lessons not recorded together: how \
                completely lessons missed are counted.
                """
        ),
        unit: .share,
        kinds: LessonCell.told,
        base: .followed,
        disclosure: DisclosureRule(
            base: "attendance/recorded-share",
            along: whole,
            restsOn: ["attendance/not-recorded"]
        )
    )

    /// Lessons recorded, of all lessons that any source tells of: how far a rate of absence holds.
    ///
    /// Months of which the source tells absences alone are in it, as the rate leaves them out. What it is set against is
    /// told by the lessons missed, those not recorded and the rate, so that it is shown where all of them are.
    static let knownFor = AbsenceMeasure(
        name: "attendance/known-for",
        title: Text(
            lv: "Stundas, par kurām ir klātbūtnes ziņas",
            en: "Lessons that attendance is known for"
        ),
        definition: Text(
            lv: """
                Stundas, kurām avots norāda arī klātbūtni, no visām stundām, par kurām ir ziņas: no tām, no nereģistrētajām un \
                no kavētajām, kurām avots klātbūtni nenorāda. Kur avots norāda tikai kavējumus, apmeklētās stundas nav zināmas, \
                tāpēc patiesā daļa ir vēl mazāka.
                """,
            en: """
                Lessons of which the source also tells who was present, of all lessons that anything is told of: of these, the \
                lessons not recorded, and those missed of which the source tells no presence. Where a source tells absences \
                alone, the lessons attended are not known, so that the true share is smaller still.
                """
        ),
        unit: .share,
        kinds: LessonCell.told,
        base: .told,
        disclosure: DisclosureRule(
            base: "attendance/known-for",
            along: whole,
            restsOn: ["attendance/not-recorded", "attendance/missed", "attendance/missed-share"]
        )
    )
}
