import Frame
import Kernel
import Pages
import Storage

/// Something that people keep under a name in a table of its own, for themselves or shared: a saved view, a set.
protocol SavedThing: Readable {
    /// Its table, with `account_id`, `share`, `institution_id`, `removed_at` and `version`.
    static var table: SQL { get }
    /// The columns that it is read from.
    static var columns: SQL { get }
    /// The address of each: `/views/:view`.
    static var path: String { get }
    /// The part of that address with its number: `view`.
    static var part: String { get }
    /// Says that one was removed.
    static var removedWords: Text { get }
    /// Says that one was put back.
    static var restoredWords: Text { get }

    var id: Int { get }
    var account: AccountID { get }
    var sharing: Sharing { get }
    var name: SavedName { get }
    /// Its own address, which stays the same whatever it is called.
    var address: Address { get }
    /// Whether somebody who sees it may open it.
    func isOpen(to desk: Desk) -> Bool
}

extension SavedThing {
    /// It is, as what is in it is asked with the reader's own rights.
    func isOpen(to desk: Desk) -> Bool { true }

    /// Whether somebody may change or remove it: the owner, and whoever keeps what it is shared with.
    func isKept(by desk: Desk) -> Bool {
        account == desk.asker.account || (sharing.scope != nil && sharing.isAllowed(desk))
    }
}

/// The saved things of a kind that somebody sees.
struct SavedThings<Thing: SavedThing> {
    let desk: Desk
    let connection: Connection

    /// One's own and those shared with one that one may open, in Latvian order.
    func list() throws -> [Thing] { try list("removed_at = 0").filter { $0.isOpen(to: desk) } }

    /// Those that were removed and that one may put back.
    func removed() throws -> [Thing] {
        try list(Removed.condition(desk)).filter { $0.isKept(by: desk) }
    }

    private func list(_ condition: SQL) throws -> [Thing] {
        try connection.rows(
            """
            SELECT \(Thing.columns) FROM \(Thing.table)
            WHERE tenant_id = \(desk.tenant) AND \(condition) AND \(Seen(desk).condition) ORDER BY id
            """,
            as: Thing.self
        )
        .sorted { LatvianOrder.precedes(($0.name.lv, $0.id), ($1.name.lv, $1.id)) }
    }

    /// One of them; refuses as if it were not there where it is not seen.
    func find(_ id: Int) throws -> Thing {
        let found = try connection.first(
            """
            SELECT \(Thing.columns) FROM \(Thing.table)
            WHERE tenant_id = \(desk.tenant) AND id = \(id) AND removed_at = 0 AND \(Seen(desk).condition)
            """,
            as: Thing.self
        )
        guard let found else { throw Refusal.noSuchPage }
        return found
    }

    /// One of them that may be changed.
    func kept(_ id: Int) throws -> Thing {
        let thing = try find(id)
        guard thing.isKept(by: desk) else { throw Refusal.notYours }
        return thing
    }

    /// Takes one away; it can be put back for some days.
    func remove(_ thing: Thing) throws { try mark(thing, removed: desk.clock().milliseconds) }

    /// Puts a removed one back, and gives it.
    func restore(_ id: Int) throws -> Thing {
        guard let thing = try removed().first(where: { $0.id == id }) else { throw Refusal.noSuchPage }
        try mark(thing, removed: 0)
        return thing
    }

    private func mark(_ thing: Thing, removed: Int) throws {
        try connection.execute(
            """
            UPDATE \(Thing.table) SET removed_at = \(removed), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(thing.id)
            """
        )
    }
}
