internal import Kernel

/// The folder of a SQLite database, with one file for each store.
struct SQLiteFolder {
    let path: String

    func file(_ store: StoreName) -> String { "\(path)/\(store.rawValue).sqlite" }

    private var isMade: Bool { PrivateFiles.exists(file(.data)) }

    /// Waits until nobody else opens this database; the next one waits until the turn ends.
    ///
    /// Making a file, changing it to WAL and migrating it are many short locks, and SQLite tells whoever comes in
    /// between that the file is busy, at once or after a while. Where there is no database and none is to be made,
    /// there is nothing to wait for.
    func turn(create: Bool) async throws -> FileLock? {
        guard create || isMade else { return nil }
        try PrivateFiles.makeFolder(path)
        return try await FileLock.waiting("\(path)/opening.lock")
    }

    /// Opens the three files.
    ///
    /// Throws a `Refusal` where there is no database and none is to be made, and where a part of one is
    /// missing.
    func open(create: Bool) throws -> [StoreName: any Pool] {
        // `data` is made last: where it is, the others must be.
        if isMade {
            for store in StoreName.allCases where !PrivateFiles.exists(file(store)) {
                throw Refusal.incompleteDatabase(file(store))
            }
        } else {
            guard create else { throw Refusal.noDatabase("sqlite:\(path)") }
            try PrivateFiles.makeFolder(path)
            for store in StoreName.allCases.reversed() { try PrivateFiles.make(file(store)) }
        }
        var pools: [StoreName: any Pool] = [:]
        for store in StoreName.allCases {
            pools[store] = try SQLitePool(path: file(store), durable: store == .audit)
        }
        return pools
    }
}

extension Refusal {
    static func noDatabase(_ address: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "Datubāze nav atrasta: \(address)", en: "There is no database at \(address)"),
            advice: Text(
                lv: "Pārbaudiet adresi vai vispirms izveidojiet datubāzi.",
                en: "Check the address, or make the database first."
            )
        )
    }

    static func incompleteDatabase(_ part: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "Trūkst datubāzes daļas: \(part)", en: "A part of the database is missing: \(part)"),
            advice: Text(
                lv: "Atjaunojiet visu datubāzi no rezerves kopijas.",
                en: "Bring the whole database back from a backup."
            )
        )
    }
}
