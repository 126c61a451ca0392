import Kernel
import Testing

@testable import Demo

/// Which classes of the demo learned by the programme of a minority, and until when.
struct MinorityTests {
    @Test func `classes of a minority's programme are those that had not gone over yet`() {
        let plan = BoardPlan(today: BoardPlan.usual.today)
        let schools = BoardInstitution.all(plan).filter(\.hasMinority)
        #expect(schools.map(\.number) == [5] && schools.allSatisfy { $0.programmes.contains(.minority) })
        func grades(_ start: Int) -> [Int] {
            schools.flatMap { ClassLines(institution: $0).classes(SchoolYear(start)) }
                .filter { $0.programme == .minority }.map(\.grade)
        }
        #expect(grades(2022) == Array(1...9))
        #expect(grades(2023) == [2, 3, 5, 6, 8, 9])
        #expect(grades(2024) == [3, 6, 9])
        #expect(grades(2025).isEmpty)
        // The seventh digit says that it is a minority's.
        #expect(Array(ProgrammeKind.minority.rawValue)[6] == "2")
    }
}
