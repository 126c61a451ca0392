internal import FoundationEssentials
internal import Kernel

extension Database {
    /// Makes a SQLite database out of a backup: its three files go to a folder that does not exist yet.
    ///
    /// The key file is not part of a backup and is brought to its place by hand. Throws a `Refusal` where the
    /// backup is not whole, the folder is there already, or the address is a PostgreSQL server's.
    public static func restore(_ backup: String, to address: DatabaseAddress) throws {
        guard case .sqlite(let folder) = address else { throw Refusal.restoreByServer }
        let source = SQLiteFolder(path: backup)
        for store in StoreName.allCases where !PrivateFiles.exists(source.file(store)) {
            throw Refusal.noBackup(source.file(store))
        }
        guard !PrivateFiles.exists(folder) else { throw Refusal.restoreOver(folder) }
        let target = SQLiteFolder(path: folder)
        try PrivateFiles.makeFolder(folder)
        // `data` goes last: where it is, the others are whole.
        for store in StoreName.allCases.reversed() {
            try copy(source.file(store), target.file(store))
        }
        PrivateFiles.sync(folder: folder)
    }

    private static func copy(_ source: String, _ target: String) throws {
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        } catch {
            throw StorageError(.unavailable, details: "the file \(source) cannot be copied: \(error)")
        }
    }
}

extension Refusal {
    fileprivate static let restoreByServer = Refusal(
        .invalid,
        Text(
            lv: "PostgreSQL datubāzi atjauno ar servera rīkiem.",
            en: "A PostgreSQL database is restored with the server's own tools."
        ),
        advice: Text(lv: "Palaidiet pg_restore.", en: "Run pg_restore.")
    )

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

    fileprivate static func restoreOver(_ folder: String) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "Mape \(folder) jau pastāv.", en: "The folder \(folder) exists already."),
            advice: Text(
                lv: "Atjaunojiet mapē, kuras vēl nav; esošo neviens nepārrakstīs.",
                en: "Restore to a folder that does not exist yet; the one that is there is not written over."
            )
        )
    }
}
