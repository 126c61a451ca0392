import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Demo

/// Referrals of the demo between institutions: eight of the last year.
struct DemoReferralTests {
    @Test func `they are in every state, one is from outside, and each step comes after the one before`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let (states, days) = try await database.data.read { connection in
                let states = try connection.rows(
                    "SELECT way, state FROM case_referral WHERE tenant_id = \(demo.id) ORDER BY id",
                    Int.self,
                    Int.self
                )
                let days = try connection.rows(
                    """
                    SELECT coalesce(c.opened_on, r.sent_on), r.sent_on, r.answered_on, r.finished_on
                    FROM case_referral r
                    LEFT JOIN prevention_case c ON c.tenant_id = r.tenant_id AND c.id = r.case_id
                    WHERE r.tenant_id = \(demo.id) ORDER BY r.id
                    """,
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self
                )
                return (states, days)
            }
            // To other bodies: sent, accepted, rejected, finished.
            let sent = states.filter { $0.0 == 1 }.map(\.1)
            #expect((1...4).map { state in sent.count { $0 == state } } == [2, 2, 1, 2])
            #expect(states.filter { $0.0 == 2 }.map(\.1) == [1])
            let today = SmallDemo.plan.today.number
            for (opened, sent, answered, finished) in days {
                let steps = [opened, sent] + [answered, finished].filter { $0 > 0 }
                #expect(steps == steps.sorted() && steps.allSatisfy { $0 <= today }, "\(steps)")
                #expect(sent > today - 366, "\(steps)")
            }
        }
    }
}
