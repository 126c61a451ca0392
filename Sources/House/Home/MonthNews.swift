import Frame
import Kernel
import Pages
import Registry

/// What the latest whole month with data says beside the one before: lessons missed, and who missed them without excuse.
enum MonthNews {
    /// A month to tell of, with the one to lay it beside.
    struct Latest: Equatable {
        let now: Int
        let before: Int?
        /// The day up to which it is known, where it is not over.
        var through: Day?
    }

    static func find(_ focus: HomeFocus, _ figures: PageFigures, today: Day) throws -> [Matter] {
        try [missed(focus, figures, today), unexcused(focus, figures, today)].compactMap { $0 }
    }

    private static func missed(
        _ focus: HomeFocus,
        _ figures: PageFigures,
        _ today: Day
    ) throws -> Matter? {
        let line = try figures.line("attendance/missed-share", focus.selection, over: .month)
        guard let latest = latest(line, today), let number = line[latest.now].flatMap(words) else {
            return nil
        }
        let when = latest.words
        var matter = Matter(
            number,
            Text(
                lv: "kavēto stundu daļa \(focus.place.lv) \(when.lv)",
                en: "of lessons were missed \(focus.place.en) \(when.en)"
            )
        )
        matter.more = latest.before.flatMap { month in
            line[month].flatMap(words).map { $0.of(month) }
        }
        matter.way = (Text(lv: "Pa mēnešiem", en: "By month"), focus.address)
        return matter
    }

    private static func unexcused(
        _ focus: HomeFocus,
        _ figures: PageFigures,
        _ today: Day
    ) throws -> Matter? {
        guard focus.knowsPupils else { return nil }
        let line = try figures.line("attendance/unexcused", focus.selection, over: .month)
        guard let latest = latest(line, today), let people = line[latest.now]?.people, people > 0 else {
            return nil
        }
        let when = latest.words
        var matter = Matter(
            people,
            Noun(
                lv: "izglītojamais \(focus.place.lv) \(when.lv) kavējis bez attaisnojoša iemesla",
                "izglītojamie \(focus.place.lv) \(when.lv) kavējuši bez attaisnojoša iemesla",
                en: "pupil \(focus.place.en) missed lessons without excuse \(when.en)",
                "pupils \(focus.place.en) missed lessons without excuse \(when.en)"
            )
        )
        matter.more = latest.before.flatMap { month in
            (line[month]?.people).map {
                Text(lv: Format(.lv).integer($0), en: Format(.en).integer($0)).of(month)
            }
        }
        matter.way = line[latest.now].flatMap(records)
        return matter
    }

    /// The way to the page of a figure, with the number that stands there: it counts lessons, where home counts pupils.
    private static func records(_ figure: Figure) -> (words: Text, address: Address)? {
        guard let making = figure.making, case .count(let noun) = figure.unit,
            let number = figure.tally?.numerator
        else { return nil }
        return (Text(lv: "Ieraksti: ", en: "The records: ") + noun.counted(number), making)
    }

    private static func latest(_ line: [Int: Figure], _ today: Day) -> Latest? {
        latest(
            line.filter { $0.key > 0 && !$0.value.isHidden && $0.value.scaled != nil }.map(\.key),
            today: today
        )
    }

    /// The last whole month, and the one before it; where none is over yet, the one that runs, beside nothing: a few days
    /// say nothing beside a month.
    static func latest(_ months: [Int], today: Day) -> Latest? {
        let over = months.sorted().filter { !Month(number: $0).runs(on: today) }
        if let now = over.last { return Latest(now: now, before: over.dropLast().last) }
        return months.max().map { Latest(now: $0, before: nil, through: today) }
    }

    private static func words(_ figure: Figure) -> Text? {
        guard let lv = figure.words(.lv), let en = figure.words(.en) else { return nil }
        return Text(lv: lv, en: en)
    }

    static func inMonth(_ number: Int) -> Text {
        let month = Month(number: number).month - 1
        return Text(lv: latvian[month], en: "in \(english[month])")
    }

    private static let latvian = [
        "janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī",
        "oktobrī",
        "novembrī", "decembrī",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension MonthNews.Latest {
    /// When it is, with the day where the month runs: "decembrī (līdz 01.12.2026.)".
    fileprivate var words: Text {
        let when = MonthNews.inMonth(now)
        guard let through else { return when }
        return when
            + Text(lv: " (līdz \(Format(.lv).day(through)))", en: " (to \(Format(.en).day(through)))")
    }
}

extension Text {
    /// A number with its month: "aprīlī 7,4 %".
    fileprivate func of(_ month: Int) -> Text {
        let when = MonthNews.inMonth(month)
        return Text(lv: "\(when.lv) \(lv)", en: "\(en) \(when.en)")
    }
}
