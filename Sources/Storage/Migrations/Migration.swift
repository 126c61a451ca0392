/// The migrations of one room, in the order in which they are applied.
///
/// New ones go to the end.
public struct RoomMigrations: Sendable {
    /// The name of the room.
    public let room: String
    /// Its migrations.
    public let migrations: [Migration]

    /// The migrations of a room.
    public init(room: String, migrations: [Migration]) {
        self.room = room
        self.migrations = migrations
    }
}

/// One step of a schema.
///
/// Its text is never edited once it has left the house: it is checked at each start.
public struct Migration: Sendable {
    /// Year, month and words, unique in its room: `2026-11-institutions`.
    public let id: String
    /// The store it changes.
    public let store: StoreName
    /// The tables it makes, with whose data they hold.
    public let tables: [TableNote]
    /// Statements, each ended by `;` at the end of a line, in the words of ``MigrationText``.
    public let sql: String
    /// Keys of names that the rows of a new column get, after the statements.
    public let fills: [KeyFill]

    /// A migration.
    ///
    /// Types are written INTEGER, TEXT and BLOB, and a table ends in `{register}` or `{facts}`.
    public init(
        id: String,
        store: StoreName = .data,
        tables: [TableNote],
        sql: String,
        fills: [KeyFill] = []
    ) {
        self.id = id
        self.store = store
        self.tables = tables
        self.sql = sql
        self.fills = fills
    }

    /// What its checksum is made of: one without fills has the checksum of its statements alone.
    var text: String { sql + fills.map(\.text).joined() }
}

/// Whose data a table holds and how long it is kept.
public struct TableNote: Sendable, Hashable {
    /// Whose data it is.
    public enum Holds: String, Sendable, CaseIterable {
        /// Institutions, plans, public figures.
        case organisations
        /// Pupils and their families.
        case pupils
        /// Teachers and other staff.
        case staff
        /// Those who sign in.
        case accounts
        /// Nobody's: counters, keys, jobs.
        case system
    }

    /// The name of the table.
    public let name: String
    /// Whose data it is.
    public let holds: Holds
    /// The retention class: a code that the rules of keeping go by.
    public let retention: String
    /// The columns that hold sealed bytes.
    ///
    /// The table's key then starts with `tenant_id`.
    public let sealed: [String]
    /// The columns of the primary key.
    public let key: [String]
    /// The table whose rows its rows are parts of; nil where a row stands for itself.
    public let whole: Whole?

    /// What rows are parts of.
    public struct Whole: Sendable, Hashable {
        /// The column that names the row of the other table by its `id`.
        public let column: String
        /// The other table.
        public let table: String

        /// Rows of a table by a column.
        public init(_ column: String, of table: String) {
            self.column = column
            self.table = table
        }
    }

    /// A note about one table.
    public init(
        name: String,
        holds: Holds,
        retention: String,
        sealed: [String] = [],
        key: [String],
        partOf whole: Whole? = nil
    ) {
        self.name = name
        self.holds = holds
        self.retention = retention
        self.sealed = sealed
        self.key = key
        self.whole = whole
    }
}
