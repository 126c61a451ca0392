extension Connection {
    /// Seals and opens values of this transaction.
    public var sealer: TransactionSealer { TransactionSealer(connection: self) }
}

/// Seals and opens values within one transaction.
///
/// A tenant's first key is made when it is first needed.
public struct TransactionSealer {
    let connection: Connection

    /// Seals a value for one place of one tenant (AES-GCM, 256 bits, a random nonce).
    public func seal(_ plain: [UInt8], tenant: Int, bound place: SealedPlace) throws -> [UInt8] {
        // Read once in each transaction and not remembered from earlier ones: another server may have rotated.
        let ring = try connection.rings[tenant] ?? load(tenant)
        return try ring.seal(plain, authenticating: place.bytes(tenant: tenant))
    }

    /// Opens a value at its place.
    ///
    /// Throws a ``SealingError`` where it was changed or moved, and where its key is gone.
    public func open(_ sealed: [UInt8], tenant: Int, bound place: SealedPlace) throws -> [UInt8] {
        let id = try KeyRing.keyId(of: sealed)
        let place = place.bytes(tenant: tenant)
        for ring in [connection.rings[tenant], try sealer.known(tenant)] {
            if let ring, ring[id] != nil { return try ring.open(sealed, authenticating: place) }
        }
        return try read(tenant).open(sealed, authenticating: place)
    }

    /// A keyed fingerprint of 16 bytes by which a sealed text is found again; the same after every rotation.
    ///
    /// HMAC-SHA256 under a key derived for the purpose, so that indexes of two purposes cannot be compared.
    public func blindIndex(_ text: String, tenant: Int, purpose: String) throws -> [UInt8] {
        let ring = try connection.rings[tenant] ?? sealer.known(tenant) ?? load(tenant)
        return try ring.blindIndex(text, purpose: purpose)
    }

    private var sealer: Sealer {
        get throws {
            guard let sealer = connection.context.sealer else { throw SealingError.unknownKey }
            return sealer
        }
    }

    private var seesKeys: Bool { connection.context.store == .data }

    /// Reads the keys, without making any.
    private func read(_ tenant: Int) throws -> KeyRing {
        let sealer = try sealer
        let ring =
            try seesKeys
            ? KeyTable.ring(tenant, connection, sealer.master)
            : sealer.readNow(tenant)
        if !connection.madeKeys { sealer.remember(ring, tenant) }
        return ring
    }

    /// Reads the keys and makes the first one where there is none.
    private func load(_ tenant: Int) throws -> KeyRing {
        var ring = try read(tenant)
        if ring.isEmpty { ring = try makeFirst(tenant) }
        connection.rings[tenant] = ring
        return ring
    }

    private func makeFirst(_ tenant: Int) throws -> KeyRing {
        let sealer = try sealer
        // SQLite has one writer: inside it, a second one would wait for ever. Then the key is a part of this
        // transaction and goes where it goes.
        if connection.dialect == .sqlite, seesKeys, connection.context.writable {
            connection.madeKeys = true
            return try KeyTable.ringOrFirst(tenant, connection, sealer.master)
        }
        let ring = try sealer.makeNow(tenant)
        sealer.remember(ring, tenant)
        return ring
    }
}
