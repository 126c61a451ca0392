internal import Kernel

extension Database {
    /// Makes a new master key: wraps every data key with it and puts it into the key file.
    ///
    /// The new key is on the disk before the database knows it, and the old one stays beside it, for backups that
    /// were sealed with it. A rotation that was cut off at any point is ended, or forgotten, when the database is
    /// opened next. Other servers are to be stopped before: they know the old key only, and can make no data keys
    /// with it any more. Throws a `Refusal` while somebody else has the database open, unless it is to be made
    /// beside them.
    ///
    /// - Returns: where the old key is kept.
    public func rotateMasterKey(besideOthers: Bool = false) async throws -> String {
        if !besideOthers, try await presence.hasOthers() { throw Refusal.openElsewhere }
        let file = KeyFile(path: keyPath)
        let (old, new) = (sealer.master, MasterKey())
        try file.prepare(new)
        try await rewrap(from: old, to: new)
        // A commit that is not on the disk yet must not be lost behind a key file that is.
        try await data.checkpoint()
        try file.install(old: old)
        sealer.replace(new)
        return file.kept(old.id)
    }

    /// Wraps every data key anew, in one transaction with what the database knows of its master key.
    func rewrap(from old: MasterKey, to new: MasterKey) async throws {
        try await data.write { connection in
            try connection.lock(tenant: 0)
            let changed = try connection.execute(
                """
                UPDATE master_key SET key_id = \(new.id), check_value = \(new.checkValue), created_at = \(now())
                WHERE key_id = \(old.id)
                """
            )
            guard changed == 1 else { throw SealingError.unknownKey }
            let rows = try connection.rows(
                "SELECT tenant_id, key_id, wrapped FROM sealing_key ORDER BY tenant_id, key_id",
                Int.self,
                Int.self,
                [UInt8].self
            )
            for (tenant, id, wrapped) in rows {
                let key = try old.unwrap(wrapped, tenant: tenant, id: id)
                try connection.execute(
                    """
                    UPDATE sealing_key SET wrapped = \(try new.wrap(key, tenant: tenant, id: id))
                    WHERE tenant_id = \(tenant) AND key_id = \(id)
                    """
                )
            }
        }
    }
}

extension KeyFile {
    /// Where a new key waits until the database knows it.
    private var next: String { "\(path).next" }

    /// Where an old key is kept.
    func kept(_ id: String) -> String { "\(path).old-\(id)" }

    /// Writes a new key beside the file; one that an earlier rotation left is nobody's.
    func prepare(_ key: MasterKey) throws {
        PrivateFiles.remove(next)
        guard try PrivateFiles.make(next, key.text) else { throw StorageError(.unavailable, details: next) }
        PrivateFiles.sync(folder: folder)
    }

    /// Puts the waiting key in the file's place and keeps the old one.
    func install(old: MasterKey) throws {
        if !PrivateFiles.exists(kept(old.id)) { try PrivateFiles.make(kept(old.id), old.text) }
        try PrivateFiles.rename(next, path)
        PrivateFiles.sync(folder: folder)
    }

    /// Ends a rotation that was cut off after the database took the new key over: it goes to the file's place.
    func settle(_ id: String) throws {
        guard let waiting = try KeyFile(path: next).read(), waiting.id == id else { return }
        if let present = try read(), !PrivateFiles.exists(kept(present.id)) {
            try PrivateFiles.make(kept(present.id), present.text)
        }
        try PrivateFiles.rename(next, path)
        PrivateFiles.sync(folder: folder)
    }
}

extension Refusal {
    fileprivate static let openElsewhere = Refusal(
        .conflict,
        Text(
            lv: "Datubāzi lieto vēl kāds Sekmes serveris vai komanda.",
            en: "Another server or command of Sekme has the database open."
        ),
        advice: Text(
            lv: "Apturiet visus datubāzes serverus un mēģiniet vēlreiz: tie zina tikai līdzšinējo atslēgu.",
            en: "Stop all servers of the database and retry: they know the present key only."
        )
    )
}
