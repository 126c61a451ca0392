extension Connection {
    /// Removes rows of which everything that tells of anybody is sealed, without zeros over the pages that are freed.
    ///
    /// SQLite as Debian builds it writes zeros over each page that it frees, which is how removed data leave the file.
    /// Of sealed bytes nothing can be read, and what a large import staged would be written once more to be forgotten.
    public func removingSealed(_ body: () throws -> Void) throws {
        guard dialect == .sqlite, try value("PRAGMA secure_delete", Int.self) == 1 else { return try body() }
        try guarded { try backend.script("PRAGMA secure_delete = FAST") }
        // Also where the body fails: the setting is the connection's and outlives the transaction.
        defer { try? backend.script("PRAGMA secure_delete = ON") }
        try body()
    }
}
