import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Prevention

/// What a batch of facts has judged anew.
struct TouchedRuleTests {
    @Test(arguments: Engine.available)
    func `absences leave signs of marks as they are, and come and go beside them`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let marks = """
                institution,class,pupil_code,year,subject,mark,kind,term,teacher
                Ozolu skola,8.a,K1,2025/2026,Matemātika,3,term,1,
                """
            try await world.take(marks, "marks")
            let before = try await world.signals()
            #expect(before == ["1 exam-subjects 1 1/1 >1"])
            let batch = try #require(
                try await world.lessons([
                    ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 10),
                    ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 11),
                ])
            )
            let both = try await world.signals()
            #expect(both == ["1 exam-subjects 1 1/1 >1", "1 unexcused 2 21/0 >20"])
            #expect(try await world.findings() == [])
            try await world.undo(batch)
            let after = try await world.signals()
            #expect(after == before)
            #expect(try await world.findings() == [])
        }
    }
}
