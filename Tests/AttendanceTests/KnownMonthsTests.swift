import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// A year of which the source tells absences alone until spring, and who was present from then on.
struct KnownMonthsTests {
    /// Six pupils missed one lesson each in September and in October, and one of four in April; a year before, 4 of 40
    /// lessons of one pupil.
    private func withSpring(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for pupil in 1...6 {
                try school.lesson(pupil, day(2025, 9, 8), 1, .absent(.illness), isRated: false)
                try school.lesson(pupil, day(2025, 10, 6), 1, .absent(.unexcused), isRated: false)
                for lesson in 1...4 {
                    let state: LessonRecord.State = lesson == 1 ? .absent(.illness) : .present
                    try school.lesson(pupil, day(2026, 4, 13), lesson, state)
                }
            }
            let earlier = AbsenceCount(
                pupil: PupilID(rawValue: 1),
                year: World.year.previous,
                term: 1,
                institution: InstitutionID(rawValue: 1),
                missed: [.illness: 4],
                recorded: 40
            )
            try earlier.stage(school.staging, at: SourcePlace(line: 1))
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `months of absences alone lower what a rate is known for, and not the lessons recorded`(
        _ engine: Engine
    ) async throws {
        try await withSpring(engine) { school in
            let share = try school.figures("attendance/missed-share")
            #expect(share == [[]: Tally(6, over: 24, people: 6)])
            // 24 lessons of April; 12 missed before it.
            #expect(try school.figures("attendance/known-for") == [[]: Tally(24, over: 36, people: 6)])
            #expect(try school.figures("attendance/recorded-share") == [[]: Tally(24, over: 24, people: 6)])
        }
    }

    @Test(arguments: Engine.available)
    func `a report names the months that its rate is of, also beside other years`(
        _ engine: Engine
    ) async throws {
        try await withSpring(engine) { school in
            let document = try school.answer(AbsenceKinds.self)
            let told = document.notes.filter { $0.lv.contains("zināms tikai par šiem mēnešiem: aprīlis (") }
            #expect(told.map { $0.lv.hasPrefix("2025./2026.") } == [true])
            let years = try #require(document.sections.first { $0.code == "years" })
            #expect(years.rows.map(\.words) == ["2024./2025.", "2025./2026. (aprīlis)"])
            // Of April alone nothing is left out.
            let spring = try school.answer(AbsenceKinds.self, School.selection { $0.term = 2 })
            #expect(!spring.notes.contains { $0.lv.contains("zināms tikai") })
        }
    }
}
