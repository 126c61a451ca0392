import Exchange
import Frame
import Kernel
import Pages

/// Imports of the last seven days, a line for each day, or those of the last day where there are none.
enum ImportNews {
    private static let mostDays = 3
    private static let mostKinds = 3

    static func find(_ batches: [RecentBatch], _ desk: Desk) -> [Matter] {
        let since = desk.today - 7
        let days = Dictionary(grouping: batches) { $0.appliedAt.day }.sorted { $0.key > $1.key }
        let week = days.filter { $0.key >= since }
        let shown = week.isEmpty ? Array(days.prefix(1)) : Array(week.prefix(mostDays))
        return shown.map { matter($0.key, $0.value, desk) }
    }

    private static func matter(_ day: Day, _ batches: [RecentBatch], _ desk: Desk) -> Matter {
        let (_, month, date) = day.parts
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        var matter = Matter(
            Text(same: "\(two(date)).\(two(month))."),
            Text(lv: "importēts: ", en: "imported: ") + kinds(batches, desk)
        )
        matter.more = rows(batches)
        if batches.allSatisfy({ desk.asker.may(.importData, in: $0.scope, on: desk.today) }) {
            matter.way =
                batches.count == 1
                ? (Text(lv: "Skatīt", en: "Look"), "/imports/batches/\(batches[0].id.rawValue)")
                : (Text(lv: "Visi importi", en: "All imports"), "/imports")
        }
        return matter
    }

    /// What was imported, each kind once, the latest first.
    private static func kinds(_ batches: [RecentBatch], _ desk: Desk) -> Text {
        var titles: [Text] = []
        for batch in batches {
            let title =
                desk.house.formats.first { $0.name == batch.format }?.title ?? Text(same: batch.format)
            if !titles.contains(title) { titles.append(title) }
        }
        let named = titles.prefix(mostKinds)
        let rest = titles.count - named.count
        let list = Text(
            lv: named.map(\.lv).joined(separator: ", "),
            en: named.map(\.en).joined(separator: ", ")
        )
        guard rest > 0 else { return list }
        return list + Text(lv: " un vēl \(rest)", en: " and \(rest) more")
    }

    private static func rows(_ batches: [RecentBatch]) -> Text? {
        let parts: [(Int, Noun)] = [
            (
                batches.reduce(0) { $0 + $1.added },
                Noun(lv: "ieraksts pievienots", "ieraksti pievienoti", en: "row added", "rows added")
            ),
            (
                batches.reduce(0) { $0 + $1.changed },
                Noun(lv: "ieraksts mainīts", "ieraksti mainīti", en: "row changed", "rows changed")
            ),
            (
                batches.reduce(0) { $0 + $1.removed },
                Noun(lv: "ieraksts izdzēsts", "ieraksti izdzēsti", en: "row removed", "rows removed")
            ),
        ]
        let words = parts.filter { $0.0 > 0 }.map { $0.1.counted($0.0) }
        guard !words.isEmpty else { return nil }
        return Text(
            lv: words.map(\.lv).joined(separator: ", "),
            en: words.map(\.en).joined(separator: ", ")
        )
    }
}
