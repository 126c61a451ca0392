import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// How far rates of absence hold: lessons that nobody recorded, apart from those attended and missed.
struct CoverageTests {
    /// Class 11 has pupils 1 to 6, of whose ten lessons each missed one through illness, came late to one and two were
    /// not recorded; class 12 has pupils 7 to 12, who were in all of their ten lessons.
    private func withClasses(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for pupil in 1...12 {
                for lesson in 1...10 {
                    let state: LessonRecord.State =
                        switch (pupil <= 6, lesson) {
                        case (true, 1): .absent(.illness)
                        case (true, 2): .late(minutes: 5)
                        case (true, 3), (true, 4): .notRecorded
                        default: .present
                        }
                    let classGroup = pupil <= 6 ? 11 : 12
                    try school.lesson(pupil, day(2025, 9, 8), lesson, state, classGroup: classGroup)
                }
            }
            try school.write()
            try body(school)
        }
    }

    private func told(_ document: ReportDocument) -> [Text] {
        document.notes.filter { $0.lv.hasPrefix("Par ") || $0.lv.hasPrefix("Vismazāk ziņu") }
    }

    @Test(arguments: Engine.available)
    func `coverage and late arrivals come out by class`(_ engine: Engine) async throws {
        try await withClasses(engine) { school in
            let missing = try school.figures("attendance/not-recorded", over: [.classGroup])
            #expect(missing == [[11]: Tally(12, people: 6), [12]: Tally(0, people: 0)])
            let known = try school.figures("attendance/known-for", over: [.classGroup])
            #expect(known == [[11]: Tally(48, over: 60, people: 6), [12]: Tally(60, over: 60, people: 6)])
            let late = try school.figures("attendance/late", over: [.classGroup])
            #expect(late == [[11]: Tally(6, people: 6), [12]: Tally(0, people: 0)])
            let missed = try school.figures("attendance/missed-share", over: [.classGroup])
            #expect(missed == [[11]: Tally(6, over: 48, people: 6), [12]: Tally(0, over: 60, people: 6)])
        }
    }

    @Test(arguments: Engine.available)
    func `kinds show for how many lessons the share is known, and a note says where that is little`(
        _ engine: Engine
    ) async throws {
        try await withClasses(engine) { school in
            let document = try school.seen(AbsenceKinds.self)
            let section = try #require(document.sections.first)
            #expect(section.columns.map(\.code).suffix(3) == ["missed_share", "known_for", "late"])
            #expect(section.columns.suffix(3).map(\.isOptional) == [true, false, true])
            // Illness, excused, unexcused, all, the share of lessons missed, the lessons recorded, late.
            #expect(section.facts == ["#11": [6, 0, 0, 6, 6, 48, 6], "#12": [0, 0, 0, 0, 0, 60, 0]])
            #expect(section.total?.numbers == [6, 0, 0, 6, 6, 108, 6])
            #expect(
                told(document).map(\.lv) == [
                    "Par 10,0\u{a0}% stundu klātbūtnes ziņu nav.",
                    "Vismazāk ziņu: #11 – klātbūtnes ziņu nav par 20,0\u{a0}% stundu.",
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the other reports have the column, and no note where nine tenths are known`(
        _ engine: Engine
    ) async throws {
        try await withClasses(engine) { school in
            let statistics = try school.seen(AbsenceStatistics.self)
            let first = try #require(statistics.sections.first)
            #expect(first.columns.map(\.code).suffix(2) == ["known_for", "source"])
            #expect(first.rows.map(\.numbers.last) == [108] && first.total?.numbers.last == 108)
            #expect(first.columns.first { $0.code == "known_for" }?.isOptional == false)
            #expect(told(statistics).isEmpty)
            let chronic = try school.seen(ChronicReport.self)
            #expect(chronic.sections.first?.rows.map(\.numbers.last) == [48, 60])
            #expect(told(chronic).count == 2)
            let subjects = try school.seen(BySubject.self)
            // Illness, excused, unexcused, all, the lessons recorded; no lessons held are known.
            #expect(subjects.sections.first?.facts == ["#1": [6, 0, 0, 6, 108, nil, nil]])
            let subject = School.selection { $0.subject = SubjectID(rawValue: 1) }
            let kinds = try #require(try school.seen(AbsenceKinds.self, subject).sections.first)
            #expect(
                kinds.facts == ["#11": [6, 0, 0, 6, 48, 6, nil, nil], "#12": [0, 0, 0, 0, 60, 0, nil, nil]]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `neither the column nor a note tells a reader of few pupils`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            for pupil in 1...8 {
                for lesson in 1...10 {
                    let isLost = pupil > 6 && lesson > 5
                    try school.lesson(
                        pupil,
                        day(2025, 9, 8),
                        lesson,
                        isLost ? .notRecorded : .present,
                        classGroup: pupil > 6 ? 12 : 11
                    )
                }
            }
            try school.write()
            let reader = try school.seen(AbsenceKinds.self, asker: World.reader)
            let column = try #require(reader.sections.first?.columns.first { $0.code == "known_for" })
            #expect(column.isOptional && told(reader).isEmpty)
            let hidden = try #require(reader.sections.first?.facts["#12"])
            #expect(Array(hidden.suffix(2).prefix(1)) == [nil])
            let insider = try school.seen(AbsenceKinds.self)
            #expect(
                told(insider).map(\.en).last
                    == "Least is known of #12: nothing of who was present in 50.0% of lessons."
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a class of which nothing was recorded has a row and no zero`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try school.lesson(1, day(2025, 9, 30), 1, .absent(.unexcused))
            try school.lesson(2, day(2025, 10, 1), 1, .notRecorded, classGroup: 12)
            try school.write()
            let section = try #require(try school.seen(AbsenceKinds.self).sections.first)
            #expect(
                section.facts == ["#11": [0, 0, 1, 1, 1, 1, 0], "#12": [nil, nil, nil, nil, nil, 0, nil]]
            )
            let classes = try school.figures("attendance/classes-recorded")
            #expect(classes == [[]: Tally(1)])
            let over = try school.figures("attendance/over-limit", over: [.classGroup])
            #expect(over == [[11]: Tally(0, people: 0)])
            // The last day is the last with a record, be it in an earlier month.
            let last = try school.figures("attendance/unexplained-last-day", over: [.institution])
            #expect(last == [[1]: Tally(1, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `lessons that nobody recorded do not stand against totals of the same term`(
        _ engine: Engine
    ) async throws {
        try await School.with(engine) { school in
            try school.lesson(1, day(2025, 9, 8), 1, .notRecorded)
            try school.write()
            let periods = try AbsencePeriods.load(World.tenant, school.connection)
            #expect(!periods.hasLessons(InstitutionID(rawValue: 1), World.year, term: 1))
        }
    }
}
