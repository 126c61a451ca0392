internal import FoundationEssentials
internal import Kernel

/// The file that holds the master key.
struct KeyFile {
    let path: String

    /// The key of a database: the file's, checked against what the database knows of it.
    ///
    /// A new database gets a new file, or takes the one that is there. Throws a `Refusal` where the file is
    /// missing, readable by others, or another database's.
    func masterKey(of data: Store) async throws -> MasterKey {
        if let known = try await data.read(KeyFile.known) {
            try settle(known.id)
            return try check(try key(named: known.id), known)
        }
        let key = try read() ?? make()
        let now = now()
        let known = try await data.write { connection in
            // Another server may have been first; then its key counts.
            try connection.lock(tenant: 0)
            if let known = try KeyFile.known(connection) { return known }
            try connection.execute(
                """
                INSERT INTO master_key (key_id, check_value, created_at)
                VALUES (\(key.id), \(key.checkValue), \(now))
                """
            )
            return Known(id: key.id, checkValue: key.checkValue)
        }
        return try check(key, known)
    }

    /// Whether the file holds the key of a database; false where there is none, or none that can be read.
    func isKey(of data: Store) async throws -> Bool {
        let known = try await data.read { connection in
            try connection.tables().contains("master_key") ? KeyFile.known(connection) : nil
        }
        guard let known, let key = try? read() else { return false }
        return key.id == known.id && key.checkValue == known.checkValue
    }

    /// What a database knows of its key.
    private struct Known: Sendable {
        let id: String
        let checkValue: [UInt8]
    }

    private static func known(_ connection: Connection) throws -> Known? {
        try connection.rows(
            "SELECT key_id, check_value FROM master_key ORDER BY key_id",
            String.self,
            [UInt8].self
        )
        .first.map { Known(id: $0.0, checkValue: $0.1) }
    }

    private func check(_ key: MasterKey, _ known: Known) throws(Refusal) -> MasterKey {
        guard key.id == known.id, key.checkValue == known.checkValue else {
            throw .wrongKeyFile(path, id: known.id)
        }
        return key
    }

    /// The key of a name: the file's, or one that a rotation kept beside it.
    ///
    /// A database that was restored from an
    /// earlier backup, or lost its last commit with the power, knows a kept one.
    func key(named id: String) throws(Refusal) -> MasterKey {
        let present = try read()
        if let present, present.id == id { return present }
        if let kept = try KeyFile(path: kept(id)).read(), kept.id == id { return kept }
        throw present == nil ? .missingKeyFile(path, id: id) : .wrongKeyFile(path, id: id)
    }

    func read() throws(Refusal) -> MasterKey? {
        guard PrivateFiles.exists(path) else { return nil }
        guard !PrivateFiles.isOpenToOthers(path) else { throw .openKeyFile(path) }
        guard let data = FileManager.default.contents(atPath: path), let key = MasterKey(text: Array(data))
        else { throw .unreadableKeyFile(path) }
        return key
    }

    private func make() throws -> MasterKey {
        let key = MasterKey()
        guard try PrivateFiles.make(path, key.text) else {
            guard let other = try read() else { throw Refusal.unreadableKeyFile(path) }
            return other
        }
        PrivateFiles.sync(folder: folder)
        return key
    }

    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
