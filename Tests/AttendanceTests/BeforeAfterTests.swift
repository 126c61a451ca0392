import Evidence
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attendance

struct BeforeAfterTests {
    @Test(arguments: Engine.available)
    func `who may not know of a pupil's health sees the accepted reasons as one`(
        _ engine: Engine
    ) async throws {
        let selection = selection(pupil: 1, monday)
        let specialist = World.asker([([.readFigures, .readPupils], .tenant)])
        try await withWeeks(engine) { school in
            let document = try school.answer(BeforeAfter.self, selection, asker: specialist)
            let section = try #require(document.sections.first)
            #expect(
                section.facts == [
                    "Attaisnoti (arī slimības dēļ)": [1, 0, 5, 0, 250, 0],
                    "Neattaisnoti": [2, 1, 10, 5, 500, 250],
                ]
            )
            #expect(section.total?.numbers == [3, 1, 15, 5, 750, 250])
            let weeks = try #require(document.sections.last)
            #expect(
                weeks.rows.map(\.words) == ["Kopā", "Attaisnoti (arī slimības dēļ)", "Neattaisnoti"]
            )
        }
    }

    private let monday = day(2025, 10, 6)

    /// Two weeks on each side of 6 October.
    private func withWeeks(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            let days: [(Day, Int, LessonRecord.State)] = [
                (day(2025, 9, 22), 1, .absent(.unexcused)), (day(2025, 9, 22), 2, .present),
                (day(2025, 9, 29), 1, .absent(.unexcused)), (day(2025, 9, 29), 2, .absent(.illness)),
                (day(2025, 10, 6), 1, .present), (day(2025, 10, 6), 2, .present),
                (day(2025, 10, 13), 1, .absent(.unexcused)), (day(2025, 10, 17), 1, .present),
            ]
            for (day, number, state) in days { try school.lesson(1, day, number, state) }
            // Somebody else of the class, who is no part of a pupil's figures.
            try school.lesson(2, day(2025, 10, 17), 1, .absent(.excused))
            try school.write()
            try body(school)
        }
    }

    private func selection(pupil: Int?, _ chosen: Day?) -> Selection {
        School.selection {
            $0.classGroup = ClassID(rawValue: 11)
            $0.pupil = pupil.map { PupilID(rawValue: $0) }
            $0.day = chosen
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil's lessons are counted in windows of the same length`(_ engine: Engine) async throws {
        let selection = selection(pupil: 1, monday)
        try await withWeeks(engine) { school in
            let document = try school.answer(BeforeAfter.self, selection)
            let section = try #require(document.sections.first)
            // Before and after: lessons, a week in tenths, share in tenths of a per cent.
            #expect(
                section.facts == [
                    "Slimības dēļ": [1, 0, 5, 0, 250, 0], "Cits attaisnojošs iemesls": [0, 0, 0, 0, 0, 0],
                    "Neattaisnoti": [2, 1, 10, 5, 500, 250],
                ]
            )
            #expect(section.total?.numbers == [3, 1, 15, 5, 750, 250])
            #expect(section.rows.allSatisfy { $0.persons == [PupilID(rawValue: 1)] })
            #expect(section.caption?.lv.contains("22.09.2025. – 05.10.2025.") == true)
            let weeks = try #require(document.sections.last)
            #expect(weeks.rows.first?.numbers == [1, 2, 0, 1])
            guard case .timeline(let columns, let mark, _) = weeks.chart else {
                Issue.record("There is no timeline")
                return
            }
            #expect(columns == ["week1", "week2", "week3", "week4"] && mark == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a class has all its pupils`(_ engine: Engine) async throws {
        let selection = selection(pupil: nil, monday)
        try await withWeeks(engine) { school in
            let section = try #require(try school.answer(BeforeAfter.self, selection).sections.first)
            #expect(section.total?.numbers == [3, 2, 15, 10, 750, 400])
            #expect(section.rows.allSatisfy { $0.persons.isEmpty })
        }
    }

    @Test(arguments: Engine.available)
    func `a day that is missing, of another year, or too near the end gives no figures`(
        _ engine: Engine
    ) async throws {
        let asked: [(Day?, String)] = [
            (nil, "Izvēlieties dienu"), (day(2024, 10, 7), "nav šajā mācību gadā"),
            (day(2025, 10, 16), "par agru"), (day(2025, 9, 23), "par agru"), (day(2026, 3, 2), "par agru"),
        ]
        let selections = asked.map { (selection(pupil: 1, $0.0), $0.1) }
        try await withWeeks(engine) { school in
            for (selection, words) in selections {
                let section = try #require(try school.answer(BeforeAfter.self, selection).sections.first)
                #expect(section.rows.isEmpty && section.empty.lv.contains(words), "\(section.empty.lv)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `within a term no window reaches into the other`(_ engine: Engine) async throws {
        let chosen = day(2026, 1, 12)
        let selections = [nil, 2, 1].map { term in
            var selection = selection(pupil: 1, chosen)
            selection.term = term
            return selection
        }
        try await School.with(engine) { school in
            for lesson in [day(2025, 12, 15), day(2026, 1, 5), chosen, day(2026, 2, 6)] {
                try school.lesson(1, lesson, 1, .absent(.illness))
            }
            try school.write()
            let sections = try selections.map { try school.answer(BeforeAfter.self, $0).sections.first }
            // Four weeks on each side; within the second term one, which begins on 5 January.
            #expect(sections[0]?.total?.numbers.prefix(2) == [2, 2])
            #expect(sections[1]?.total?.numbers.prefix(2) == [1, 1])
            #expect(sections[1]?.caption?.lv.contains("05.01.2026. – 11.01.2026.") == true)
            #expect(sections[2]?.rows.isEmpty == true)
        }
    }

    @Test func `windows are whole weeks, eight at the most`() throws {
        let long = try #require(Windows(around: monday, from: day(2025, 6, 2), through: day(2026, 5, 29)))
        #expect(long.weeks == 8 && long.first == monday - 56 && long.last == monday + 55)
        #expect(
            long.week(of: monday - 1) == 7 && long.week(of: monday) == 8 && long.week(of: monday + 56) == nil
        )
        #expect(Windows(around: monday, from: monday - 7, through: monday + 4)?.weeks == 1)
        #expect(Windows(around: monday, from: monday - 4, through: monday + 30) == nil)
        #expect(Windows(around: monday, from: monday - 30, through: monday + 3) == nil)
    }
}
