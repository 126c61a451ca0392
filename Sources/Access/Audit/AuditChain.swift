internal import Frame
internal import Storage

/// Appends records to a tenant's chain, inside one transaction on the audit store.
struct AuditChain {
    private let connection: Connection
    private let tenant: TenantID
    private var seq: Int
    private var hash: [UInt8]
    private var bytes = AuditBytes()

    /// Takes the chain for writing: until the transaction ends nobody else appends.
    init(_ tenant: TenantID, _ connection: Connection) throws {
        self.connection = connection
        self.tenant = tenant
        try connection.lock(tenant: tenant.rawValue)
        let head = try connection.first(
            "SELECT seq, hash FROM audit_head WHERE tenant_id = \(tenant)",
            as: Head.self
        )
        seq = head?.seq ?? 0
        hash = head?.hash ?? AuditBytes.origin
    }

    /// Appends one record and returns its number.
    @discardableResult
    mutating func append(_ record: AuditColumns) throws -> Int {
        seq += 1
        bytes.write(record, tenant: tenant.rawValue, seq: seq)
        hash = bytes.hash(after: hash)
        try connection.execute(
            """
            INSERT INTO audit_record (tenant_id, seq, \(AuditColumns.names), hash)
            VALUES (\(tenant), \(seq), \(record.values), \(hash))
            """
        )
        for person in record.people {
            try connection.execute(
                "INSERT INTO audit_person (tenant_id, pupil_id, seq) VALUES (\(tenant), \(person), \(seq))"
            )
        }
        return seq
    }

    /// Appends a record that came from the outbox, unless it is in the chain already.
    mutating func append(_ record: AuditColumns, source: [UInt8]) throws {
        let known = try connection.value(
            "SELECT seq FROM audit_source WHERE tenant_id = \(tenant) AND source = \(source)",
            Int.self
        )
        guard known == nil else { return }
        let seq = try append(record)
        try connection.execute(
            "INSERT INTO audit_source (tenant_id, source, seq) VALUES (\(tenant), \(source), \(seq))"
        )
    }

    /// Writes where the chain ends now.
    func finish() throws {
        try connection.execute(
            """
            INSERT INTO audit_head (tenant_id, seq, hash) VALUES (\(tenant), \(seq), \(hash))
            ON CONFLICT (tenant_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
            """
        )
    }

    /// Where a chain ends.
    struct Head: Readable {
        let seq: Int
        let hash: [UInt8]

        init(row: inout Row) throws {
            seq = try row.next()
            hash = try row.next()
        }
    }
}
