internal import Frame
internal import Kernel
internal import Storage

extension Accounts {
    private static let patience = Duration.seconds(300)

    /// Remembers for five minutes that the password was right.
    func pend(_ id: AccountID) async throws -> Secret {
        let secret = Secret()
        let desk = desk
        try await desk.database.state.write { connection in
            let now = desk.clock()
            try connection.execute(
                """
                DELETE FROM pending_sign_in
                WHERE tenant_id = \(desk.tenant) AND expires_at <= \(now.milliseconds)
                """
            )
            try connection.execute(
                """
                INSERT INTO pending_sign_in (tenant_id, token_hash, account_id, expires_at)
                VALUES (\(desk.tenant), \(secret.hash), \(id), \((now + Accounts.patience).milliseconds))
                """
            )
        }
        return secret
    }

    /// Whose password was right, while it is remembered and the account is open.
    func pendingAccount(_ secret: Secret) async throws -> AccountID? {
        let desk = desk
        let id = try await desk.database.state.read { connection in
            try connection.value(
                """
                SELECT account_id FROM pending_sign_in
                WHERE tenant_id = \(desk.tenant) AND token_hash = \(secret.hash)
                    AND expires_at > \(desk.clock().milliseconds)
                """,
                AccountID.self
            )
        }
        guard let id else { return nil }
        let account = try await desk.database.data.read { connection in
            try Accounts.find(id, tenant: desk.tenant, connection)
        }
        return account?.isOpen(on: desk.today) == true ? id : nil
    }

    func forget(_ secret: Secret) async throws {
        let tenant = desk.tenant
        try await desk.database.state.write { connection in
            _ = try connection.execute(
                "DELETE FROM pending_sign_in WHERE tenant_id = \(tenant) AND token_hash = \(secret.hash)"
            )
        }
    }
}
