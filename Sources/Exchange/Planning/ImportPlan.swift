/// What an import would change, before anything is saved.
package struct ImportPlan: Sendable, Hashable, Codable {
    /// What happens to each table that the files say something about.
    package var tables: [TableChange] = []
    /// Lines read.
    package var lines = 0
    /// Values and lines that cannot be read, or that contradict each other.
    package var rejected = 0
    /// Persons, classes and institutions that are not in the registers.
    package var unmatched = 0
    /// Lines that gave nothing after something was not found.
    package var idle = 0
    /// Things that are taken over once a person has looked at them; nil in plans that know of none.
    package var doubts: Int?
    /// Text files that are not in UTF-8, each with its encoding; nil in plans that know of none.
    package var encodings: [String]?
    /// Whether letters that went through a wrong encoding were read as they were meant.
    package var isMended: Bool?
    /// Sheets with content that lack the required columns, or that the format passes over, by file and name.
    package var skippedSheets: [String] = []

    /// Changes of one table.
    package struct TableChange: Sendable, Hashable, Codable {
        /// The table.
        package var table: String
        /// Rows that are new.
        package var added = 0
        /// Rows that are there and become others.
        package var changed = 0
        /// Rows that are there as the file has them.
        package var unchanged = 0
        /// Rows that the file is complete for and no longer has.
        package var removed = 0
        /// Rows that the file is complete for.
        package var covered = 0
        /// Lines that another line with the same key took precedence over.
        package var superseded = 0
        /// Keys of which every line was rejected.
        package var contested = 0
        /// Some of the changes, to be looked at.
        package var samples: [ChangeSample] = []
    }

    /// Rows added, changed, unchanged and removed in all tables.
    package var added: Int { tables.reduce(0) { $0 + $1.added } }
    /// Rows changed.
    package var changed: Int { tables.reduce(0) { $0 + $1.changed } }
    /// Rows that stay.
    package var unchanged: Int { tables.reduce(0) { $0 + $1.unchanged } }
    /// Rows removed.
    package var removed: Int { tables.reduce(0) { $0 + $1.removed } }
    /// Everything that would be different afterwards.
    package var changes: Int { added + changed + removed }

    /// Whether a person has to say that they have looked at what is doubtful.
    package var hasDoubts: Bool { (doubts ?? 0) > 0 && changes > 0 }

    /// Whether a person has to agree to the removals apart from the rest.
    ///
    /// More than one in a hundred rows of what the file covers is a lot. Where lines were rejected or not
    /// matched, or sheets passed over, a row may look gone only because its line could not be read.
    package var removalsNeedConsent: Bool {
        tables.contains { $0.removed * 100 > $0.covered }
            || (removed > 0 && (rejected + unmatched > 0 || !skippedSheets.isEmpty))
    }
}

/// One change of a plan, to be looked at.
package struct ChangeSample: Sendable, Hashable, Codable {
    /// What happens to the row.
    package enum Kind: String, Sendable, Codable {
        /// It is new.
        case added
        /// It becomes another.
        case changed
        /// It goes.
        case removed
    }

    /// What happens.
    package var kind: Kind
    /// Where the file says so, packed; 0 for a removal.
    package var source: Int
    /// The key.
    package var key: [Int]
    /// Columns with what they hold and what they will hold, those of a fact's key first; nil where there is nothing.
    package var fields: [Field]

    /// A column of a sample.
    package struct Field: Sendable, Hashable, Codable {
        /// The column.
        package var column: String
        /// What it holds.
        package var old: String?
        /// What it will hold.
        package var new: String?
    }
}
