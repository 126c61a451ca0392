import Evidence
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attendance

/// A teacher's share of lessons missed beside the same subject and grade, of ten lessons held in September in each class.
///
/// | institution | class | teacher | pupils | missed |
/// |---|---|---|---|---|
/// | 1 | 11 | 31 | 4 | 3 of 40 |
/// | 1 | 12 | 32 | 2 | 1 of 20 |
/// | 2 | 21 | 41 | 4 | 2 of 40 |
struct TeacherLessonsBesideTests {
    private static let classes = [
        (institution: 1, classGroup: 11, teacher: 31, pupils: [1, 2, 3, 4], missed: 3),
        (institution: 1, classGroup: 12, teacher: 32, pupils: [5, 6], missed: 1),
        (institution: 2, classGroup: 21, teacher: 41, pupils: [7, 8, 9, 10], missed: 2),
    ]

    private func withClasses(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for institution in 1...2 { try Registers.institution(institution, school.connection) }
            for one in TeacherLessonsBesideTests.classes {
                for pupil in one.pupils {
                    try Registers.pupil(pupil, school.connection)
                    try Registers.enrol(
                        pupil,
                        one.institution,
                        classGroup: one.classGroup,
                        from: World.year.first,
                        school.connection
                    )
                }
                try school.held(
                    10,
                    subject: 1,
                    teacher: one.teacher,
                    classGroup: one.classGroup,
                    institution: one.institution,
                    Month(2025, 9)
                )
                for index in 0..<one.missed {
                    try school.lesson(
                        one.pupils[0],
                        day(2025, 9, 8 + index),
                        1,
                        .absent(.unexcused),
                        classGroup: one.classGroup,
                        institution: one.institution,
                        teacher: one.teacher
                    )
                }
            }
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `the share stands beside institution, similar ones and municipality`(_ engine: Engine) async throws {
        try await withClasses(engine) { school in
            let one = School.selection { $0.teacher = StaffID(rawValue: 31) }
            let document = try school.seen(TeacherLessons.self, one)
            let comparison = try #require(document.sections.first { $0.code == "comparison" })
            // 3 of 40, 4 of 60, 2 of 40 and 6 of 100, in tenths of a per cent.
            #expect(comparison.rows.map(\.numbers) == [[75, 67, 50, 60]])
            #expect(comparison.columns[1].heading.lv == "Pedagoga klasēs, %")
            #expect(comparison.columns[4].heading.en == "Municipality, %")
            // Of several teachers none is laid beside others.
            let several = try school.seen(TeacherLessons.self)
            #expect(!several.sections.contains { $0.code == "comparison" })
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher sees no share that would be a single colleague's`(_ engine: Engine) async throws {
        try await withClasses(engine) { school in
            let document = try school.seen(TeacherLessons.self, asker: School.teacher(31))
            let comparison = try #require(document.sections.first { $0.code == "comparison" })
            #expect(comparison.rows.map(\.numbers) == [[75, nil, nil, nil]])
        }
    }
}
