internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A pupil with the lessons recorded and missed.
struct ChronicPupil: Readable {
    let pupil: PupilID
    let classGroup: ClassID
    let recorded: Int
    let missed: Int
    /// From which share on absence is chronic where the pupil is.
    let percent: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        classGroup = try row.next()
        recorded = try row.next()
        missed = try row.next()
        percent = try row.next()
    }

    /// Whether enough lessons are recorded.
    func isAssessed(_ rule: ChronicAbsence) -> Bool { recorded >= rule.lessons }

    /// Whether the share of lessons missed is that of the pupil's institution or more.
    func isChronic(_ rule: ChronicAbsence) -> Bool {
        isAssessed(rule) && missed * 100 >= recorded * percent
    }

    func evidence(_ numerator: Int, _ denominator: Int, _ place: AbsenceSources.Place) -> EvidenceRow {
        let lessons = Noun(lv: "stunda", "stundas", en: "lesson", "lessons")
        var row = EvidenceRow(
            pupil: pupil,
            day: nil,
            words: Text(lv: "Kavēts: ", en: "Missed: ") + lessons.counted(missed)
                + Text(lv: ", reģistrēts: \(recorded)", en: ", recorded: \(recorded)"),
            numerator: numerator,
            denominator: denominator,
            batch: place.batch,
            source: place.source
        )
        row.isNamed = true
        return row
    }
}
