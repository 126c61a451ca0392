package import Frame
internal import Kernel
internal import Storage

/// The sessions of a tenant: a random secret in a cookie, its hash in the database.
package struct Sessions: Sendable {
    /// The desk.
    package let desk: Desk

    /// The sessions of a desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Begins a session; the secret is for the cookie.
    ///
    /// Sessions that are over are swept out.
    package func begin(_ account: AccountID, from visitor: Visitor) async throws -> Secret {
        let secret = Secret()
        let desk = desk
        try await desk.database.state.write { connection in
            let now = desk.clock()
            try Sessions.removeOver(now, desk.tenant, connection)
            try connection.execute(
                """
                INSERT INTO session (tenant_id, \(Session.columns))
                VALUES (\(desk.tenant), \(secret.hash), \(account), \(now.milliseconds), \(now.milliseconds),
                    \(visitor.address), \(visitor.agent), 0)
                """
            )
        }
        return secret
    }

    /// Removes what is over though nobody signs in: sessions, sign-ins that were not finished, failures long ago.
    package func sweep() async throws {
        let desk = desk
        try await desk.database.state.write { connection in
            let now = desk.clock()
            try Sessions.removeOver(now, desk.tenant, connection)
            try connection.execute(
                """
                DELETE FROM pending_sign_in
                WHERE tenant_id = \(desk.tenant) AND expires_at <= \(now.milliseconds)
                """
            )
            try Throttle(desk: desk).sweep(now, connection)
        }
    }

    private static func removeOver(_ now: Instant, _ tenant: TenantID, _ connection: Connection) throws {
        try connection.execute(
            """
            DELETE FROM session
            WHERE tenant_id = \(tenant) AND created_at < \((now - Session.longest).milliseconds)
            """
        )
    }

    /// The session of a secret, or nil.
    ///
    /// Whether it is over, its owner's roles tell.
    package func find(_ secret: Secret) async throws -> Session? {
        let tenant = desk.tenant
        return try await desk.database.state.read { connection in
            try connection.first(
                """
                SELECT \(Session.columns) FROM session
                WHERE tenant_id = \(tenant) AND id_hash = \(secret.hash)
                """
            )
        }
    }

    /// Notes that a session is in use; at most once a minute, so that pages do not write.
    package func touch(_ session: Session) async throws {
        let desk = desk
        let now = desk.clock()
        guard now - session.seen >= .seconds(60) else { return }
        try await desk.database.state.write { connection in
            _ = try connection.execute(
                """
                UPDATE session SET seen_at = \(now.milliseconds)
                WHERE tenant_id = \(desk.tenant) AND id_hash = \(session.hash) AND seen_at < \(now.milliseconds)
                """
            )
        }
    }

    /// The sessions of an account, the one used last first; some may be over and not swept out yet.
    package func list(of account: AccountID) async throws -> [Session] {
        let tenant = desk.tenant
        return try await desk.database.state.read { connection in
            try connection.rows(
                """
                SELECT \(Session.columns) FROM session
                WHERE tenant_id = \(tenant) AND account_id = \(account) ORDER BY seen_at DESC, id_hash
                """
            )
        }
    }

    /// Ends a session of an account by its hash.
    package func end(_ hash: [UInt8], of account: AccountID) async throws {
        let tenant = desk.tenant
        try await desk.database.state.write { connection in
            _ = try connection.execute(
                """
                DELETE FROM session
                WHERE tenant_id = \(tenant) AND id_hash = \(hash) AND account_id = \(account)
                """
            )
        }
    }

    /// Ends every session of an account, except perhaps one.
    package func endAll(of account: AccountID, except kept: [UInt8] = []) async throws {
        let tenant = desk.tenant
        try await desk.database.state.write { connection in
            _ = try connection.execute(
                """
                DELETE FROM session
                WHERE tenant_id = \(tenant) AND account_id = \(account) AND id_hash <> \(kept)
                """
            )
            _ = try connection.execute(
                "DELETE FROM pending_sign_in WHERE tenant_id = \(tenant) AND account_id = \(account)"
            )
        }
    }

    func setViewing(_ account: AccountID?, _ session: Session) async throws {
        let tenant = desk.tenant
        try await desk.database.state.write { connection in
            _ = try connection.execute(
                """
                UPDATE session SET view_as = \(account?.rawValue ?? 0)
                WHERE tenant_id = \(tenant) AND id_hash = \(session.hash)
                """
            )
        }
    }
}
