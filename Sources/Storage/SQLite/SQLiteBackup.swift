internal import Dispatch
internal import GRDB
internal import Kernel

extension Database {
    /// Copies a SQLite database to a new folder while it is in use, sealed with the master key.
    ///
    /// Each file of the copy is one state of its store; a list of row counts stands beside them. The key file is
    /// not part of it: a copy together with its key would protect nobody. Copies in the clear are made beside the
    /// database only, and removed. Throws a `Refusal` where the folder exists, and on PostgreSQL, which has tools
    /// of its own.
    ///
    /// - Returns: the name of the master key that opens it, and how many rows it holds.
    @discardableResult
    public func backup(to folder: String) async throws -> (key: String, rows: Int) {
        guard case .sqlite(let own) = address else {
            throw Refusal.backupByServer(try schemas)
        }
        guard !PrivateFiles.exists(folder) else { throw Refusal.backupExists(folder) }
        try PrivateFiles.makeFolder(folder)
        let draft = SQLiteFolder(
            path: "\(own)/backup-\(hexadecimal((0..<4).map { _ in UInt8.random(in: .min ... .max) }))"
        )
        try PrivateFiles.makeFolder(draft.path)
        defer { PrivateFiles.remove(draft.path) }
        let seal = BackupSeal(master: sealer.master)
        var counts = RowCounts()
        // The trail goes last, so that it holds the records of everything that is in the others.
        for store in [state, data, audit] {
            guard let source = store.pool as? SQLitePool else { continue }
            let file = draft.file(store.name)
            try PrivateFiles.make(file)
            try await source.copy(to: file)
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

    private var schemas: [String] {
        get throws {
            guard case .postgres(let url) = address else { return [] }
            return StoreName.allCases.map(try PGAddress(url).schema)
        }
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
