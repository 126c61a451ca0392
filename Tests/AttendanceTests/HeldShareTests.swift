import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Class 11 has pupils 1 to 4 in September; pupil 5 comes on the 20th.
///
/// | subject | teacher | lessons held | missed in September | share |
/// |---|---|---|---|---|
/// | 1 | 31 | 10, to the class of 4 | 2 ill, 1 unexcused | 3 of 40 |
/// | 2 | 30 | 3, to group 7 of pupils 1 and 2 | 1 excused | 1 of 6 |
/// | 3 | 31 | none known | nothing | not known |
struct HeldShareTests {
    private let september = Month(2025, 9)

    private func withClass(
        _ engine: Engine,
        and more: (@Sendable (School) throws -> Void)? = nil,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        let september = september
        try await School.with(engine) { school in
            let connection = school.connection
            try Registers.institution(1, connection)
            for pupil in 1...5 {
                try Registers.pupil(pupil, connection)
                let from = pupil == 5 ? day(2025, 9, 20) : World.year.first
                try Registers.enrol(pupil, 1, classGroup: 11, from: from, connection)
            }
            try Registers.group(7, 1, members: [1, 2], connection)
            try school.held(10, subject: 1, teacher: 31, september)
            try school.held(3, subject: 2, teacher: 30, group: 7, september)
            try school.lesson(1, day(2025, 9, 8), 1, .absent(.illness), subject: 1, teacher: 31)
            try school.lesson(1, day(2025, 9, 9), 1, .absent(.illness), subject: 1, teacher: 31)
            try school.lesson(2, day(2025, 9, 8), 1, .absent(.unexcused), subject: 1, teacher: 31)
            try school.lesson(2, day(2025, 9, 8), 2, .absent(.excused), subject: 2, teacher: 30)
            try school.lesson(3, day(2025, 9, 8), 3, .present, subject: 3, teacher: 31)
            try more?(school)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `the share is of lessons held times the pupils of the month`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let name = "attendance/missed-of-held"
            let subjects = try school.figures(name, over: [.subject])
            #expect(
                subjects == [
                    [1]: Tally(3, over: 40, people: 4), [2]: Tally(1, over: 6, people: 2),
                ]
            )
            let teachers = try school.figures(name, over: [.teacher, .classGroup])
            #expect(
                teachers == [
                    [30, 11]: Tally(1, over: 6, people: 2), [31, 11]: Tally(3, over: 40, people: 4),
                ]
            )
            let whole = try school.figures(name)
            #expect(whole == [[]: Tally(4, over: 46, people: 4)])
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind the share add up to it`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let rows = try HeldShare().evidence(
                School.selection(),
                members: [.subject: 1],
                tenant: World.tenant,
                school.connection,
                limit: 100
            )
            #expect(rows.reduce(0) { $0 + $1.numerator } == 3)
            #expect(rows.reduce(0) { $0 + $1.denominator } == 40)
        }
    }

    @Test(arguments: Engine.available)
    func `a month with records and no lessons held leaves the share unknown`(_ engine: Engine) async throws {
        try await withClass(
            engine,
            and: { try $0.lesson(1, day(2025, 10, 6), 1, .present, subject: 1, teacher: 31) }
        ) { school in
            let subjects = try school.figures("attendance/missed-of-held", over: [.subject])
            #expect(subjects.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a subject that was missed and not held leaves the class unknown`(_ engine: Engine) async throws {
        try await withClass(
            engine,
            and: { try $0.lesson(1, day(2025, 9, 10), 1, .absent(.illness), subject: 3, teacher: 31) }
        ) { school in
            let subjects = try school.figures("attendance/missed-of-held", over: [.subject])
            #expect(Set(subjects.keys) == [[1], [2]])
            #expect(try school.figures("attendance/missed-of-held").isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `absence by subject has kinds, shares and what they rest on`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let section = try #require(try school.answer(BySubject.self).sections.first)
            #expect(
                section.columns.map(\.code) == [
                    "subject", "illness", "excused", "unexcused", "total", "known_for", "missed_of_held",
                    "held",
                ]
            )
            #expect(
                section.facts == [
                    "#1": [2, 0, 1, 3, 3, 3, 10], "#2": [0, 1, 0, 1, 1, 1, 3],
                    "#3": [0, 0, 0, 0, 1, nil, nil],
                ]
            )
            #expect(section.total?.numbers == [2, 1, 1, 4, 5, 4, 13])
        }
    }

    @Test(arguments: Engine.available)
    func `kinds of absence in one subject are for those who may see its teacher`(
        _ engine: Engine
    ) async throws {
        try await withClass(engine) { school in
            let selection = School.selection { $0.subject = SubjectID(rawValue: 1) }
            let section = try #require(try school.answer(AbsenceKinds.self, selection).sections.first)
            #expect(section.facts == ["#11": [2, 0, 1, 3, 3, 0, 3, 10]])
            #expect(section.total?.numbers == [2, 0, 1, 3, 3, 0, 3, 10])
            let closed = try school.answer(AbsenceKinds.self, selection, asker: World.reader)
            #expect(closed.sections.map(\.rows.count) == [0])
        }
    }

    @Test(arguments: Engine.available)
    func `classes are laid side by side by subject`(_ engine: Engine) async throws {
        try await withClass(
            engine,
            and: { school in
                for number in 1...2 {
                    try school.lesson(6, day(2025, 9, 8), number, .absent(.illness), classGroup: 12)
                }
            }
        ) { school in
            let selection = School.selection {
                $0.classGroup = ClassID(rawValue: 11)
                $0.compared = [ClassID(rawValue: 12)]
            }
            let section = try #require(try school.answer(BySubject.self, selection).sections.last)
            #expect(section.code == "classes")
            // Lessons missed and their share, of class 11 and of class 12, which nobody knows lessons held of.
            #expect(
                section.facts == [
                    "#1": [3, 3, 2, nil], "#2": [1, 1, nil, nil], "#3": [0, nil, nil, nil],
                ]
            )
            #expect(section.total?.numbers == [4, 4, 2, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `lessons missed by teacher come by name and class`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let section = try #require(try school.answer(TeacherLessons.self).sections.first)
            #expect(section.rows.map(\.words) == ["#30", "#31"])
            #expect(section.rows.map(\.numbers) == [[0, 1, 0, 1, 1, 3], [2, 0, 1, 3, 3, 10]])
        }
    }

    @Test(arguments: Engine.available)
    func `the kinds of absence are drawn of one teacher, by class`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            // Of several teachers there is no picture: nobody is measured against others.
            let several = try school.answer(TeacherLessons.self)
            #expect(several.sections.map(\.code) == ["table"])
            let one = School.selection { $0.teacher = StaffID(rawValue: 31) }
            let picture = try #require(try school.answer(TeacherLessons.self, one).sections.last)
            #expect(picture.columns.map(\.code) == ["class", "illness", "excused", "unexcused"])
            #expect(picture.facts == ["#11": [2, 0, 1]])
            // Who may not tell illness apart sees it together with other excuses.
            let own = try school.answer(TeacherLessons.self, asker: School.teacher(30))
            let seen = try #require(own.sections.last)
            #expect(seen.columns.map(\.code) == ["class", "unexcused", "excused_all"])
            #expect(seen.facts == ["#11": [0, 1]])
            guard case .stack(let columns, _, share: true)? = seen.chart else {
                Issue.record("no picture")
                return
            }
            #expect(columns == ["unexcused", "excused_all"])
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher sees lessons of their own, and nobody else's`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let own = School.teacher(30)
            for report in [TeacherLessons.self, BySubject.self] as [any Report.Type] {
                let section = try #require(try school.answer(report, asker: own).sections.first)
                // Illness and other excuses stand together too, as a teacher may not tell them apart.
                let known: [Int?] = report.name == BySubject.name ? [1] : []
                #expect(section.rows.map(\.numbers) == [[nil, nil, 0, 1, 1] + known + [1, 3]])
                let other = School.selection { $0.teacher = StaffID(rawValue: 31) }
                for document in [
                    try school.answer(report, other, asker: own),
                    try school.answer(report, asker: World.reader),
                ] {
                    #expect(document.sections.map(\.rows.count) == [0])
                    #expect(document.sections.first?.empty.lv.contains("pats pedagogs") == true)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who works with all pupils of a class sees each subject of it, and of no other`(
        _ engine: Engine
    ) async throws {
        try await withClass(engine) { school in
            let selection = School.selection { $0.classGroup = ClassID(rawValue: 11) }
            let own = Scope(institution: selection.institution, classGroup: selection.classGroup)
            let asker = World.asker([([.readFigures, .readPupils, .readHealth], own)])
            let section = try #require(
                try school.answer(BySubject.self, selection, asker: asker).sections.first
            )
            #expect(section.facts.keys.sorted() == ["#1", "#2", "#3"])
            #expect(section.facts["#1"] == [2, 0, 1, 3, 3, 3, 10])
            var subject = selection
            subject.subject = SubjectID(rawValue: 1)
            let kinds = try school.answer(AbsenceKinds.self, subject, asker: asker)
            #expect(kinds.sections.first?.facts["#11"] == [2, 0, 1, 3, 3, 0, 3, 10])
            var beside = selection
            beside.compared = [ClassID(rawValue: 12)]
            for other in [beside, School.selection()] {
                let closed = try school.answer(BySubject.self, other, asker: asker)
                #expect(closed.sections.map(\.rows.count) == [0])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `bars are of the accepted reasons together where the reader may not tell them apart`(
        _ engine: Engine
    ) async throws {
        try await withClass(engine) { school in
            let asker = World.asker([([.readFigures, .readTeacherFigures, .readPupils], .tenant)])
            let selection = School.selection { $0.classGroup = ClassID(rawValue: 11) }
            let subject = School.selection { $0.subject = SubjectID(rawValue: 1) }
            let asked: [(any Report.Type, Selection)] = [
                (BySubject.self, selection), (AbsenceKinds.self, selection), (AbsenceKinds.self, subject),
            ]
            for (report, selection) in asked {
                let section = try #require(
                    try school.answer(report, selection, asker: asker).sections.first
                )
                guard case .stack(let columns, _, _)? = section.chart else {
                    Issue.record("no picture")
                    return
                }
                #expect(columns == ["unexcused", "excused_all"])
            }
            let insider = try #require(try school.answer(BySubject.self, selection).sections.first)
            guard case .stack(let columns, _, _)? = insider.chart else {
                Issue.record("no picture")
                return
            }
            #expect(columns == ["illness", "excused", "unexcused"])
        }
    }

    @Test(arguments: Engine.available)
    func `who sees teachers and no pupils sees no figure of few`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let asker = World.asker([([.readFigures, .readTeacherFigures], .tenant)])
            for report in [TeacherLessons.self, BySubject.self] as [any Report.Type] {
                let document = try school.answer(report, asker: asker)
                let rows = document.sections.flatMap { $0.rows + ($0.total.map { [$0] } ?? []) }
                // Lessons held are of no pupil.
                let seen = rows.flatMap { $0.numbers.dropLast().compactMap { $0 } }
                #expect(seen.isEmpty)
                #expect(!rows.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `without a place the reports ask for one`(_ engine: Engine) async throws {
        try await withClass(engine) { school in
            let board = Selection(year: World.year)
            for report in [TeacherLessons.self, BySubject.self, HiddenTruancyReport.self, BeforeAfter.self]
                as [any Report.Type]
            {
                let section = try #require(try school.answer(report, board).sections.first)
                #expect(section.rows.isEmpty && section.empty.lv.contains("Izvēlieties iestādi"))
            }
        }
    }
}
