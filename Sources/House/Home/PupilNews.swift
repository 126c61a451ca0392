import Frame
import Kernel
import Pages
import Registry
import Storage

/// What the latest month with data says of single pupils, for who sees a pupil and no institution: a partner's worker.
struct PupilNews: Sendable {
    let pupil: PupilID
    let matter: Matter

    private static let most = 4

    static func find(
        _ pupils: [HomeView.Place],
        _ year: SchoolYear,
        _ figures: PageFigures,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [PupilNews] {
        guard desk.asker.reach(.readFigures, on: desk.today).isEmpty else { return [] }
        return try pupils.prefix(most).compactMap { pupil in
            try matter(pupil, year, figures, desk, connection).map {
                PupilNews(pupil: PupilID(rawValue: pupil.id), matter: $0)
            }
        }
    }

    private static func matter(
        _ pupil: HomeView.Place,
        _ year: SchoolYear,
        _ figures: PageFigures,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Matter? {
        let id = PupilID(rawValue: pupil.id)
        let found = try ScopeFinder(tenant: desk.tenant, connection).scope(of: id, on: desk.today)
        guard let scope = found else { return nil }
        var selection = Selection(year: year, institution: scope.institution)
        selection.classGroup = scope.classGroup
        selection.pupil = id
        let line = try figures.line("attendance/missed", selection, over: .month)
        let counts = line.filter { $0.key > 0 && !$0.value.isHidden }.compactMapValues { $0.tally?.numerator }
        let months = counts.keys.sorted()
        guard let now = months.last, let count = counts[now] else { return nil }
        var matter = Matter(
            count,
            Noun(lv: "kavēta stunda", "kavētas stundas", en: "lesson missed", "lessons missed")
        )
        let when = MonthNews.inMonth(now)
        var more = Text(lv: "\(pupil.name), \(when.lv)", en: "\(pupil.name), \(when.en)")
        if let month = months.dropLast().last, let before = counts[month] {
            let then = MonthNews.inMonth(month)
            more =
                more
                + Text(
                    lv: "; \(then.lv) \(Format(.lv).integer(before))",
                    en: "; \(Format(.en).integer(before)) \(then.en)"
                )
        }
        matter.more = more
        matter.way = (Text(lv: "Atvērt izglītojamo", en: "Open the pupil"), Address(pupil.path))
        return matter
    }
}
