import Frame
import Kernel
import Pages
import Storage

/// Saved views, sets and subscriptions that were removed: put back within some days, forgotten after them.
struct RemovedKeeping: ChangeListener {
    /// How many days a removed thing can be put back.
    static let days = 30

    private static let tables: [SQL] = ["saved_view", "report_set", "subscription"]

    /// The moment before which removed things are forgotten.
    static func limit(_ desk: Desk) -> Int { (desk.today - days).start.milliseconds }

    /// What was removed and can be put back still.
    static func condition(_ desk: Desk) -> SQL { "removed_at >= \(limit(desk)) AND removed_at > 0" }

    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        guard notice.dayBegan else { return }
        let limit = RemovedKeeping.limit(desk)
        try connection.execute(
            """
            DELETE FROM report_set_item WHERE tenant_id = \(desk.tenant) AND set_id IN (
                SELECT id FROM report_set
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
            )
            """
        )
        for table in RemovedKeeping.tables {
            try connection.execute(
                """
                DELETE FROM \(table)
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
                """
            )
        }
    }

    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool {
        let limit = RemovedKeeping.limit(desk)
        return try RemovedKeeping.tables.contains { table in
            let count = try connection.value(
                """
                SELECT count(*) FROM \(table)
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
                """,
                Int.self
            )
            return (count ?? 0) > 0
        }
    }

    /// It keeps nothing that rests on others' data.
    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] { [] }

    /// The button that puts a removed thing back.
    static func line(_ name: String, _ restore: Address, _ request: PageRequest) -> HTML {
        let words = Text(lv: "Atjaunot „\(name)”", en: "Put back “\(name)”")
        let button = PostButton(
            words[request.language],
            action: restore,
            csrf: request.formToken,
            look: .small
        )
        return "<li>\(button)</li>"
    }

    /// The list of what can be put back, folded; nothing where there is none.
    static func list(_ lines: [HTML], _ language: Language) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let words = Text(
            lv: "Noņemtie (atjauno \(days) dienu laikā)",
            en: "Removed (can be put back for \(days) days)"
        )
        return """
            <details class="screen-only"><summary>\(words, language)</summary>\
            <ul class="index tight">\(lines)</ul></details>
            """
    }
}
