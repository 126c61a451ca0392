import Evidence
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attendance

struct PreschoolTests {
    /// Children without a grade: 7 turns five in 2025 and missed four days, 8 missed three, of 9 no birth is known,
    /// 10 is eight years old.
    private func withGroup(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            let births = [7: day(2020, 12, 31), 8: day(2019, 1, 1), 9: nil, 10: day(2017, 5, 5)]
            for (pupil, born) in births { try Registers.pupil(pupil, born: born, school.connection) }
            for pupil in births.keys.sorted() {
                for index in 0..<(pupil == 8 ? 3 : 4) {
                    try school.lesson(
                        pupil,
                        day(2025, 9, 8) + index,
                        1,
                        .absent(.unexcused),
                        classGroup: 31,
                        institution: 3,
                        grade: 0
                    )
                }
            }
            // Two lessons of one day are one day.
            try school.lesson(
                8,
                day(2025, 9, 8),
                2,
                .absent(.unexcused),
                classGroup: 31,
                institution: 3,
                grade: 0
            )
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `children of five and six are over the limit after three days`(_ engine: Engine) async throws {
        try await withGroup(engine) { school in
            let board = Selection(year: World.year)
            let name = "attendance/over-limit"
            #expect(try school.figures(name, over: [.institution], board) == [[3]: Tally(1, people: 1)])
            #expect(try school.figures(name, over: [.term], board)[[1]] == Tally(1, people: 1))
            let persons = try #require(try school.answer(OverLimitReport.self, board).sections.last)
            #expect(persons.rows.map(\.persons) == [[PupilID(rawValue: 7)]])
            // Term, lessons, days.
            #expect(persons.rows.map(\.numbers) == [[1, 4, 4]])
        }
    }

    @Test(arguments: Engine.available)
    func `who is over both limits counts once`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try Registers.pupil(7, born: day(2020, 1, 1), school.connection)
            for index in 0..<21 {
                try school.lesson(
                    7,
                    day(2025, 9, 1) + index,
                    1,
                    .absent(.unexcused),
                    classGroup: 31,
                    grade: 0
                )
            }
            try school.write()
            #expect(try school.figures("attendance/over-limit") == [[]: Tally(1, people: 1)])
            let persons = try #require(try school.answer(OverLimitReport.self).sections.last)
            #expect(persons.rows.count == 1)
        }
    }
}
