package import Frame
internal import Kernel
internal import Storage

extension Accounts {
    /// Links an account with who its owner is at a provider of identities; nil ends all such links of the account.
    ///
    /// What groups at the provider proposed goes with the links.
    package func link(_ id: AccountID, identity: ExternalIdentity?) async throws {
        if let identity, identity.issuer.isEmpty || identity.subject.isEmpty { throw Refusal.noIdentity }
        let accounts = self
        try await desk.writeAndRecord { connection in
            let tenant = accounts.desk.tenant
            try connection.lock(tenant: tenant.rawValue)
            _ = try accounts.managed(id, connection)
            if let identity {
                if let other = try accounts.owner(of: identity, connection), other != id {
                    throw Refusal.identityTaken
                }
                try connection.execute(
                    """
                    INSERT INTO external_identity (tenant_id, issuer, subject, account_id)
                    VALUES (\(tenant), \(identity.issuer), \(identity.subject), \(id))
                    ON CONFLICT (tenant_id, issuer, subject) DO NOTHING
                    """
                )
            } else {
                for table in ["external_identity", "role_proposal"] as [SQL] {
                    try connection.execute(
                        "DELETE FROM \(table) WHERE tenant_id = \(tenant) AND account_id = \(id)"
                    )
                }
            }
            try AuditTrail.queue(accounts.desk.event(.accountChanged, "account \(id.rawValue)"), connection)
        }
    }

    /// Who the owner of an account is at providers of identities, for those who manage the account.
    package func identities(of id: AccountID) async throws -> [ExternalIdentity] {
        let accounts = self
        return try await desk.database.data.read { connection in
            _ = try accounts.managed(id, connection)
            let rows = try connection.rows(
                """
                SELECT issuer, subject FROM external_identity
                WHERE tenant_id = \(accounts.desk.tenant) AND account_id = \(id) ORDER BY issuer, subject
                """,
                String.self,
                String.self
            )
            return rows.map { ExternalIdentity(issuer: $0.0, subject: $0.1) }
        }
    }

    /// The provider that most accounts are linked with: that of the next is likely the same; empty where none is linked.
    func usualIssuer() async throws -> String {
        let tenant = desk.tenant
        let issuer = try await desk.database.data.read { connection in
            try connection.value(
                """
                SELECT issuer FROM external_identity WHERE tenant_id = \(tenant)
                GROUP BY issuer ORDER BY count(*) DESC, issuer LIMIT 1
                """,
                String.self
            )
        }
        return issuer ?? ""
    }

    /// Signs somebody in whom a provider has proved; a second factor of the account is asked for still.
    package func signIn(
        _ identity: ExternalIdentity,
        from visitor: Visitor
    ) async throws -> SignInOutcome {
        let throttle = Throttle(desk: desk)
        let keys: [Throttle.Key] = [.address(visitor.address)]
        if let wait = try await throttle.enter(keys) { return .wait(wait) }
        let accounts = self
        let known = try await desk.database.data.read { connection -> Account? in
            guard let id = try accounts.owner(of: identity, connection) else { return nil }
            return try Accounts.find(id, tenant: accounts.desk.tenant, connection)
        }
        guard let known, known.isOpen(on: desk.today) else {
            try await recordFailure(known?.id)
            return .refused
        }
        try await throttle.forgive(keys)
        try await keep(identity.proposals, for: known.id)
        guard known.hasSecondFactor else { return try await begin(known.id, visitor) }
        return .secondFactor(try await pend(known.id))
    }

    private func owner(of identity: ExternalIdentity, _ connection: Connection) throws -> AccountID? {
        try connection.value(
            """
            SELECT account_id FROM external_identity
            WHERE tenant_id = \(desk.tenant) AND issuer = \(identity.issuer) AND subject = \(identity.subject)
            """,
            AccountID.self
        )
    }
}

extension Refusal {
    fileprivate static let noIdentity = Refusal(
        .invalid,
        Text(
            lv: "Ārējai identitātei trūkst izdevēja vai identifikatora.",
            en: "The external identity lacks its issuer or its subject."
        ),
        advice: Text(lv: "Norādiet abus.", en: "Give both.")
    )
    fileprivate static let identityTaken = Refusal(
        .conflict,
        Text(
            lv: "Šī ārējā identitāte pieder citam kontam.",
            en: "This external identity belongs to another account."
        ),
        advice: Text(
            lv: "Vispirms atceliet tās sasaisti ar to kontu.",
            en: "End the link of that account first."
        )
    )
}
