internal import Crypto

/// The data keys as the store `data` keeps them, wrapped by the master key.
enum KeyTable {
    /// All keys of a tenant.
    static func ring(_ tenant: Int, _ connection: Connection, _ master: MasterKey) throws -> KeyRing {
        let rows = try connection.rows(
            "SELECT key_id, wrapped FROM sealing_key WHERE tenant_id = \(tenant) ORDER BY key_id",
            Int.self,
            [UInt8].self
        )
        var ring = KeyRing()
        for (id, wrapped) in rows {
            ring.add(try master.unwrap(wrapped, tenant: tenant, id: id), id: id)
        }
        return ring
    }

    /// All keys of a tenant; the first one is made where there is none.
    static func ringOrFirst(
        _ tenant: Int,
        _ connection: Connection,
        _ master: MasterKey
    ) throws -> KeyRing {
        let ring = try ring(tenant, connection, master)
        guard ring.isEmpty else { return ring }
        try add(1, tenant, connection, master)
        // Read back, because another server may have been first.
        return try self.ring(tenant, connection, master)
    }

    /// Makes a key, unless there is one with this number.
    ///
    /// None is made by a server that knows a master key of before a rotation only: nobody could open it.
    static func add(_ id: Int, _ tenant: Int, _ connection: Connection, _ master: MasterKey) throws {
        let wrapped = try master.wrap(SymmetricKey(size: .bits256), tenant: tenant, id: id)
        try connection.execute(
            """
            INSERT INTO sealing_key (tenant_id, key_id, wrapped, created_at)
            SELECT \(tenant), \(id), \(wrapped), \(now()) FROM master_key WHERE key_id = \(master.id)
            ON CONFLICT (tenant_id, key_id) DO NOTHING
            """
        )
    }
}
