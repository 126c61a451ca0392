package import Frame
package import Kernel
package import Storage

extension Accounts {
    /// The entry of the staff register that a code or a name means; nil where nothing was typed.
    ///
    /// It refuses a text that means nobody or several, and entries that the asker may not link.
    package func staff(_ typed: String) async throws -> StaffID? {
        guard !typed.allSatisfy(\.isWhitespace) else { return nil }
        let reach = try managed()
        let accounts = self
        return try await desk.database.data.read { connection in
            try accounts.places.staff(
                typed,
                reach,
                tenant: accounts.desk.tenant,
                on: accounts.desk.today,
                connection
            )
            .id
        }
    }

    /// Links an account with the entry of the staff register that its owner is, or with none.
    package func link(_ id: AccountID, to staff: StaffID?) async throws {
        let account = try await one(id).account
        var change = AccountChange(account)
        change.staff = staff
        try await self.change(id, version: account.version, change)
    }

    /// Takes an entry of the staff register away from closed accounts that had it, once the entry is nobody's.
    package static func unlink(
        _ staff: StaffID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            UPDATE account SET staff_id = 0, version = version + 1
            WHERE tenant_id = \(tenant) AND staff_id = \(staff)
            """
        )
    }

    /// Refuses an entry outside the asker's reach, and one that another open account has.
    ///
    /// An account sees the figures of its entry: the head of one school could read those of another's teacher.
    func requireStaff(_ staff: StaffID, for account: AccountID?, _ connection: Connection) throws {
        let reach = try managed()
        guard let entry = try places.staff(staff, tenant: desk.tenant, connection) else {
            throw Refusal.noSuchStaff(String(staff.rawValue))
        }
        guard try places.isStaff(staff, reach, tenant: desk.tenant, on: desk.today, connection) else {
            throw Refusal.noSuchStaff(entry.words)
        }
        let other = try connection.value(
            """
            SELECT login FROM account
            WHERE tenant_id = \(desk.tenant) AND staff_id = \(staff) AND disabled = 0
                AND id <> \(account?.rawValue ?? 0)
            ORDER BY id LIMIT 1
            """,
            String.self
        )
        if let other { throw Refusal.staffTaken(entry.words, other) }
    }
}

extension Refusal {
    /// No entry of the staff register is meant by a text.
    package static func noSuchStaff(_ text: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Darbinieku reģistrā nav ieraksta „\(text)”.",
                en: "The staff register has no entry “\(text)”."
            ),
            advice: Text(
                lv: "Norādiet darbinieka kodu vai vārdu un uzvārdu tā, kā reģistrā.",
                en: "Give the code or the name as it stands in the register."
            )
        )
    }

    /// Several entries of the staff register are meant by a text.
    package static func severalStaff(_ text: String, _ entries: [StaffEntry]) -> Refusal {
        let shown = entries.prefix(5).map(\.words).joined(separator: "; ")
        return Refusal(
            .invalid,
            Text(
                lv: "Vārds „\(text)” ir vairākiem darbiniekiem: \(shown).",
                en: "Several members of staff are called “\(text)”: \(shown)."
            ),
            advice: Text(lv: "Norādiet darbinieka kodu.", en: "Give the code.")
        )
    }

    static func staffTaken(_ entry: String, _ login: String) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Darbinieks „\(entry)” jau ir saistīts ar kontu „\(login)”.",
                en: "“\(entry)” already belongs to the account “\(login)”."
            ),
            advice: Text(
                lv: "Vispirms atceliet otra konta sasaisti vai slēdziet to.",
                en: "Take the link away from the other account first, or disable it."
            )
        )
    }
}
