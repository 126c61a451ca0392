import Frame
import Kernel
import Pages
import Storage

/// Reports in an order, printed together for a meeting.
struct ReportSet: SavedThing {
    static let table: SQL = "report_set"
    static let columns: SQL = "id, account_id, share, institution_id, name, name_en, day"
    static let path = "/sets/:set"
    static let part = "set"
    static let removedWords = Text(
        lv: "Komplekts noņemts. To var atjaunot šajā lapā pie noņemtajiem.",
        en: "The set was removed. It can be put back on this page, under what was removed."
    )
    static let restoredWords = Text(lv: "Komplekts atjaunots.", en: "The set was put back.")

    let id: Int
    let account: AccountID
    let sharing: Sharing
    let name: SavedName
    /// The day of the meeting, where one was given.
    let day: Day?

    init(row: inout Row) throws {
        id = try row.next()
        account = try row.next()
        sharing = Sharing(reach: try row.next(), institution: try row.next())
        name = SavedName(lv: try row.next(), en: try row.next())
        let day: Int = try row.next()
        self.day = day == 0 ? nil : Day(number: day)
    }

    /// One report of it, under the name it had when it was put in.
    struct Item: Readable, Sendable {
        let position: Int
        /// The name of a saved view; empty for a report as it is.
        let name: SavedName
        let request: ReportRequest

        init(_ name: SavedName, _ request: ReportRequest, at position: Int = 0) {
            self.position = position
            self.name = name
            self.request = request
        }

        init(row: inout Row) throws {
            position = try row.next()
            name = SavedName(lv: try row.next(), en: try row.next())
            request = ReportRequest(report: try row.next(), chosen: try row.next())
        }

        /// The name, or the report's own title.
        func title(_ house: HouseBook) -> Text {
            guard name.lv.isEmpty else { return name.text }
            return house.report(request.report)?.report.title ?? Text(same: request.report)
        }
    }

    var address: Address { "/sets/\(id)" }

    /// More would be no meeting but a day.
    static let most = 20
}

/// The sets that somebody sees.
typealias ReportSets = SavedThings<ReportSet>

extension SavedThings<ReportSet> {
    /// Its reports in their order.
    func items(_ id: Int) throws -> [ReportSet.Item] {
        try connection.rows(
            """
            SELECT position, name, name_en, report, chosen FROM report_set_item
            WHERE tenant_id = \(desk.tenant) AND set_id = \(id) ORDER BY position
            """,
            as: ReportSet.Item.self
        )
    }

    /// Keeps a set with its reports and gives its number.
    func add(_ name: SavedName, day: Day?, _ sharing: Sharing, _ items: [ReportSet.Item]) throws -> Int {
        let ids = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "report_set", count: 1)
        let id = ids.lowerBound
        try connection.execute(
            """
            INSERT INTO report_set
            (tenant_id, id, account_id, share, institution_id, name, name_en, day, version)
            VALUES (\(desk.tenant), \(id), \(desk.asker.account), \(sharing.reach),
            \(sharing.institution), \(name.lv), \(name.en), \(day?.number ?? 0), 1)
            """
        )
        try write(items, of: id)
        return id
    }

    /// Puts reports in the place of those that were there.
    func replace(_ items: [ReportSet.Item], of id: Int) throws {
        try connection.execute(
            "DELETE FROM report_set_item WHERE tenant_id = \(desk.tenant) AND set_id = \(id)"
        )
        try write(items, of: id)
        try connection.execute(
            "UPDATE report_set SET version = version + 1 WHERE tenant_id = \(desk.tenant) AND id = \(id)"
        )
    }

    /// Gives a set another name and day.
    func change(_ id: Int, name: SavedName, day: Day?) throws {
        try connection.execute(
            """
            UPDATE report_set SET name = \(name.lv), name_en = \(name.en), day = \(day?.number ?? 0),
            version = version + 1 WHERE tenant_id = \(desk.tenant) AND id = \(id)
            """
        )
    }

    private func write(_ items: [ReportSet.Item], of id: Int) throws {
        for (index, item) in items.prefix(ReportSet.most).enumerated() {
            try connection.execute(
                """
                INSERT INTO report_set_item (tenant_id, set_id, position, name, name_en, report, chosen)
                VALUES (\(desk.tenant), \(id), \(index + 1), \(item.name.lv), \(item.name.en),
                \(item.request.report), \(item.request.kept))
                """
            )
        }
    }
}
