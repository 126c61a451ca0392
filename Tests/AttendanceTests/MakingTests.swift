import Evidence
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attendance

/// Numbers that reports of absence make themselves say how they are made.
struct MakingTests {
    private let monday = day(2025, 9, 8)

    @Test(arguments: Engine.available)
    func `pupils with chronic absence`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try school.total(1, [.illness: 4, .unexcused: 2], of: 60)
            try school.write()
            let document = try school.answer(ChronicReport.self)
            #expect(document.ownNumbers(made: false).isEmpty)
            let made = Set(document.ownNumbers(made: true))
            #expect(made.isSuperset(of: ["pupils.missed", "pupils.recorded", "pupils.share"]))
        }
    }

    @Test(arguments: Engine.available)
    func `hidden truancy by class and by pupil`(_ engine: Engine) async throws {
        let monday = monday
        try await School.with(engine) { school in
            try school.lesson(1, monday, 1, .present)
            try school.lesson(1, monday, 2, .absent(.unexcused))
            try school.lesson(1, monday, 3, .present)
            try school.write()
            let document = try school.answer(HiddenTruancyReport.self)
            #expect(document.ownNumbers(made: false).isEmpty)
            let made = document.ownNumbers(made: true)
            #expect(made == ["table.pupils", "table.recorded", "pupils.lessons", "pupils.days"])
        }
    }

    @Test(arguments: Engine.available)
    func `pupils over the limit, of lessons and of days`(_ engine: Engine) async throws {
        let monday = monday
        try await School.with(engine) { school in
            for index in 0..<21 { try school.lesson(1, monday + index, 1, .absent(.unexcused)) }
            try school.write()
            let document = try school.answer(OverLimitReport.self)
            #expect(document.ownNumbers(made: false).isEmpty)
            #expect(document.ownNumbers(made: true) == ["pupils.term", "pupils.unexcused"])
            // Days are a child's in preparation for school.
            let days = document.sections.last?.columns.first { $0.code == "days" }
            #expect(days?.making?.formula.lv.contains("obligātajā sagatavošanā") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `before and after a day, with the weeks that both windows have`(_ engine: Engine) async throws {
        let monday = monday
        try await School.with(engine) { school in
            for index in 0..<4 {
                try school.lesson(1, monday + 7 * index, 1, .absent(.unexcused))
                try school.lesson(1, monday + 7 * index + 4, 1, .present)
            }
            try school.write()
            let selection = School.selection {
                $0.classGroup = ClassID(rawValue: 11)
                $0.pupil = PupilID(rawValue: 1)
                $0.day = monday + 14
            }
            let document = try school.answer(BeforeAfter.self, selection)
            #expect(document.ownNumbers(made: false).isEmpty)
            let made = Set(document.ownNumbers(made: true))
            #expect(
                made.isSuperset(of: [
                    "table.before", "table.after", "table.before_week", "table.after_week",
                    "table.before_share",
                    "table.after_share", "weeks.week1", "weeks.week4",
                ])
            )
            #expect(document.sections.first?.total?.parts.map(\.value) == [2])
        }
    }
}
