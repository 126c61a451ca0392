import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Demo

/// Signs of risk and cases of the demo are as if the board had worked with them all the time.
struct DemoCaseTests {
    @Test func `somebody noticed something, set levels, and not every case is as far as the others`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let (seen, levels, states) = try await database.data.read { connection in
                (
                    try SmallDemo.count("risk_observation", demo.id, connection),
                    try SmallDemo.count("prevention_level", demo.id, connection),
                    try connection.rows(
                        "SELECT DISTINCT state FROM prevention_case WHERE tenant_id = \(demo.id) ORDER BY state",
                        Int.self
                    )
                )
            }
            #expect(seen == 3 && levels == 4)
            #expect(states.count >= 3 && states.contains { $0 < 3 }, "\(states)")
        }
    }

    @Test func `signs are dated as they would have come, and each case is younger than its sign`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let (days, cases) = try await database.data.read { connection in
                let days = try connection.rows(
                    "SELECT DISTINCT noted_on FROM risk_signal WHERE tenant_id = \(demo.id) ORDER BY noted_on",
                    Day.self
                )
                let cases = try connection.rows(
                    """
                    SELECT c.opened_on, s.noted_on FROM prevention_case c
                    JOIN risk_signal s ON s.tenant_id = c.tenant_id AND s.id = c.signal_id
                    WHERE c.tenant_id = \(demo.id) ORDER BY c.id
                    """,
                    Day.self,
                    Day.self
                )
                return (days, cases)
            }
            #expect(days.count >= 4)
            #expect(days.allSatisfy { $0 == SmallDemo.plan.today || $0 == $0.month.last })
            #expect(!cases.isEmpty && cases.allSatisfy { $0.0 > $0.1 })
        }
    }

    @Test func `a case that is over came to what its plan came to`() async throws {
        try await SmallDemo.with(.sqlite) { database, demo in
            let ended = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT c.outcome, s.result FROM prevention_case c
                    JOIN support_plan s ON s.tenant_id = c.tenant_id AND s.case_id = c.id AND s.kind = 1
                    WHERE c.tenant_id = \(demo.id) AND c.closed_on > 0 ORDER BY c.id
                    """,
                    Int.self,
                    Int.self
                )
            }
            // Reduced by both, or unchanged by both.
            #expect(
                !ended.isEmpty && ended.allSatisfy { ($0.0 == 1 && $0.1 == 1) || ($0.0 == 3 && $0.1 == 2) }
            )
        }
    }
}
