import Evidence
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attendance

/// Days that children in preparation for school missed without excuse.
struct UnexcusedDaysTests {
    private let name = "attendance/unexcused-days"
    private let board = Selection(year: World.year)

    /// Child 7 missed two days of September and one of October, 8 two lessons of one day; of 9 no birth is known, 10 is in
    /// grade 1.
    private func withGroup(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for (pupil, born) in [7: day(2020, 12, 31), 8: day(2019, 1, 1), 9: nil, 10: day(2019, 1, 1)] {
                try Registers.pupil(pupil, born: born, school.connection)
            }
            func missed(_ pupil: Int, _ on: Day, _ number: Int = 1, grade: Int = 0) throws {
                try school.lesson(
                    pupil,
                    on,
                    number,
                    .absent(.unexcused),
                    classGroup: 31,
                    institution: 3,
                    grade: grade
                )
            }
            for on in [day(2025, 9, 8), day(2025, 9, 9), day(2025, 10, 1)] {
                try missed(7, on)
                try missed(9, on)
                try missed(10, on, grade: 1)
            }
            try missed(8, day(2025, 9, 8), 1)
            try missed(8, day(2025, 9, 8), 2)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `days count once, of children whose birth is known and who have no grade`(
        _ engine: Engine
    ) async throws {
        try await withGroup(engine) { school in
            let pupils = try school.figures(name, over: [.pupil, .term], board)
            #expect(pupils == [[7, 1]: Tally(3, people: 1), [8, 1]: Tally(1, people: 1)])
            let months = try school.figures(name, over: [.institution, .month], board)
            let (september, october) = (Month(2025, 9).number, Month(2025, 10).number)
            #expect(months == [[3, september]: Tally(3, people: 2), [3, october]: Tally(1, people: 1)])
            let elsewhere = try school.figures(name, over: [.pupil])
            #expect(elsewhere.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `behind a number stands a row for each day`(_ engine: Engine) async throws {
        try await withGroup(engine) { school in
            func rows(_ members: [Dimension: Int]) throws -> [EvidenceRow] {
                try UnexcusedDays().evidence(
                    board,
                    members: members,
                    tenant: World.tenant,
                    school.connection,
                    limit: 10
                )
            }
            let all = try rows([:])
            #expect(all.map(\.pupil.rawValue) == [7, 7, 7, 8] && all.allSatisfy { $0.numerator == 1 })
            let october = try rows([.month: Month(2025, 10).number, .pupil: 7])
            #expect(october.map(\.day) == [day(2025, 10, 1)])
        }
    }
}
