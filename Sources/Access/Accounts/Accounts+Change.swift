package import Frame
package import Kernel
internal import Storage

/// What can be changed of an account by those who manage it.
package struct AccountChange: Sendable {
    /// The person's name.
    package var name: String
    /// The mail address, or empty.
    package var email: String
    /// The language of pages.
    package var language: Language
    /// The member of staff, if known.
    package var staff: StaffID?
    /// The last day of the account, or nil.
    package var expires: Day?

    /// What an account has now.
    package init(_ account: Account) {
        name = account.name
        email = account.email
        language = account.language
        staff = account.staff
        expires = account.expires
    }
}

extension Accounts {
    /// Changes an account that was read at a version; throws `Conflict` where somebody else was first.
    package func change(_ id: AccountID, version: Int, _ new: AccountChange) async throws {
        let name = new.name.composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw Refusal.noName }
        let accounts = self
        try await desk.writeAndRecord { connection in
            let desk = accounts.desk
            try connection.lock(tenant: desk.tenant.rawValue)
            let old = try accounts.managed(id, connection).account
            if let staff = new.staff, staff != old.staff {
                try accounts.requireStaff(staff, for: id, connection)
            }
            try connection.update(
                "account",
                id: id.rawValue,
                """
                UPDATE account SET name = \(name), sort_key = \(LatvianKey.sort(name)),
                    search_key = \(LatvianKey.search(name)), email = \(new.email.composed),
                    language = \(new.language.rawValue), staff_id = \(new.staff?.rawValue ?? 0),
                    expires_day = \(new.expires?.number ?? 0), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id) AND version = \(version)
                """
            )
            let link = new.staff == old.staff ? "" : " staff \(new.staff?.rawValue ?? 0)"
            try AuditTrail.queue(desk.event(.accountChanged, "account \(id.rawValue)\(link)"), connection)
        }
    }

    /// Closes an account, ends its sessions and makes its links worthless.
    package func disable(_ id: AccountID) async throws {
        guard id != desk.asker.account else { throw Refusal.notOneself }
        try await set(disabled: true, id)
        try await Sessions(desk).endAll(of: id)
    }

    /// Opens a closed account again.
    package func enable(_ id: AccountID) async throws {
        try await set(disabled: false, id)
    }

    /// Takes the second factor away, for someone who has lost it; the next sign-in asks for a new one.
    package func removeSecondFactor(_ id: AccountID) async throws {
        let accounts = self
        try await desk.writeAndRecord { connection in
            let tenant = accounts.desk.tenant
            _ = try accounts.managed(id, connection)
            try connection.execute(
                """
                UPDATE account SET totp = NULL, totp_next = NULL, version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(id)
                """
            )
            try connection.execute(
                "DELETE FROM recovery_code WHERE tenant_id = \(tenant) AND account_id = \(id)"
            )
            let event = accounts.desk.event(.secondFactorRemoved, "account \(id.rawValue)")
            try AuditTrail.queue(event, connection)
        }
        try await Sessions(desk).endAll(of: id)
    }

    /// Sets the language of one's own account.
    package func setLanguage(_ language: Language) async throws {
        let desk = desk
        try await desk.database.data.write { connection in
            _ = try connection.execute(
                """
                UPDATE account SET language = \(language.rawValue), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(desk.asker.account)
                """
            )
        }
    }

    private func set(disabled: Bool, _ id: AccountID) async throws {
        let accounts = self
        try await desk.writeAndRecord { connection in
            let tenant = accounts.desk.tenant
            _ = try accounts.managed(id, connection)
            try connection.execute(
                """
                UPDATE account SET disabled = \(disabled),
                    closed_on = \(disabled ? accounts.desk.today.number : 0), version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(id)
                """
            )
            if disabled {
                try connection.execute(
                    "DELETE FROM one_time_link WHERE tenant_id = \(tenant) AND account_id = \(id)"
                )
            }
            let kind: AuditKind = disabled ? .accountDisabled : .accountEnabled
            try AuditTrail.queue(accounts.desk.event(kind, "account \(id.rawValue)"), connection)
        }
    }
}

extension Refusal {
    static let notOneself = Refusal(
        .conflict,
        Text(lv: "Savu kontu slēgt nevar.", en: "You cannot disable your own account."),
        advice: Text(lv: "To var izdarīt cits administrators.", en: "Another administrator can.")
    )
}
