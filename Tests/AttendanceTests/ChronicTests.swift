import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

struct ChronicTests {
    /// Pupils of class 11: exactly a tenth of 60, a little less, too few lessons, and no presence; two more in 12.
    private func withTotals(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            try school.total(1, [.illness: 4, .unexcused: 2], of: 60)
            try school.total(2, [.illness: 6], of: 61)
            try school.total(3, [.illness: 30], of: 59)
            try school.total(4, [.unexcused: 500], of: nil)
            try school.total(5, [.excused: 100], of: 200, term: 2, classGroup: 12)
            try school.total(6, [.excused: 0], of: 200, term: 2, classGroup: 12)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `the tenth itself is chronic, and few lessons tell nothing`(_ engine: Engine) async throws {
        try await withTotals(engine) { school in
            let section = try #require(try school.answer(ChronicReport.self).sections.first)
            // Assessed, chronic, share of them, too early, and the lessons recorded.
            #expect(section.facts == ["#11": [2, 1, 1, 1, 180], "#12": [2, 1, 1, 0, 400]])
            #expect(section.total?.numbers == [4, 2, 2, 1, 580])
            let share = try school.figures("attendance/chronic-share")
            #expect(share == [[]: Tally(2, over: 4, people: 4)])
        }
    }

    @Test(arguments: Engine.available)
    func `pupils come by name for those who may see them`(_ engine: Engine) async throws {
        try await withTotals(engine) { school in
            let sections = try school.answer(ChronicReport.self).sections
            #expect(sections.last?.rows.map(\.persons) == [[PupilID(rawValue: 1)], [PupilID(rawValue: 5)]])
            #expect(sections.last?.rows.map(\.numbers) == [[6, 60, 100], [100, 200, 500]])
            let reader = try school.answer(ChronicReport.self, asker: World.reader)
            #expect(reader.sections.count == 1)
            // Neither one nor two pupils are shown to a reader of aggregates.
            #expect(reader.sections.first?.total?.numbers.prefix(4) == [nil, nil, nil, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `the rule of the day counts`(_ engine: Engine) async throws {
        try await withTotals(engine) { school in
            let first = day(2026, 1, 1)
            let name = "chronic-absence"
            let connection = school.connection
            try Registers.rule(
                name,
                from: day(2020, 1, 1),
                to: first - 1,
                #"{"percent":9,"lessons":50}"#,
                connection
            )
            try Registers.rule(name, from: first, #"{"percent":60,"lessons":50}"#, connection)
            let autumn = try school.figures("attendance/chronic", School.selection { $0.term = 1 })
            #expect(autumn == [[]: Tally(3, people: 3)])
            let spring = try school.figures("attendance/chronic", School.selection { $0.term = 2 })
            #expect(spring == [[]: Tally(0, people: 0)])
        }
    }

    @Test(arguments: Engine.available)
    func `a school has a share and a limit of its own, which the notes tell`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            let connection = school.connection
            for (id, number) in [(1, "4219900001"), (2, "4219900002")] {
                try Registers.institution(id, connection)
                try connection.execute("UPDATE institution SET reg_no = \(number) WHERE id = \(id)")
            }
            // 8 % in either school; 15 lessons without excuse in either.
            for (pupil, institution) in [(1, 1), (2, 2)] {
                try school.total(pupil, [.unexcused: 16], of: 200, institution: institution)
            }
            try school.write()
            let all = Selection(year: World.year)
            let begin = day(2020, 1, 1)
            #expect(try school.figures("attendance/chronic", all) == [[]: Tally(0, people: 0)])
            #expect(try school.figures("attendance/over-limit", all) == [[]: Tally(0, people: 0)])
            try Registers.rule(
                "chronic-absence",
                from: begin,
                #"{"percent":10,"lessons":50,"overrides":{"4219900002":8}}"#,
                connection
            )
            try Registers.rule(
                "unexcused-limit",
                from: begin,
                #"{"lessons":20,"overrides":{"4219900002":15}}"#,
                connection
            )
            for name in ["attendance/chronic", "attendance/over-limit"] {
                let places = try school.figures(name, over: [.institution], all)
                #expect(places == [[1]: Tally(0, people: 0), [2]: Tally(1, people: 1)], "\(name)")
                #expect(try school.figures(name, all) == [[]: Tally(1, people: 1)], "\(name)")
            }
            let chronic = try school.answer(ChronicReport.self, all)
            #expect(
                chronic.notes.contains {
                    $0.lv.hasPrefix("Savs slieksnis ir noteikts:") && $0.lv.contains("8")
                }
            )
            let over = try school.answer(OverLimitReport.self, all)
            #expect(
                over.notes.contains { $0.en.hasPrefix("A threshold of its own has:") && $0.en.contains("15") }
            )
            #expect(over.sections.last?.rows.map(\.persons) == [[PupilID(rawValue: 2)]])
            let other = try school.answer(ChronicReport.self)
            #expect(!other.notes.contains { $0.lv.hasPrefix("Savs slieksnis") }, "the other school has none")
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind each number add up to it`(_ engine: Engine) async throws {
        try await withTotals(engine) { school in
            for measure in AttendanceMeasures.chronic {
                let tally = try #require(try school.figures(measure.name)[[]])
                let rows = try measure.evidence(
                    School.selection(),
                    members: [:],
                    tenant: World.tenant,
                    school.connection,
                    limit: 100
                )
                #expect(rows.reduce(0) { $0 + $1.numerator } == tally.numerator, "\(measure.name)")
                guard measure.part == .share else { continue }
                #expect(rows.reduce(0) { $0 + $1.denominator } == tally.denominator)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the municipality stands beside the classes of one institution`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            for institution in 1...3 {
                for pupil in 1...6 {
                    let isAway = institution > 1
                    try school.total(
                        institution * 10 + pupil,
                        [.illness: isAway ? 30 : 0],
                        of: 100,
                        classGroup: institution * 10 + 1,
                        institution: institution
                    )
                }
            }
            try school.write()
            var reach = Reach()
            let own = Scope(institution: InstitutionID(rawValue: 1))
            reach.add(own)
            let head = World.asker([([.readFigures, .readPupils, .readHealth], own)])
            let selection = School.selection { $0.reach = reach }
            let chronic = try #require(
                try school.answer(ChronicReport.self, selection, asker: head).sections.first
            )
            #expect(
                chronic.facts == ["#11": [6, 0, 0, 0, 600], "Pašvaldībā kopā": [18, 12, 12, 0, 1800]]
            )
            // Between one class and the municipality a total would say the same again.
            #expect(chronic.own.count == 1 && chronic.total == nil)
            let kinds = try #require(
                try school.answer(AbsenceKinds.self, selection, asker: head).sections.first
            )
            #expect(kinds.rows.last?.numbers == [360, 0, 0, 360, 360, 1800, 0])
            let two = School.selection {
                $0.reach = reach
                $0.term = 2
            }
            let none = try #require(try school.answer(AbsenceKinds.self, two, asker: head).sections.first)
            #expect(none.rows.isEmpty)
        }
    }
}
