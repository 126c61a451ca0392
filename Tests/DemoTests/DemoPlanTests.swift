import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Demo

/// Plans of pupils, consultations and the programme of the demo.
struct DemoPlanTests {
    @Test func `the demo has individual plans of every kind, and those of education for several groups`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let rows = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT DISTINCT kind, ground FROM support_plan WHERE tenant_id = \(demo.id)
                    ORDER BY kind, ground
                    """,
                    Int.self,
                    Int.self
                )
            }
            #expect(Set(rows.map(\.0)) == [1, 2, 3, 4])
            #expect(rows.count { $0.0 == 2 && $0.1 > 0 } >= 3)
        }
    }

    @Test(arguments: Engine.available)
    func `there are consultations of the year that the annual report tells of`(_ engine: Engine) async throws
    {
        let small = BoardPlan(
            seed: 5,
            today: SmallDemo.plan.today,
            pupils: 160,
            presence: .lastDays(5)
        )
        try await SmallDemo.with(engine, small) { database, demo in
            let year = small.reported.start
            let days = try await database.data.read { connection in
                try connection.rows(
                    "SELECT day FROM consultation WHERE tenant_id = \(demo.id) AND year = \(year) ORDER BY id",
                    Day.self
                )
            }
            #expect(days.count >= 10)
            #expect(days.allSatisfy { $0.weekday <= 5 && small.reported.contains($0) })
        }
    }

    @Test func `the programme is whole, and there are three terms of events, signs, cases and plans`()
        async throws
    {
        try await SmallDemo.with(.sqlite) { database, demo in
            let parts: [Name] = [
                "plan_indicator", "plan_activity", "plan_task", "plan_resource", "plan_approval",
                "plan_amendment",
            ]
            let (counts, days) = try await database.data.read { connection in
                let counts = try parts.map { try SmallDemo.count($0, demo.id, connection) }
                let days = try [
                    connection.rows(
                        "SELECT day FROM plan_event WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT noted_on FROM risk_signal WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT opened_on FROM prevention_case WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                    connection.rows(
                        "SELECT made_on FROM support_plan WHERE tenant_id = \(demo.id) ORDER BY id",
                        Day.self
                    ),
                ]
                return (counts, days)
            }
            #expect(counts == [12, 14, 44, 13, 4, 2])
            // Of the terms since the first of two years began; a case comes after its sign, in the second term at the latest.
            let year = SchoolYear(containing: SmallDemo.plan.today)
            let terms = ["\(year.previous.start)/1", "\(year.previous.start)/2", "\(year.start)/1"]
            for (name, days) in zip(["events", "signs", "cases", "plans"], days) {
                let found = Set(days.map { CaseTerm($0).code })
                let wanted = terms.dropFirst(["events", "signs"].contains(name) ? 0 : 1)
                #expect(found.isSuperset(of: wanted), "\(name): \(found.sorted())")
                #expect(days.allSatisfy { $0 <= SmallDemo.plan.today }, "\(name)")
            }
        }
    }
}
