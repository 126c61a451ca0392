internal import Kernel

extension Database {
    /// Makes a database out of a backup, on either engine, whichever it was made on: into a folder that does not
    /// exist yet, or schemas without tables.
    ///
    /// The key file is not part of a backup: it stands where the new database expects it, or is named. Throws a
    /// `Refusal` where the key is missing or another one, the backup is not whole, a table has not as many rows as
    /// were noted, or there is a database already; nothing is left then. The migrations are those of the program, for
    /// a backup of an earlier version that goes to a server.
    ///
    /// - Returns: how many rows each table has.
    @discardableResult
    public static func restore(
        _ backup: String,
        to address: DatabaseAddress,
        migrations: [RoomMigrations] = [],
        key: KeySource = .besideTheFolder
    ) async throws -> RowCounts {
        guard let keyPath = key.path(for: address) else { throw Refusal.noKeyPath }
        let source = BackupFolder(path: backup)
        for path in StoreName.allCases.map(source.file) + [source.listFile] where !PrivateFiles.exists(path) {
            throw Refusal.noBackup(path)
        }
        guard let id = try BackupSeal.keyID(of: source.file(.data)) else {
            throw Refusal.damagedBackup(source.file(.data))
        }
        let seal = BackupSeal(master: try KeyFile(path: keyPath).key(named: id))
        switch address {
        case .sqlite(let folder):
            guard !PrivateFiles.exists(folder) else { throw Refusal.restoreOver(folder) }
            do {
                return try await open(source, seal, SQLiteFolder(path: folder))
            } catch {
                PrivateFiles.remove(folder)
                throw error
            }
        case .postgres(let url):
            let scratch = PrivateFiles.scratch(in: PrivateFiles.temporary, "sekme-restore")
            defer { PrivateFiles.remove(scratch.path) }
            _ = try await open(source, seal, scratch)
            return try await PGRestore(url: url, rooms: [.storage] + migrations).run(scratch)
        }
    }

    private static func open(
        _ source: BackupFolder,
        _ seal: BackupSeal,
        _ target: SQLiteFolder
    ) async throws -> RowCounts {
        try PrivateFiles.makeFolder(target.path)
        // `data` goes last: where it is, the others are whole.
        for store in StoreName.allCases.reversed() {
            try seal.open(source.file(store), to: target.file(store), as: store.rawValue)
        }
        let list = "\(target.path)/\(BackupFolder.list)"
        try seal.open(source.listFile, to: list, as: BackupFolder.list)
        let noted = RowCounts(text: String(decoding: try RawFile(reading: list).read(1 << 20), as: UTF8.self))
        PrivateFiles.remove(list)
        var found = RowCounts()
        for name in StoreName.allCases {
            let pool = try SQLitePool(path: target.file(name), durable: false)
            do { try await found.add(Store(name, pool, sealer: nil)) } catch {
                await pool.close()
                throw error
            }
            await pool.close()
        }
        if let table = found.differences(from: noted).first { throw Refusal.otherRows(table) }
        PrivateFiles.sync(folder: target.path)
        return found
    }
}

extension Refusal {
    fileprivate static func noBackup(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "Rezerves kopijā trūkst faila \(path).", en: "The backup lacks the file \(path)."),
            advice: Text(
                lv: "Norādiet mapi, ko izveidoja „sekme backup”.",
                en: "Name a folder that “sekme backup” made."
            )
        )
    }

    static func restoreOver(_ place: String) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "Vietā \(place) jau ir datubāze.", en: "There is a database at \(place) already."),
            advice: Text(
                lv: "Atjaunojiet mapē vai shēmās, kuru vēl nav; esošo neviens nepārrakstīs.",
                en:
                    "Restore to a folder or schemas that do not exist yet; what is there is not written over."
            )
        )
    }

    fileprivate static func otherRows(_ table: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Tabulā \(table) nav tik rindu, cik to bija rezerves kopijas brīdī.",
                en: "The table \(table) has not as many rows as it had when the backup was made."
            ),
            advice: Text(lv: "Ņemiet citu rezerves kopiju.", en: "Take another backup.")
        )
    }
}
