/// A transaction on one store.
///
/// It is valid inside `read` and `write` only and is never kept.
///
/// After a statement has failed, the transaction is lost on both engines: every further statement throws and
/// nothing is committed, even where the error was caught. What may fail goes into ``savepoint(_:)``.
public final class Connection {
    let backend: any Backend
    let context: Context
    var failure: StorageError?
    /// Keys that this transaction read itself; see ``TransactionSealer``.
    var rings: [Int: KeyRing] = [:]
    var madeKeys = false
    private var savepoints = 0

    init(_ backend: any Backend, _ context: Context) {
        self.backend = backend
        self.context = context
    }

    /// Where a connection belongs and what it may do.
    struct Context: Sendable {
        let store: StoreName
        var writable = false
        let sealer: Sealer?
        /// The number of the opening; 0 while it is being opened.
        var opening = 0
    }

    /// Tells databases apart that one process has opened: another number each time one is opened.
    ///
    /// What is remembered of one is never taken for another's.
    public var opening: Int { context.opening }

    /// Which engine answers.
    public var dialect: Dialect { backend.dialect }

    /// Runs a statement and tells how many rows it changed.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        try guarded { try backend.execute(sql) }
    }

    /// Shows each row to the body; the rows are never all in memory.
    ///
    /// Takes a SELECT only.
    public func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try guarded {
            try backend.query(sql, streaming: true) { row in
                try body(&row)
                return true
            }
        }
    }

    /// Runs the body so that what it changed can be taken back alone: an error takes it back and goes on.
    @discardableResult
    public func savepoint<T>(_ body: () throws -> T) throws -> T {
        let name = "sekme_\(savepoints)"
        savepoints += 1
        defer { savepoints -= 1 }
        try guarded { try backend.script("SAVEPOINT \(name)") }
        do {
            let result = try body()
            try guarded { try backend.script("RELEASE SAVEPOINT \(name)") }
            return result
        } catch {
            try backend.script("ROLLBACK TO SAVEPOINT \(name)")
            try backend.script("RELEASE SAVEPOINT \(name)")
            failure = nil
            // A key that the savepoint made is gone again.
            rings = [:]
            throw error
        }
    }

    /// Throws what failed before, so that an error that was caught and forgotten is not committed.
    func finish() throws {
        if let failure { throw failure }
    }

    func guarded<T>(_ body: () throws -> T) throws -> T {
        if let failure {
            throw StorageError(.other, details: "a statement failed before: \(failure.debugDescription)")
        }
        do {
            return try body()
        } catch let error as StorageError {
            failure = failure ?? error
            throw error
        }
    }
}
