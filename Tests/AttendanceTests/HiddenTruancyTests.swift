import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

struct HiddenTruancyTests {
    @Test(arguments: [
        ("+-+", [2]), ("+--", [2]), ("--+", []), ("+o-", []), ("+o-+", [3]), ("+--+", [2, 3]), ("--", []),
        ("+ -", []), ("+ -+", [3]), ("-", []),
    ])
    func `a lesson is hidden right after one attended, or between two`(_ lessons: String, _ hidden: [Int]) {
        var day = DayOfLessons()
        for (index, sign) in lessons.enumerated() where sign != " " {
            day.add(index + 1, sign == "+" ? .attended : sign == "-" ? .withoutReason : .withReason)
        }
        #expect(day.hidden == hidden)
    }

    /// | pupil | class | what is recorded | hidden |
    /// |---|---|---|---|
    /// | 1 | 11 | present, unexcused, present, ill; next day present, unstated, unexcused | 2 |
    /// | 2 | 11 | late, unexcused | 1 |
    /// | 3 | 12 | absences alone | not known |
    /// | 4 | 13 | present and unexcused, lessons without numbers | not known |
    /// | 5 | 14 | present | 0 |
    private func withDays(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            let monday = day(2025, 9, 8)
            let states: [LessonRecord.State] = [
                .present, .absent(.unexcused), .present, .absent(.illness),
            ]
            for (index, state) in states.enumerated() { try school.lesson(1, monday, index + 1, state) }
            try school.lesson(1, monday + 1, 1, .present)
            try school.lesson(1, monday + 1, 2, .absent(.unstated))
            try school.lesson(1, monday + 1, 3, .absent(.unexcused))
            try school.lesson(2, monday, 1, .late(minutes: 5))
            try school.lesson(2, monday, 2, .absent(.unexcused))
            try school.lesson(3, monday, 2, .absent(.unexcused), classGroup: 12, isRated: false)
            try school.lesson(4, monday, 1020, .present, classGroup: 13)
            try school.lesson(4, monday, 1040, .absent(.unexcused), classGroup: 13)
            try school.lesson(5, monday, 1, .present, classGroup: 14)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `classes have their lessons and pupils, and what cannot be told is unknown`(
        _ engine: Engine
    ) async throws {
        try await withDays(engine) { school in
            let document = try school.answer(HiddenTruancyReport.self)
            let section = try #require(document.sections.first)
            // Lessons, pupils, lessons with presence known.
            #expect(
                section.facts == [
                    "#11": [3, 2, 9], "#12": [nil, nil, 0], "#13": [nil, nil, 2], "#14": [0, 0, 1],
                ]
            )
            #expect(document.notes.count == 2 && document.notes[1].lv.contains("klātbūtn"))
        }
    }

    @Test(arguments: Engine.available)
    func `pupils come by name with lessons and days`(_ engine: Engine) async throws {
        try await withDays(engine) { school in
            let section = try #require(try school.answer(HiddenTruancyReport.self).sections.last)
            #expect(section.rows.map(\.persons) == [[PupilID(rawValue: 1)], [PupilID(rawValue: 2)]])
            #expect(section.rows.map(\.numbers) == [[2, 2], [1, 1]])
            let one = School.selection {
                $0.classGroup = ClassID(rawValue: 11)
                $0.pupil = PupilID(rawValue: 2)
            }
            let own = try #require(try school.answer(HiddenTruancyReport.self, one).sections.last)
            #expect(own.rows.map(\.numbers) == [[1, 1]])
        }
    }

    @Test(arguments: Engine.available)
    func `a place whose lessons have no numbers is not told that nobody hid`(_ engine: Engine) async throws {
        try await withDays(engine) { school in
            func empty(_ classGroup: Int) throws -> String? {
                let selection = School.selection { $0.classGroup = ClassID(rawValue: classGroup) }
                return try school.answer(HiddenTruancyReport.self, selection).sections.last?.empty.en
            }
            let (unnumbered, known) = (try empty(13), try empty(14))
            #expect(unnumbered?.contains("e-klase") == true)
            #expect(known == "No hidden truancy was found.")
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind the number are the lessons`(_ engine: Engine) async throws {
        try await withDays(engine) { school in
            let rows = try HiddenTruancy().evidence(
                School.selection(),
                members: [.classGroup: 11],
                tenant: World.tenant,
                school.connection,
                limit: 10
            )
            #expect(rows.map(\.pupil.rawValue) == [1, 1, 2])
            #expect(rows.first?.words.lv == "Neattaisnoti, 2. stunda")
        }
    }

    @Test(arguments: Engine.available)
    func `lessons are read by the days of pupils who were away`(_ engine: Engine) async throws {
        try await withDays(engine) { school in
            if engine == .postgres { try school.connection.execute("SET LOCAL enable_seqscan = off") }
            let selection = School.selection()
            let span = day(2025, 9, 1)...day(2025, 9, 30)
            for query in [
                TruancyScan.query(selection, World.tenant),
                LessonsAround.query(selection, span, World.tenant),
            ] {
                let plan = try school.connection.plan(query)
                let key = engine == .postgres ? "lesson_record_pkey" : "tenant_id=? AND pupil_id=? AND day>?"
                #expect(plan.contains(key), "\(plan)")
            }
        }
    }
}
