internal import Dispatch
internal import GRDB
internal import Kernel

extension Database {
    /// Copies a SQLite database to a new folder while it is in use.
    ///
    /// Each file of the copy is one state of its store.
    ///
    /// The key file is not part of it: a copy together with its key would protect nobody. Throws a `Refusal`
    /// where the folder exists, and on PostgreSQL, which has tools of its own.
    public func backup(to folder: String) async throws {
        if case .postgres(let url) = address {
            throw Refusal.backupByServer(StoreName.allCases.map(try PGAddress(url).schema))
        }
        guard !PrivateFiles.exists(folder) else { throw Refusal.backupExists(folder) }
        try PrivateFiles.makeFolder(folder)
        let copy = SQLiteFolder(path: folder)
        // The trail goes last, so that it holds the records of everything that is in the others.
        for store in [state, data, audit] {
            guard let source = store.pool as? SQLitePool else { continue }
            try PrivateFiles.make(copy.file(store.name))
            try await source.copy(to: copy.file(store.name))
        }
        PrivateFiles.sync(folder: folder)
    }
}

extension SQLitePool {
    fileprivate func copy(to path: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { [pool] in
                continuation.resume(
                    with: Result {
                        try mappingErrors {
                            let target = try DatabaseQueue(path: path)
                            try pool.backup(to: target)
                            try target.close()
                        }
                    }
                )
            }
        }
    }
}

extension Refusal {
    fileprivate static func backupExists(_ folder: String) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "Mape \(folder) jau pastāv.", en: "The folder \(folder) exists already."),
            advice: Text(
                lv: "Norādiet mapi, kuras vēl nav.",
                en: "Name a folder that does not exist yet."
            )
        )
    }

    fileprivate static func backupByServer(_ schemas: [String]) -> Refusal {
        let command = "pg_dump --format=custom " + schemas.map { "--schema=\($0)" }.joined(separator: " ")
        return Refusal(
            .invalid,
            Text(
                lv: "PostgreSQL datubāzes rezerves kopiju veido ar servera rīkiem.",
                en: "A PostgreSQL database is backed up with the server's own tools."
            ),
            advice: Text(
                lv: "Palaidiet \(command), pievienojot datubāzes adresi; atslēgas datni glabājiet atsevišķi.",
                en: "Run \(command) with the address of the database; keep the key file apart from it."
            )
        )
    }
}
