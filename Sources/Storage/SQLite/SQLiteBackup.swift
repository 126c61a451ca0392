internal import Dispatch
internal import GRDB
internal import Kernel

extension Database {
    /// Copies a database to a new folder while it is in use, sealed with the master key.
    ///
    /// Each file of the copy is one state of its store; a list of row counts stands beside them. It is the same for
    /// both engines, so that a copy of one is restored to the other. The key file is not part of it: a copy together
    /// with its key would protect nobody. Copies in the clear are made in a private folder only (beside a SQLite
    /// database, else where temporary files go), and removed. Throws a `Refusal` where the folder exists.
    ///
    /// - Returns: the name of the master key that opens it, and how many rows it holds.
    @discardableResult
    public func backup(to folder: String) async throws -> (key: String, rows: Int) {
        guard !PrivateFiles.exists(folder) else { throw Refusal.backupExists(folder) }
        try PrivateFiles.makeFolder(folder)
        let draft = PrivateFiles.scratch(in: draftsFolder, "backup")
        try PrivateFiles.makeFolder(draft.path)
        defer { PrivateFiles.remove(draft.path) }
        let seal = BackupSeal(master: sealer.master)
        var counts = RowCounts()
        // The trail goes last, so that it holds the records of everything that is in the others.
        for store in [state, data, audit] {
            let file = draft.file(store.name)
            try PrivateFiles.make(file)
            if let source = store.pool as? SQLitePool {
                try await source.copy(to: file)
            } else {
                try await store.copied(to: file, rooms)
            }
            let copy = try SQLitePool(path: file, durable: false)
            do { try await counts.add(Store(store.name, copy, sealer: nil)) } catch {
                await copy.close()
                throw error
            }
            await copy.close()
            try seal.seal(file, to: BackupFolder(path: folder).file(store.name), as: store.name.rawValue)
            PrivateFiles.remove(file)
        }
        let list = "\(draft.path)/\(BackupFolder.list)"
        try PrivateFiles.make(list, Array(counts.text.utf8))
        try seal.seal(list, to: BackupFolder(path: folder).listFile, as: BackupFolder.list)
        PrivateFiles.sync(folder: folder)
        return (sealer.masterKeyId, counts.total)
    }

    private var draftsFolder: String {
        guard case .sqlite(let own) = address else { return PrivateFiles.temporary }
        return own
    }
}

/// The folder of a backup: a sealed file for each store, and one with row counts.
struct BackupFolder {
    let path: String

    static let list = "counts"

    func file(_ store: StoreName) -> String { "\(path)/\(store.rawValue).sealed" }
    var listFile: String { "\(path)/\(BackupFolder.list).sealed" }
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
}
