import Access
package import Frame
package import Kernel
import Prevention

/// What every page and command is, in words: the title of what is read, what a form does, what a command does.
///
/// What the navigation and the audit trail call a page is taken from there, all else stands in the files beside this one;
/// a test finds a door without words, and words without a door.
package enum DoorWords {
    /// What a page of a house is; its address where nobody has said it.
    static func words(_ page: any Page, _ house: HouseBook) -> Text {
        pages[Door(page).name] ?? title(page, house) ?? deed(page) ?? Text(same: page.path)
    }

    /// What a command does; what is typed where nobody has said it.
    package static func words(_ command: CommandDoor) -> Text {
        commands[command.name] ?? Text(same: command.name)
    }

    /// The pages that have words of their own, by method and address.
    static let pages: [String: Text] = [
        access, cases, exchange, house, meetings, planning, prevention, privacy, registry,
    ]
    .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

    /// What the navigation or the audit trail calls what is read at an address.
    private static func title(_ page: any Page, _ house: HouseBook) -> Text? {
        guard page.method == .get else { return nil }
        let entry = house.allNavigation.first { $0.path == page.path }
        return entry?.title ?? AuditWords.pages[page.path]?.capitalised
    }

    /// What is done to a row on the pages of its kind.
    private static func deed(_ page: any Page) -> Text? {
        if let row = rows[page.path] {
            return row
                + (page.method == .get
                    ? Text(lv: ": veidlapa", en: ": form") : Text(lv: ": saglabāt", en: ": save"))
        }
        for (end, words) in ends where page.path.hasSuffix(end) {
            return rows[String(page.path.dropLast(end.count))].map { $0 + words }
        }
        return nil
    }

    private static let ends: [(end: String, words: Text)] = [
        ("/restore", Text(lv: ": atjaunot iepriekšējo", en: ": put back what it held before")),
        ("/remove", Text(lv: ": izņemt", en: ": take out")),
    ]
}
