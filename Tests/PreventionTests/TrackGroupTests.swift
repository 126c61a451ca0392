import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Prevention

/// How a rule does for boys and for girls, and by how much it differs.
struct TrackGroupTests {
    /// Of the boys K2 leaves and K1 goes on, of the girls K6 leaves and K4 goes on.
    private static let pupils = """
        \(RiskBoard.headings),sex
        Ozolu skola,2024/2025,8.a,K1,Ābols,Ansis,01.09.2024.,31.08.2025.,,v
        Ozolu skola,2024/2025,8.a,K2,Bērzs,Bruno,01.09.2024.,31.01.2025.,work,v
        Ozolu skola,2024/2025,8.a,K4,Dille,Dace,01.09.2024.,31.08.2025.,,s
        Ozolu skola,2024/2025,8.a,K6,Feldmane,Fanija,01.09.2024.,31.01.2025.,work,s
        Ozolu skola,2025/2026,9.a,K1,Ābols,Ansis,,,,v
        Ozolu skola,2025/2026,9.a,K4,Dille,Dace,,,,s
        """

    @Test(arguments: Engine.available)
    func `the difference between groups is printed with its interval, to those who may see the groups`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine, pupils: TrackGroupTests.pupils) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K2", "2024-10-14", "nn", 12),
                ("Ozolu skola", "8.a", "K2", "2024-10-15", "nn", 12),
                ("Ozolu skola", "8.a", "K4", "2024-10-14", "nn", 12),
                ("Ozolu skola", "8.a", "K4", "2024-10-15", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2024-10-14", "nn", 1),
                ("Ozolu skola", "8.a", "K6", "2024-10-14", "nn", 1),
            ])
            func sections(_ rule: String?, _ asker: Asker? = nil) async throws -> [String: ReportSection] {
                var asked = Selection(year: SchoolYear(2024))
                asked.rule = rule
                asked.outcome = RiskOutcome.left.rawValue
                let document = try await world.answer("prevention/track-record", asked, asker)
                return Dictionary(document.sections.map { ($0.code, $0) }) { first, _ in first }
            }
            let one = try await sections("risk-unexcused")
            // Pupils, flagged, with the outcome, with both, precision, sensitivity.
            #expect(one["groups"]?.figures["Zēni"] == [2, 1, 1, 1, 100, 100])
            #expect(one["groups"]?.figures["Meitenes"] == [2, 1, 1, 0, 0, 0])
            // Both differ by 100 points; of one and one the interval is wide: 1 ± √(0.793² + 0.793²), cut off at 1.
            let row = try #require(one["differences"]?.rows.first)
            #expect(row.numbers == [1000, -122, 1000, 1000, -122, 1000])
            if case .words(let names)? = row.cells.dropFirst().first {
                #expect(names.lv == "Zēni – Meitenes")
            } else {
                Issue.record("no groups")
            }
            // Without a rule chosen each one has its line.
            let all = try await sections(nil)
            #expect(all["groups"] == nil)
            #expect(all["differences"]?.figures["Neattaisnoti kavējumi"] == row.numbers)
            let reader = try await sections("risk-unexcused", BoardWorld.asker([.readFigures]))
            #expect(reader["differences"]?.rows.map(\.numbers) == [[nil, nil, nil, nil, nil, nil]])
            #expect(
                reader["groups"]?.rows.map(\.numbers) == [
                    [nil, nil, nil, nil, nil, nil], [nil, nil, nil, nil, nil, nil],
                ]
            )
        }
    }

    @Test func `a difference is hidden where one of the groups is`() throws {
        func count(_ parts: [Int]) -> TrackCount {
            var count = TrackCount()
            for (part, pupils) in parts.enumerated() {
                for _ in 0..<pupils { count.add(flagged: part < 2, outcome: part % 2 == 0, isStranger: true) }
            }
            return count
        }
        let open = TrackSplit([count([6, 6, 8, 30]), count([8, 5, 5, 40])], floor: 5)
        let closed = TrackSplit([count([6, 6, 8, 30]), count([8, 2, 5, 40])], floor: 5)
        #expect(open.isShown && !closed.isShown)
        // Nobody of the second group was flagged: there is no precision, and a sensitivity of 0.
        let none = try #require(
            TrackSplit([count([6, 6, 8, 30]), count([0, 0, 5, 40])], floor: 5).difference
        )
        let numbers = ReportRow([.blank] + none.cells).numbers
        #expect(numbers.prefix(3) == [nil, nil, nil] && numbers.dropFirst(3).first == 429)
    }
}
