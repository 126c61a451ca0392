package import Frame
internal import Logging
package import Storage

extension AuditTrail {
    /// Queues the record of a write inside the write's own transaction on `data`, so that neither exists
    /// without the other.
    ///
    /// ``AuditTrail/move(_:_:)`` takes it to the chain.
    package static func queue(_ event: AuditEvent, _ connection: Connection) throws {
        let record = AuditColumns(event)
        // The order of ids is the order of commits: the counter's row is held until the transaction ends.
        let id = try connection.takeIds(tenant: event.tenant.rawValue, kind: "audit_outbox", count: 1)
            .lowerBound
        // What is in the chain already is known by this, not by the id: a restored backup counts ids anew.
        let source = SecureBytes.random(16)
        try connection.execute(
            """
            INSERT INTO audit_outbox (tenant_id, id, source, \(AuditColumns.names))
            VALUES (\(event.tenant), \(id), \(source), \(record.values))
            """
        )
    }

    /// Moves queued records to the tenant's chain, in order and exactly once, and returns how many waited.
    ///
    /// It may be stopped anywhere and run by several servers at once: a record leaves the queue after it is in the
    /// chain, and what is in the chain already is not appended again.
    @discardableResult
    package static func move(_ tenant: TenantID, _ database: Database) async throws -> Int {
        var count = 0
        while true {
            let page = try await queued(tenant, database)
            guard let last = page.last else { return count }
            try await append(page, tenant, database)
            try await database.data.write { connection in
                // Ids are looked at again one by one: a lower one may have been committed after the page was read.
                _ = try connection.execute(
                    """
                    DELETE FROM audit_outbox WHERE tenant_id = \(tenant) AND id <= \(last.id)
                    AND id IN (\(list: page.map(\.id)))
                    """
                )
            }
            count += page.count
        }
    }

    /// Moves the queued records of every tenant: at start.
    package static func moveAll(_ database: Database) async throws {
        let tenants = try await database.data.read { connection in
            try connection.rows(
                "SELECT DISTINCT tenant_id FROM audit_outbox ORDER BY tenant_id",
                TenantID.self
            )
        }
        for tenant in tenants { try await move(tenant, database) }
    }

    static func queued(_ tenant: TenantID, _ database: Database) async throws -> [QueuedRecord] {
        try await database.data.read { connection in
            try connection.rows(
                """
                SELECT id, source, \(AuditColumns.names) FROM audit_outbox
                WHERE tenant_id = \(tenant) ORDER BY id LIMIT 500
                """
            )
        }
    }

    static func append(_ page: [QueuedRecord], _ tenant: TenantID, _ database: Database) async throws {
        try await database.audit.write { connection in
            var chain = try AuditChain(tenant, connection)
            for queued in page { try chain.append(queued.record, source: queued.source) }
            try chain.finish()
        }
    }

    /// A record that waits in the outbox.
    struct QueuedRecord: Readable {
        let id: Int
        let source: [UInt8]
        let record: AuditColumns

        init(row: inout Row) throws {
            id = try row.next()
            source = try row.next()
            record = try AuditColumns(row: &row)
        }
    }
}

extension Desk {
    /// Changes `data` in one transaction and then takes the records that it queued to the chain.
    ///
    /// Where the moving fails the change stands and its records wait in the outbox, for the next move.
    package func writeAndRecord<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        let result = try await database.data.write(body)
        do {
            try await AuditTrail.move(tenant, database)
        } catch {
            Logger(label: "sekme.access").error(
                "Audit records wait in the outbox",
                metadata: ["fault": "\(FaultWords.of(error))"]
            )
        }
        return result
    }
}
