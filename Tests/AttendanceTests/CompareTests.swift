import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
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
            #expect(
                section.rows.map(\.numbers) == [
                    [2, 0, 21, 0, 23, 23, 26, 1], [0, 1, 22, 0, 23, nil, 0, nil],
                ]
            )
            #expect(section.total?.numbers == [2, 1, 43, 0, 46, 23, 26, 1])
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

    /// Class 11 is 7.a of institution 1.
    private func register(_ school: School) throws {
        try school.connection.execute(
            """
            INSERT INTO institution (tenant_id, id, name, search_key, version)
            VALUES (\(World.tenant), 1, 'Ozolu skola', 'ozolu skola', 1)
            """
        )
        try school.connection.execute(
            """
            INSERT INTO class_group (tenant_id, id, institution_id, year, grade, name, version)
            VALUES (\(World.tenant), 11, 1, \(World.year.start), 7, '7.a', 1)
            """
        )
    }

    @Test(arguments: Engine.available)
    func `statistics and pupils over the limit are told of one class`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try register(school)
            try school.total(1, [.unexcused: 25], of: nil)
            try school.total(2, [.illness: 3], of: nil)
            try school.total(3, [.unexcused: 30], of: nil, classGroup: 12)
            try school.write()
            let selection = School.selection { $0.classGroup = ClassID(rawValue: 11) }
            let statistics = try #require(
                try school.answer(AbsenceStatistics.self, selection).sections.first
            )
            #expect(statistics.rows.map(\.words) == ["7.a"])
            #expect(statistics.rows.first?.numbers.prefix(4) == [3, 0, 25, 28])
            let over = try school.answer(OverLimitReport.self, selection)
            #expect(over.sections.first?.rows.map(\.words) == ["2025./2026. 7.a"])
            #expect(over.sections.first?.rows.map(\.numbers) == [[1]])
            #expect(over.sections.last?.rows.map(\.persons) == [[PupilID(rawValue: 1)]])
        }
    }

    @Test(arguments: Engine.available)
    func `absence by subject has the shares of the year before`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try school.total(1, [.illness: 4], of: nil)
            var earlier = AbsenceCount(
                pupil: PupilID(rawValue: 1),
                year: World.year.previous,
                term: 1,
                institution: InstitutionID(rawValue: 1),
                missed: [.illness: 9, .unexcused: 3]
            )
            earlier.classGroup = ClassID(rawValue: 5)
            try earlier.stage(school.staging, at: SourcePlace(line: 1))
            try school.write()
            let document = try school.answer(BySubject.self)
            let years = try #require(document.sections.first { $0.code == "years" })
            #expect(years.rows.map(\.words) == ["2024./2025.", "2025./2026."])
            // The share missed is not known without presence; of 12 lessons 9 were missed through illness.
            #expect(years.rows.first?.numbers == [nil, 9, 0, 3])
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
