package import Frame
internal import Kernel
internal import Storage

/// The second factor of accounts: set up, confirmed, asked for.
package struct SecondFactor: Sendable {
    let desk: Desk

    /// The second factors of a desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// A new secret for the asker's own account; the one in use stays until it is confirmed.
    ///
    /// Where there is one in use, the present password is asked for: a session alone may be somebody else's.
    package func start(password: String = "") async throws -> TOTP {
        let new = TOTP.new()
        let desk = try own()
        let isReplaced = try await isSet()
        if isReplaced { _ = try await Accounts(desk).proved(by: password) }
        // Without the password nothing is begun, though a factor came into use meanwhile.
        let asked: SQL = isReplaced ? "" : "AND totp IS NULL"
        try await desk.database.data.write { connection in
            let sealed = try connection.sealer.seal(
                new.secret,
                tenant: desk.tenant.rawValue,
                bound: place("totp_next", desk.asker.account)
            )
            try connection.update(
                "account",
                id: desk.asker.account.rawValue,
                """
                UPDATE account SET totp_next = \(sealed)
                WHERE tenant_id = \(desk.tenant) AND id = \(desk.asker.account) \(asked)
                """
            )
        }
        return new
    }

    /// Whether the asker's own account has a second factor in use.
    func isSet() async throws -> Bool {
        let desk = try own()
        let account = try await desk.database.data.read { connection in
            try Accounts.find(desk.asker.account, tenant: desk.tenant, connection)
        }
        guard let account else { throw Refusal.noSuchPage }
        return account.hasSecondFactor
    }

    /// The secret that waits to be confirmed, or nil.
    package func waiting() async throws -> TOTP? {
        let desk = try own()
        return try await desk.database.data.read { connection in
            try secret("totp_next", desk.asker.account, connection)
        }
    }

    /// Takes the waiting secret into use, once its code proves that the authenticator has it.
    ///
    /// Every other session of the account ends. Returns the recovery codes, which are shown once; nil where the code is
    /// not right. After a few wrong ones the next try must wait.
    package func confirm(_ code: String, keeping session: Secret) async throws -> [String]? {
        let desk = try own()
        let throttle = Throttle(desk: desk)
        let keys: [Throttle.Key] = [.newFactor(desk.asker.account)]
        if let wait = try await throttle.enter(keys) { throw Refusal.tooMany(wait) }
        guard let codes = try await take(code) else { return nil }
        try await throttle.forgive(keys)
        try await Sessions(desk).endAll(of: desk.asker.account, except: session.hash)
        return codes
    }

    /// Takes the waiting secret into use, where the code is its own; gives the new recovery codes.
    private func take(_ code: String) async throws -> [String]? {
        let desk = desk
        let account = desk.asker.account
        let codes = RecoveryCodes.new()
        return try await desk.writeAndRecord { connection in
            guard let next = try secret("totp_next", account, connection),
                let step = next.accepts(code, at: desk.clock(), after: 0)
            else { return nil }
            let sealed = try connection.sealer.seal(
                next.secret,
                tenant: desk.tenant.rawValue,
                bound: place("totp", account)
            )
            try connection.execute(
                """
                UPDATE account SET totp = \(sealed), totp_next = NULL, totp_step = \(step),
                    version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(account)
                """
            )
            try store(codes, account, connection)
            try AuditTrail.queue(desk.event(.secondFactorSet, "account \(account.rawValue)"), connection)
            return codes
        }
    }

    /// How many recovery codes the asker has left.
    package func codesLeft() async throws -> Int {
        let desk = try own()
        return try await desk.database.data.read { connection in
            try connection.value(
                """
                SELECT count(*) FROM recovery_code
                WHERE tenant_id = \(desk.tenant) AND account_id = \(desk.asker.account) AND used_at = 0
                """,
                Int.self
            ) ?? 0
        }
    }

    /// Whether a code is good for an account now.
    ///
    /// Each code is good once.
    func accepts(_ code: String, of account: AccountID) async throws -> Bool {
        let desk = desk
        return try await desk.database.data.write { connection in
            if let recovery = RecoveryCodes.normal(code) {
                return try use(recovery: recovery, account, connection)
            }
            guard let totp = try secret("totp", account, connection) else { return false }
            let used = try connection.value(
                "SELECT totp_step FROM account WHERE tenant_id = \(desk.tenant) AND id = \(account)",
                Int.self
            )
            guard let step = totp.accepts(code, at: desk.clock(), after: used ?? 0) else { return false }
            // The condition makes it one of two requests that came at once with the same code.
            let changed = try connection.execute(
                """
                UPDATE account SET totp_step = \(step)
                WHERE tenant_id = \(desk.tenant) AND id = \(account) AND totp_step < \(step)
                """
            )
            return changed == 1
        }
    }

    /// One's own eyes only: nobody changes the second factor of whom they look through.
    private func own() throws(Refusal) -> Desk {
        guard desk.asker.viewing == nil, desk.asker.account.rawValue > 0 else { throw .noSuchPage }
        return desk
    }

    private func use(recovery: String, _ account: AccountID, _ connection: Connection) throws -> Bool {
        let hash = try hash(recovery, account, connection)
        let used = try connection.execute(
            """
            UPDATE recovery_code SET used_at = \(desk.clock().milliseconds)
            WHERE tenant_id = \(desk.tenant) AND account_id = \(account) AND code_hash = \(hash) AND used_at = 0
            """
        )
        return used == 1
    }

    private func store(_ codes: [String], _ account: AccountID, _ connection: Connection) throws {
        try connection.execute(
            "DELETE FROM recovery_code WHERE tenant_id = \(desk.tenant) AND account_id = \(account)"
        )
        for code in codes.compactMap(RecoveryCodes.normal) {
            try connection.execute(
                """
                INSERT INTO recovery_code (tenant_id, account_id, code_hash, used_at)
                VALUES (\(desk.tenant), \(account), \(try hash(code, account, connection)), 0)
                """
            )
        }
    }

    /// Fifty bits could be tried one by one against a plain hash; the key lies outside the database.
    private func hash(_ code: String, _ account: AccountID, _ connection: Connection) throws -> [UInt8] {
        try connection.sealer.blindIndex(
            "\(account.rawValue) \(code)",
            tenant: desk.tenant.rawValue,
            purpose: "recovery"
        )
    }

    private func secret(_ column: String, _ account: AccountID, _ connection: Connection) throws -> TOTP? {
        let query: SQL = """
            SELECT totp, totp_next FROM account WHERE tenant_id = \(desk.tenant) AND id = \(account)
            """
        guard let row = try connection.rows(query, [UInt8]?.self, [UInt8]?.self).first,
            let sealed = column == "totp" ? row.0 : row.1
        else { return nil }
        return TOTP(
            secret: try connection.sealer.open(
                sealed,
                tenant: desk.tenant.rawValue,
                bound: place(column, account)
            )
        )
    }

    private func place(_ column: String, _ account: AccountID) -> SealedPlace {
        SealedPlace(table: "account", column: column, key: desk.tenant.rawValue, account.rawValue)
    }
}
