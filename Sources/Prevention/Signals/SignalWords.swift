internal import Frame
internal import Kernel
internal import Registry

/// A signal in words: what it shows, and against which threshold.
struct SignalWords {
    let rules: RiskRules

    private static let lessons = Noun(lv: "stunda", "stundas", en: "lesson", "lessons")
    private static let days = Noun(lv: "diena", "dienas", en: "day", "days")
    private static let subjects = Noun(lv: "priekšmets", "priekšmeti", en: "subject", "subjects")
    private static let entries = Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")
    private static let times = Noun(lv: "reize", "reizes", en: "time", "times")
    private static let points = Noun(
        lv: "procentpunkts",
        "procentpunkti",
        en: "percentage point",
        "percentage points"
    )
    private static let failures = Noun(
        lv: "nesekmīgs priekšmets",
        "nesekmīgi priekšmeti",
        en: "failure",
        "failures"
    )

    /// The record of the rule that a reading rests on; the nearest that is left where it was withdrawn.
    func record(_ rule: String, _ shown: ShownReading) -> RiskRecord? {
        rules.records.first { $0.name == rule && $0.from == shown.ruleFrom } ?? rules.latest(rule)
    }

    /// What the signal is called.
    func title(_ signal: RiskSignal) -> Text {
        record(signal.rule, signal.shown)?.title ?? Text(same: signal.rule)
    }

    /// The term or year that it is of.
    static func period(_ year: SchoolYear, _ term: Int) -> Text {
        let span = Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
        guard term > 0 else { return span }
        return Text(lv: "\(span.lv), \(term). semestris", en: "\(span.en), term \(term)")
    }

    /// What was found: "25 stundas".
    func fact(_ rule: String, _ shown: ShownReading) -> Text {
        let reading = shown.reading
        guard let quantity = record(rule, shown)?.rule.quantity else { return Text(same: "\(reading.value)") }
        switch quantity {
        case .unexcused, .missed: return Self.lessons.counted(reading.value)
        case .unexcusedDays: return Self.days.counted(reading.value)
        case .absence:
            let lessons = Noun(lv: "stundas", "stundām", en: "lesson", "lessons").form(reading.base)
            return Text(
                lv:
                    "\(Self.percent(reading.value, reading.base, .lv)) (\(reading.value) no \(reading.base) \(lessons.lv))",
                en:
                    "\(Self.percent(reading.value, reading.base, .en)) (\(reading.value) of \(reading.base) \(lessons.en))"
            )
        case .fall:
            return Text(
                lv: """
                    no \(Self.percent(reading.past, reading.pastBase, .lv)) uz \
                    \(Self.percent(reading.value, reading.base, .lv))
                    """,
                en: """
                    from \(Self.percent(reading.past, reading.pastBase, .en)) to \
                    \(Self.percent(reading.value, reading.base, .en))
                    """
            )
        case .subjectsBelow, .examSubjects:
            return Self.subjects.counted(reading.value)
                + Text(lv: " no \(reading.base)", en: " of \(reading.base)")
        case .noMark, .behaviour: return Self.entries.counted(reading.value)
        case .repeating: return Text(lv: "jā", en: "yes")
        case .schoolChanged: return Self.times.counted(reading.value)
        case .pastFailures: return Self.failures.counted(reading.value)
        case .observation: return Text(lv: "pierakstīts novērojums", en: "an observation was written down")
        }
    }

    /// From which value on it is a sign: "vairāk nekā 20", "10 % vai vairāk".
    func threshold(_ rule: String, _ shown: ShownReading) -> Text? {
        guard let rule = record(rule, shown)?.rule else { return nil }
        switch rule.quantity {
        case .repeating, .observation, .schoolChanged: return nil
        default: break
        }
        let value =
            switch rule.quantity.form {
            case .count: Text(same: "\(shown.threshold)")
            case .share: Text(lv: "\(shown.threshold)\u{a0}%", en: "\(shown.threshold)%")
            case .fall: Self.points.counted(shown.threshold)
            }
        switch rule.comparison {
        case .more: return Text(lv: "vairāk nekā \(value.lv)", en: "more than \(value.en)")
        case .atLeast: return Text(lv: "\(value.lv) vai vairāk", en: "\(value.en) or more")
        }
    }

    private static func percent(_ value: Int, _ base: Int, _ language: Language) -> String {
        guard let share = Exact.divide(value, by: base, decimals: 3) else { return "–" }
        return Format(language).decimal(share, 1) + (language == .lv ? "\u{a0}%" : "%")
    }
}
