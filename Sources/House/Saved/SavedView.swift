import Frame
import Kernel
import Pages
import Storage

/// A report with its filters under a name.
struct SavedView: SavedThing {
    static let table: SQL = "saved_view"
    static let columns: SQL = "id, account_id, share, institution_id, name, name_en, report, chosen"
    static let path = "/views/:view"
    static let part = "view"
    static let removedWords = Text(
        lv: "Saglabātais skats noņemts. To var atjaunot šajā lapā pie noņemtajiem.",
        en: "The saved view was removed. It can be put back on this page, under what was removed."
    )
    static let restoredWords = Text(lv: "Skats atjaunots.", en: "The view was put back.")

    let id: Int
    let account: AccountID
    let sharing: Sharing
    let name: SavedName
    let request: ReportRequest

    init(row: inout Row) throws {
        id = try row.next()
        account = try row.next()
        sharing = Sharing(reach: try row.next(), institution: try row.next())
        name = SavedName(lv: try row.next(), en: try row.next())
        request = ReportRequest(report: try row.next(), chosen: try row.next())
    }

    var address: Address { "/views/\(id)" }

    func isOpen(to desk: Desk) -> Bool { desk.mayAsk(request) }
}

/// The saved views that somebody sees.
typealias SavedViews = SavedThings<SavedView>

extension SavedThings<SavedView> {
    /// Keeps a view and gives its number.
    func add(_ name: SavedName, _ request: ReportRequest, _ sharing: Sharing) throws -> Int {
        let ids = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "saved_view", count: 1)
        try connection.execute(
            """
            INSERT INTO saved_view
            (tenant_id, id, account_id, share, institution_id, name, name_en, report, chosen, version)
            VALUES (\(desk.tenant), \(ids.lowerBound), \(desk.asker.account), \(sharing.reach),
            \(sharing.institution), \(name.lv), \(name.en), \(request.report), \(request.kept), 1)
            """
        )
        return ids.lowerBound
    }

    /// Gives a view another name, and shares it differently.
    func change(_ view: SavedView, name: SavedName, _ sharing: Sharing) throws {
        try connection.execute(
            """
            UPDATE saved_view SET name = \(name.lv), name_en = \(name.en), share = \(sharing.reach),
            institution_id = \(sharing.institution), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(view.id)
            """
        )
    }
}

/// Whose saved things somebody sees: their own, those of their institutions, those of the board.
struct Seen {
    let condition: SQL

    init(_ desk: Desk) {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let places: SQL =
            reach.everything ? "1 = 1" : "institution_id IN (\(list: reach.institutions.sorted()))"
        condition = """
            (account_id = \(desk.asker.account) OR share = \(Sharing.Reach.board)
            OR (share = \(Sharing.Reach.institution) AND \(places)))
            """
    }
}

extension Desk {
    /// Whether whoever sits here may ask a report at all.
    func mayAsk(_ request: ReportRequest) -> Bool {
        guard let (_, report) = house.report(request.report) else { return false }
        return !asker.reach(report.permission, on: today).isEmpty
    }
}

extension Refusal {
    static let notYours = Refusal(
        .forbidden,
        Text(
            lv:
                "To var mainīt tikai tas, kurš saglabājis, vai tas, kurš pārvalda iestādes vai pārvaldes datus.",
            en: "Only who saved it, or who keeps the data of the institution or board, may change it."
        ),
        advice: Text(
            lv: "Saglabājiet savu ar citu nosaukumu.",
            en: "Save one of your own under another name."
        )
    )
}

/// Named things in Latvian order, those of one name in the order in which they were made.
enum LatvianOrder {
    static func precedes(_ left: (name: String, id: Int), _ right: (name: String, id: Int)) -> Bool {
        let keys = (LatvianKey.sort(left.name), LatvianKey.sort(right.name))
        return keys.0 == keys.1 ? left.id < right.id : keys.0.lexicographicallyPrecedes(keys.1)
    }
}

/// The name that a person gives to a saved thing.
enum GivenName {
    private static let longest = 80

    /// The name without blanks around, or what is wrong with it.
    static func check(_ text: String) -> (name: String, error: Text?) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty {
            return (words, Text(lv: "Ierakstiet nosaukumu.", en: "Write a name."))
        }
        if words.count > longest {
            return (
                words,
                Text(
                    lv: "Nosaukums garāks par \(longest) rakstzīmēm. Saīsiniet to.",
                    en: "The name is longer than \(longest) characters. Shorten it."
                )
            )
        }
        return (words, nil)
    }
}
