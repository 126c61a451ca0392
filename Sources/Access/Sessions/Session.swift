package import Frame
package import Kernel
package import Storage

/// From where a request comes.
package struct Visitor: Hashable, Sendable {
    /// The network address.
    package let address: String
    /// What the browser says of itself, cut to a sensible length.
    package let agent: String

    /// A visitor.
    package init(address: String, agent: String) {
        self.address = address
        self.agent = String(agent.unicodeScalars.filter { $0.value >= 32 }.prefix(200).map(Character.init))
    }
}

/// A session as its owner sees it in the list.
package struct Session: Hashable, Sendable, Readable {
    /// The hash of its secret: its key in the database and in lists, of no use for signing in.
    package let hash: [UInt8]
    /// Whose it is.
    package let account: AccountID
    /// When it began.
    package let created: Instant
    /// When it was last used, to the minute.
    package let seen: Instant
    /// Where it began.
    package let visitor: Visitor
    /// Through whose eyes it looks, if not its owner's.
    package let viewing: AccountID?

    static let columns: SQL = "id_hash, account_id, created_at, seen_at, address, agent, view_as"

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        hash = try row.next()
        account = try row.next()
        created = Instant(milliseconds: try row.next())
        seen = Instant(milliseconds: try row.next())
        let address = try row.next(String.self)
        visitor = Visitor(address: address, agent: try row.next())
        let viewing = try row.next(Int.self)
        self.viewing = viewing > 0 ? AccountID(rawValue: viewing) : nil
    }

    /// The key of the session in a form.
    package var handle: String { Hexadecimal.text(hash) }

    /// However busy, nobody stays signed in for longer.
    package static let longest = Duration.seconds(12 * 3_600)

    /// Whether it is over at a moment, for an account whose sessions end after so many idle minutes.
    package func isOver(at instant: Instant, idleMinutes: Int) -> Bool {
        instant - seen >= .seconds(60 * idleMinutes) || instant - created >= Session.longest
    }
}
