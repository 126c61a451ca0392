internal import Kernel

extension Database {
    /// Takes away a database in a folder with the key that was made beside it, where `mayGo` throws nothing.
    ///
    /// `mayGo` reads the store `data` as it is: nothing is migrated before. Only files that Sekme made go. The folder
    /// stays with its locks and whatever else is in it, and so does a key that is another database's or stands
    /// elsewhere. Throws a `Refusal` where somebody has the database open.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    public static func remove(
        folder: String,
        mayGo: @escaping @Sendable (Connection) throws -> Void
    ) async throws -> Bool {
        let place = SQLiteFolder(path: folder)
        guard let turn = try await place.turn(create: false) else { return false }
        defer { turn.end() }
        let presence = FolderPresence(folder: folder)
        defer { presence.end() }
        if try await presence.hasOthers() { throw Refusal.removalWhileOpen }
        let key = try await place.ownKey(mayGo)
        // `data` goes last: without it a database that is half gone would be taken for a new one.
        for store in StoreName.allCases.reversed() { place.remove(store) }
        if let key { PrivateFiles.remove(key) }
        return true
    }
}

extension SQLiteFolder {
    /// The path of the key beside the folder, where it is this database's.
    fileprivate func ownKey(_ mayGo: @escaping @Sendable (Connection) throws -> Void) async throws -> String?
    {
        let pool = try SQLitePool(path: file(.data), durable: false)
        let data = Store(.data, pool, sealer: nil)
        do {
            try await data.read(mayGo)
            var own: String?
            if let key = KeySource.besideTheFolder.path(for: .sqlite(folder: path)),
                try await KeyFile(path: key).isKey(of: data)
            {
                own = key
            }
            await pool.close()
            return own
        } catch {
            await pool.close()
            throw error
        }
    }

    /// What was not yet moved into the file goes before it: it would be taken for a new file's.
    fileprivate func remove(_ store: StoreName) {
        for ending in ["-wal", "-shm", ""] { PrivateFiles.remove(file(store) + ending) }
    }
}

extension Refusal {
    fileprivate static let removalWhileOpen = Refusal(
        .conflict,
        Text(
            lv: "Datubāzi lieto vēl kāds Sekmes serveris vai komanda. Nekas nav dzēsts.",
            en: "Another server or command of Sekme has the database open. Nothing was removed."
        ),
        advice: Text(lv: "Apturiet tos un mēģiniet vēlreiz.", en: "Stop them and retry.")
    )
}
