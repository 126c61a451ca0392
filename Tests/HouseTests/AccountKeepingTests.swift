import Access
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// What somebody kept for themselves in any room goes with the person; what was shared stays.
struct AccountKeepingTests {
    @Test(arguments: Engine.available)
    func `own views, sets, subscriptions and calendars go, shared ones stay`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.account("ieva", "board-specialist")
            let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
            let accounts = Accounts(desk)
            let id = try #require(try await accounts.list(search: "ieva").first).account.id
            try await accounts.disable(id)
            let (tenant, last) = (test.tenant, desk.today - 800)
            try await desk.database.data.write { connection in
                try AccountKeepingTests.fill(id, tenant, connection)
                try connection.execute(
                    "UPDATE account SET closed_on = \(last) WHERE tenant_id = \(tenant) AND id = \(id)"
                )
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = \(AccountKeepingTests.rule)
                    WHERE tenant_id = \(tenant) AND name = \(RetentionRule.regulation)
                    """
                )
            }
            try await desk.beginDay()
            let left = try await desk.database.data.read { connection in
                try AccountKeepingTests.tables.map { table in
                    try connection.value(
                        "SELECT count(*) FROM \(table) WHERE tenant_id = \(tenant)",
                        Int.self
                    )
                }
            }
            #expect(left == [1, 1, 1, 0, 0, 0])
        }
    }

    private static let rule = "{\"accounts\":2}"
    private static let tables: [SQL] = [
        "saved_view", "report_set", "report_set_item", "subscription", "calendar_feed", "digest",
    ]

    /// Of views and sets one of one's own and one that is shared; of the rest one each.
    private static func fill(_ id: AccountID, _ tenant: TenantID, _ connection: Connection) throws {
        for share in 0...1 {
            let number = share + 1
            for row: SQL in [
                """
                INSERT INTO saved_view (tenant_id, id, account_id, share, institution_id, name, report, chosen, version)
                VALUES (\(tenant), \(number), \(id), \(share), 0, 'Skats', 'attendance/kinds', '', 1)
                """,
                """
                INSERT INTO report_set (tenant_id, id, account_id, share, institution_id, name, day, version)
                VALUES (\(tenant), \(number), \(id), \(share), 0, 'Kopa', 0, 1)
                """,
                """
                INSERT INTO report_set_item (tenant_id, set_id, position, name, report, chosen)
                VALUES (\(tenant), \(number), 1, 'Pirmā', 'attendance/kinds', '')
                """,
            ] { try connection.execute(row) }
        }
        for row: SQL in [
            """
            INSERT INTO subscription (tenant_id, id, account_id, report, chosen, delivery, data_version, fingerprint,
                changed_at, opened_at, lease_until, attempts, problem_lv, problem_en)
            VALUES (\(tenant), 1, \(id), 'attendance/kinds', '', '', '', '', 0, 0, 0, 0, '', '')
            """,
            """
            INSERT INTO calendar_feed (tenant_id, account_id, secret_hash, made_at)
            VALUES (\(tenant), \(id), \([1] as [UInt8]), 0)
            """,
            """
            INSERT INTO digest (tenant_id, account_id, rhythm, sent_on, attempts, lease_until, problem_lv, problem_en)
            VALUES (\(tenant), \(id), 1, 0, 0, 0, '', '')
            """,
        ] { try connection.execute(row) }
    }
}
