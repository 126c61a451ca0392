import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments

struct BesideStateTests {
    private let year = Selection(year: SchoolYear(2024))

    @Test(arguments: Engine.available)
    func `the state's mean counts as often as there are results in the works it is known of`(
        _ engine: Engine
    ) async throws {
        try await TestBoard.with(engine) { world in
            // 81, 8 and 60 per cent in the examination; the diagnostic work has no mean of the state.
            let own = try await world.vector("assessments/beside-state", year)
            #expect(own == [[]: Tally(14_900, over: 30_000, people: 3)])
            let state = try await world.vector("assessments/state-beside", year)
            #expect(state == [[]: Tally(3 * 5_380, over: 30_000, people: 3)])
            let works = try await world.vector("assessments/state-beside", year, over: [.assessment])
            #expect(works.count == 1 && works.values.first?.numerator == 3 * 5_380)
            let grades = try await world.vector("assessments/beside-state", year, over: [.grade])
            #expect(Set(grades.keys) == [[9]])
            let before = Selection(year: SchoolYear(2023))
            #expect(try await world.vector("assessments/state-beside", before).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `works and kinds have names, in a fixed order`(_ engine: Engine) async throws {
        try await TestBoard.with(engine) { world in
            let exam = AssessmentSort(.centralExam, .none).member
            let own = BesideState(side: .own)
            let all = try await world.vector("assessments/result", year, over: [.assessment]).keys.map {
                $0[0]
            }
            try await world.desk.database.data.read { connection in
                let kinds = try own.words(.kind, [exam, 999], tenant: world.desk.tenant, connection)
                #expect(kinds.map(\.member) == [exam])
                #expect(kinds.map(\.words.lv) == ["Centralizētais eksāmens"])
                let works = try own.words(.assessment, all + [77_777], tenant: world.desk.tenant, connection)
                #expect(works.first?.words.en == "Central examination in mathematics" && works.count == 2)
                #expect(try own.words(.pupil, [1], tenant: world.desk.tenant, connection).isEmpty)
            }
        }
    }
}
