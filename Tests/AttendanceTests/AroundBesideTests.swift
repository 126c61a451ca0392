import Evidence
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attendance

/// Absence before and after 6 October beside classmates and the other class of the grade, two weeks on each side.
///
/// | pupils | class | missed before | missed after |
/// |---|---|---|---|
/// | 1 | 11 | 3 of 4 | 1 of 4 |
/// | 2 and 3 | 11 | 1 of 1 | 1 of 2 |
/// | 4 | 12 | 2 of 2 | 0 of 1 |
struct AroundBesideTests {
    private func withWeeks(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            try Registers.institution(1, school.connection)
            for (pupil, classGroup) in [(1, 11), (2, 11), (3, 11), (4, 12)] {
                try Registers.pupil(pupil, school.connection)
                try Registers.enrol(
                    pupil,
                    1,
                    classGroup: classGroup,
                    from: World.year.first,
                    school.connection
                )
            }
            let own: [(Day, Int, LessonRecord.State)] = [
                (day(2025, 9, 22), 1, .absent(.unexcused)), (day(2025, 9, 22), 2, .present),
                (day(2025, 9, 29), 1, .absent(.unexcused)), (day(2025, 9, 29), 2, .absent(.illness)),
                (day(2025, 10, 6), 1, .present), (day(2025, 10, 6), 2, .present),
                (day(2025, 10, 13), 1, .absent(.unexcused)), (day(2025, 10, 17), 1, .present),
            ]
            for (day, number, state) in own { try school.lesson(1, day, number, state) }
            try school.lesson(2, day(2025, 9, 29), 1, .absent(.excused))
            try school.lesson(2, day(2025, 10, 6), 1, .present)
            try school.lesson(3, day(2025, 10, 17), 1, .absent(.excused))
            try school.lesson(4, day(2025, 9, 22), 1, .absent(.unexcused), classGroup: 12)
            try school.lesson(4, day(2025, 9, 23), 1, .absent(.unexcused), classGroup: 12)
            try school.lesson(4, day(2025, 10, 13), 1, .present, classGroup: 12)
            try school.write()
            try body(school)
        }
    }

    private func selection(pupil: Int?) -> Selection {
        School.selection {
            $0.classGroup = ClassID(rawValue: 11)
            $0.pupil = pupil.map { PupilID(rawValue: $0) }
            $0.day = day(2025, 10, 6)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil stands beside classmates and the rest of the grade, a class beside the rest`(
        _ engine: Engine
    ) async throws {
        let (ofPupil, ofClass) = (selection(pupil: 1), selection(pupil: nil))
        var withoutClass = ofPupil
        withoutClass.classGroup = nil
        let found = withoutClass
        try await withWeeks(engine) { school in
            let document = try school.answer(BeforeAfter.self, ofPupil)
            let beside = try #require(document.sections.first { $0.code == "comparison" })
            // Pupils; lessons a week and pupil before and after in tenths; shares in tenths of a per cent.
            #expect(
                beside.rows.map(\.numbers) == [
                    [1, 15, 5, 750, 250], [2, 3, 3, 1000, 500], [1, 10, 0, 1000, 0],
                ]
            )
            #expect(beside.title?.lv == "Salīdzinājums tajās pašās dienās")
            #expect(beside.title?.en == "Comparison over the same days")
            #expect(beside.rows[0].persons == [PupilID(rawValue: 1)] && beside.rows[1].persons.isEmpty)
            #expect(document.ownNumbers(made: false).isEmpty)
            // A pupil chosen without the class is of the class that the lessons name.
            let same = try school.answer(BeforeAfter.self, found)
            #expect(
                same.sections.first { $0.code == "comparison" }?.rows.map(\.numbers)
                    == beside.rows.map(\.numbers)
            )
            let whole = try school.answer(BeforeAfter.self, ofClass)
            let classes = try #require(whole.sections.first { $0.code == "comparison" })
            // The class: 4 of 5 before, 2 of 6 after, over 3 pupils and 2 weeks.
            #expect(classes.rows.map(\.numbers) == [[3, 7, 3, 800, 333], [1, 10, 0, 1000, 0]])
        }
    }

    @Test(arguments: Engine.available)
    func `who works with one class sees no other`(_ engine: Engine) async throws {
        let (ofPupil, ofClass) = (selection(pupil: 1), selection(pupil: nil))
        let place = Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 11))
        let reader = World.asker([([.readFigures, .readPupils, .readHealth], place)])
        try await withWeeks(engine) { school in
            let document = try school.answer(BeforeAfter.self, ofPupil, asker: reader)
            let beside = try #require(document.sections.first { $0.code == "comparison" })
            #expect(beside.rows.map(\.numbers) == [[1, 15, 5, 750, 250], [2, 3, 3, 1000, 500]])
            let whole = try school.answer(BeforeAfter.self, ofClass, asker: reader)
            #expect(!whole.sections.contains { $0.code == "comparison" })
            #expect(!whole.notes.contains { $0.lv.contains("Salīdzinājumā ir") })
        }
    }
}
