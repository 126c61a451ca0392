import Frame
import Kernel
import Pages
import Registry

/// What the latest month with data says beside the one before: lessons missed, and who missed them without excuse.
enum MonthNews {
    static func find(_ focus: HomeFocus, _ figures: PageFigures) throws -> [Matter] {
        try [missed(focus, figures), unexcused(focus, figures)].compactMap { $0 }
    }

    private static func missed(_ focus: HomeFocus, _ figures: PageFigures) throws -> Matter? {
        let line = try figures.line("attendance/missed-share", focus.selection, over: .month)
        guard let (now, before) = latest(line), let number = line[now].flatMap(words) else { return nil }
        var matter = Matter(
            number,
            Text(
                lv: "kavēto stundu daļa \(focus.place.lv) \(inMonth(now).lv)",
                en: "of lessons were missed \(focus.place.en) \(inMonth(now).en)"
            )
        )
        matter.more = before.flatMap { month in
            line[month].flatMap(words).map { $0.of(month) }
        }
        matter.way = (Text(lv: "Pa mēnešiem", en: "By month"), focus.address)
        return matter
    }

    private static func unexcused(_ focus: HomeFocus, _ figures: PageFigures) throws -> Matter? {
        guard focus.knowsPupils else { return nil }
        let line = try figures.line("attendance/unexcused", focus.selection, over: .month)
        guard let (now, before) = latest(line), let people = line[now]?.people, people > 0 else { return nil }
        let when = inMonth(now)
        var matter = Matter(
            people,
            Noun(
                lv: "izglītojamais \(focus.place.lv) \(when.lv) kavējis bez attaisnojoša iemesla",
                "izglītojamie \(focus.place.lv) \(when.lv) kavējuši bez attaisnojoša iemesla",
                en: "pupil \(focus.place.en) missed lessons without excuse \(when.en)",
                "pupils \(focus.place.en) missed lessons without excuse \(when.en)"
            )
        )
        matter.more = before.flatMap { month in
            (line[month]?.people).map {
                Text(lv: Format(.lv).integer($0), en: Format(.en).integer($0)).of(month)
            }
        }
        matter.way = line[now]?.making.map { (Text(lv: "Ieraksti", en: "The records"), $0) }
        return matter
    }

    /// The last month with a number to show, and the one before it.
    private static func latest(_ line: [Int: Figure]) -> (Int, Int?)? {
        let months = line.filter { $0.key > 0 && !$0.value.isHidden && $0.value.scaled != nil }.keys.sorted()
        guard let now = months.last else { return nil }
        return (now, months.dropLast().last)
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

extension Text {
    /// A number with its month: "aprīlī 7,4 %".
    fileprivate func of(_ month: Int) -> Text {
        let when = MonthNews.inMonth(month)
        return Text(lv: "\(when.lv) \(lv)", en: "\(en) \(when.en)")
    }
}
