import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

struct SignalHistoryTests {
    /// K1 passes the limit in November, K2 in October; K4 misses much in October and little in November.
    private static let lessons: [(String, String, String, String, String, Int)] = [
        ("Ozolu skola", "8.a", "K1", "2025-10-13", "nn", 10),
        ("Ozolu skola", "8.a", "K1", "2025-11-10", "nn", 11),
        ("Ozolu skola", "8.a", "K2", "2025-10-13", "nn", 10),
        ("Ozolu skola", "8.a", "K2", "2025-10-14", "nn", 11),
        ("Liepu skola", "8.a", "K4", "2025-10-13", "ns", 10),
        ("Liepu skola", "8.a", "K4", "2025-10-14", "present", 10),
        ("Liepu skola", "8.a", "K4", "2025-10-15", "present", 10),
        ("Liepu skola", "8.a", "K4", "2025-10-16", "present", 10),
        ("Liepu skola", "8.a", "K4", "2025-10-17", "present", 10),
        ("Liepu skola", "8.a", "K4", "2025-10-20", "present", 10),
        ("Liepu skola", "8.a", "K4", "2025-11-10", "present", 12),
        ("Liepu skola", "8.a", "K4", "2025-11-11", "present", 12),
        ("Liepu skola", "8.a", "K4", "2025-11-12", "present", 12),
        ("Liepu skola", "8.a", "K4", "2025-11-13", "present", 12),
        ("Liepu skola", "8.a", "K4", "2025-11-14", "present", 12),
    ]
    private static let marks = """
        institution,class,pupil_code,year,subject,mark,kind,term,teacher
        Ozolu skola,8.b,K3,2025/2026,Fizika,nv,term,1,
        """

    @Test(arguments: Engine.available)
    func `signals of a board whose data came at once begin and end when they would have`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(SignalHistoryTests.lessons)
            try await world.take(SignalHistoryTests.marks, "marks")
            let desk = world.desk
            try await desk.database.data.write { connection in
                for table: SQL in ["risk_reading", "risk_step", "risk_signal"] {
                    try connection.execute("DELETE FROM \(table) WHERE tenant_id = \(desk.tenant)")
                }
            }
            try await SignalHistory(desk).write()
            let october = try #require(Day(2025, 10, 31))
            let november = try #require(Day(2025, 11, 30))
            let before = try await world.signals(on: october - 1)
            #expect(before == [])
            let then = try await world.signals(on: october)
            #expect(then == ["2 unexcused 1 21/0 >20", "4 absence 0 10/60 >10"])
            let later = try await world.signals(on: november)
            #expect(later == ["1 unexcused 1 21/0 >20", "2 unexcused 1 21/0 >20"])
            // Marks of a term are given when it ends.
            let now = try await world.signals()
            #expect(now == later + ["3 no-mark 1 1/1 >1"])
            let fourth = try await world.signals(of: 4)
            #expect(fourth.past.map(\.notedOn) == [october] && fourth.past.map(\.endedOn) == [november])
            let third = try await world.signals(of: 3)
            #expect(third.open.first?.notedOn == Day(2025, 12, 31))
            // It is what data and rules give now.
            let differences = try await world.findings()
            #expect(differences == [])
        }
    }

    @Test func `a year is judged at the ends of its months, one long ago at the ends of its terms`() throws {
        let today = RiskBoard.today
        let now = SignalHistory.days(of: SchoolYear(2025), until: today)
        #expect(now.count == 6 && now.first == Day(2025, 9, 30) && now.last == today)
        let before = SignalHistory.days(of: SchoolYear(2024), until: today)
        #expect(before.count == 9 && before.last == Day(2025, 5, 31))
        let old = SignalHistory.days(of: SchoolYear(2023), until: today)
        #expect(old == [Day(2023, 12, 31), Day(2024, 5, 31)].compactMap { $0 })
    }
}
