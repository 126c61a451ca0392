import Evidence
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attendance

struct CompareTests {
    @Test(arguments: Engine.available)
    func `kinds of a class stand beside those of another and of the institution`(
        _ engine: Engine
    ) async throws {
        try await withLessons(engine) { connection in
            let selection = School.selection {
                $0.classGroup = ClassID(rawValue: 11)
                $0.compared = [ClassID(rawValue: 12)]
            }
            let question = World.question(connection, selection)
            let section = try #require(try AbsenceKinds.answer(question).sections.first)
            #expect(section.rows.map(\.words) == ["#11", "#12"])
            #expect(section.rows.map(\.numbers) == [[2, 0, 21, 0, 23, 23], [0, 1, 22, 0, 23, nil]])
            #expect(section.total?.numbers == [2, 1, 43, 0, 46, 23])
        }
    }

    @Test(arguments: Engine.available)
    func `statistics have the years before below`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try school.total(1, [.illness: 4], of: nil)
            var earlier = AbsenceCount(
                pupil: PupilID(rawValue: 1),
                year: World.year.previous,
                term: 1,
                institution: InstitutionID(rawValue: 1),
                missed: [.illness: 9, .unexcused: 2]
            )
            earlier.classGroup = ClassID(rawValue: 5)
            try earlier.stage(school.staging, at: SourcePlace(line: 1))
            try school.write()
            let years = try #require(
                try school.answer(AbsenceStatistics.self, Selection(year: World.year)).sections.last
            )
            #expect(years.code == "years")
            #expect(years.rows.map(\.words) == ["2024./2025.", "2025./2026."])
            #expect(years.rows.map(\.numbers) == [[9, 0, 2, 11], [4, 0, 0, 4]])
        }
    }

    @Test(arguments: Engine.available)
    func `a class has a correlation in each subject, with its number of pupils`(_ engine: Engine) async throws
    {
        try await School.with(engine) { school in
            // The more is missed, the lower the mark: a perfect order of five pupils.
            for pupil in 1...5 {
                for index in 0..<pupil {
                    try school.lesson(pupil, day(2025, 9, 8) + index, 1, .absent(.illness))
                }
            }
            try school.write()
            let marks = FakeMarks(marks: [1: 900, 2: 800, 3: 700, 4: 600, 5: 500], subject: 1)
            let selection = School.selection { $0.classGroup = ClassID(rawValue: 11) }
            let document = try school.answer(AbsenceAndMark.self, selection, extra: [marks])
            let section = try #require(document.sections.last)
            #expect(section.code == "subjects")
            #expect(section.rows.map(\.words) == ["#1"])
            let numbers = try #require(section.rows.first?.numbers)
            #expect(numbers.first == -100 && numbers.last == 5)
            let closed = try school.answer(
                AbsenceAndMark.self,
                selection,
                asker: World.asker([([.readFigures, .readPupils], .tenant)]),
                extra: [marks]
            )
            #expect(!closed.sections.contains { $0.code == "subjects" })
        }
    }
}
