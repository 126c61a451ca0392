package import Access
package import Frame
internal import Kernel
internal import Storage

extension BoardWorld {
    /// Somebody of a role, as the role's own grants make them in a house with a room.
    package static func person(
        _ role: Role,
        _ account: Int,
        in scope: Scope,
        _ room: Room,
        body: CaseBody? = nil
    ) -> Asker {
        let id = AccountID(rawValue: account)
        let all = HouseBook([accessRoom, room]).permissions
        return Asker(
            account: id,
            name: "\(role.name) \(account)",
            language: .lv,
            grants: role.grants(
                in: scope,
                from: Day(number: 0),
                to: nil,
                account: id,
                permissions: all,
                body: body
            )
        )
    }

    /// The account of somebody with the first of their roles, so that they can be found and invited.
    package func account(_ asker: Asker) async throws {
        guard let grant = asker.grants.first else { return }
        let tenant = desk.tenant
        try await desk.database.data.write { connection in
            let key: [UInt8] = Array(asker.name.utf8)
            try connection.execute(
                """
                INSERT INTO account (tenant_id, id, login, email, name, sort_key, search_key, password, must_change,
                    totp_step, expires_day, disabled, language, staff_id, created_at, version)
                VALUES (\(tenant), \(asker.account), \(asker.name), '', \(asker.name), \(key), \(asker.name), '', 0,
                    0, 0, 0, 'lv', 0, 0, 1)
                """
            )
            try connection.execute(
                """
                INSERT INTO grant_role (tenant_id, id, account_id, role, institution_id, class_id, pupil_id, from_day,
                    to_day, granted_by, version, body)
                VALUES (\(tenant), \(asker.account.rawValue), \(asker.account), \(grant.role),
                    \(grant.scope.institution?.rawValue ?? 0), \(grant.scope.classGroup?.rawValue ?? 0),
                    \(grant.scope.pupil?.rawValue ?? 0), 0, 0, 0, 1, \(grant.body?.rawValue ?? 0))
                """
            )
        }
    }
}
