import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// The part of pupils over the limit, of a source that tells of absence alone.
struct OverLimitShareTests {
    /// | institution | grade 7 | over the limit | others with records |
    /// |---|---|---|---|
    /// | 1 | five pupils, a sixth from February on | 1 | 1 |
    /// | 2 | four | 2 | none |
    /// | 3 | four | none | 1 |
    ///
    /// Of the three pupils of grade 8 in institution 1 nothing is recorded.
    private func withSchools(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for institution in 1...3 { try Registers.institution(institution, school.connection) }
            for (id, institution, grade, count) in [
                (11, 1, 7, 5), (12, 1, 8, 3), (21, 2, 7, 4), (31, 3, 7, 4),
            ] {
                try school.connection.execute(
                    """
                    INSERT INTO class_group (tenant_id, id, institution_id, year, name, grade, version)
                    VALUES (\(World.tenant), \(id), \(institution), \(World.year.start), \("\(id)"), \(grade), 1)
                    """
                )
                for pupil in 1...count {
                    try enrol(id * 10 + pupil, institution, id, from: World.year.first, school)
                }
            }
            try enrol(119, 1, 11, from: day(2026, 2, 2), school)
            try school.total(111, [.unexcused: 21], of: nil)
            try school.total(112, [.unexcused: 20], of: nil)
            try school.total(211, [.unexcused: 30], of: nil, classGroup: 21, institution: 2)
            try school.total(212, [.unexcused: 30], of: nil, classGroup: 21, institution: 2)
            try school.total(311, [.illness: 1], of: nil, classGroup: 31, institution: 3)
            try school.write()
            try body(school)
        }
    }

    private func enrol(
        _ pupil: Int,
        _ institution: Int,
        _ classGroup: Int,
        from: Day,
        _ school: School
    ) throws {
        try Registers.pupil(pupil, school.connection)
        try Registers.enrol(pupil, institution, classGroup: classGroup, from: from, school.connection)
    }

    @Test(arguments: Engine.available)
    func `who never missed a lesson is one of those the share is of`(_ engine: Engine) async throws {
        try await withSchools(engine) { school in
            let all = Selection(year: World.year)
            let places = try school.figures("attendance/over-limit-share", over: [.institution], all)
            #expect(
                places == [
                    [1]: Tally(1, over: 5, people: 5), [2]: Tally(2, over: 4, people: 4),
                    [3]: Tally(0, over: 4, people: 4),
                ]
            )
            let whole = try school.figures("attendance/over-limit-share", all)
            #expect(whole == [[]: Tally(3, over: 13, people: 13)])
            let classes = try school.figures("attendance/over-limit-of", over: [.classGroup])
            #expect(classes == [[11]: Tally(5, people: 5)])
            // Nothing is recorded of the second term.
            let spring = try school.figures("attendance/over-limit-share", School.selection { $0.term = 2 })
            #expect(spring == [:])
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind the share are all pupils, those over the limit with a one`(
        _ engine: Engine
    ) async throws {
        try await withSchools(engine) { school in
            for measure in OverLimitShare.all {
                let tally = try #require(try school.figures(measure.name)[[]])
                let rows = try measure.evidence(
                    School.selection(),
                    members: [:],
                    tenant: World.tenant,
                    school.connection,
                    limit: 100
                )
                #expect(rows.map(\.pupil.rawValue) == [111, 112, 113, 114, 115])
                #expect(rows.reduce(0) { $0 + $1.numerator } == tally.numerator, "\(measure.name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the share stands beside similar institutions and the municipality`(_ engine: Engine) async throws {
        try await withSchools(engine) { school in
            let document = try school.seen(OverLimitReport.self)
            let comparison = try #require(document.sections.first { $0.code == "comparison" })
            #expect(comparison.columns.map(\.code) == ["place", "over_limit_share", "unexcused_rate"])
            // 1 of 5, (2 + 0) of 8, (1 + 2 + 0) of 13; the share of lessons is not known without presence.
            #expect(comparison.rows.map(\.numbers) == [[200, nil], [250, nil], [231, nil]])
            let reader = try school.seen(OverLimitReport.self, asker: World.reader)
            let hidden = try #require(reader.sections.first { $0.code == "comparison" })
            #expect(hidden.rows.map(\.numbers) == [[nil, nil], [nil, nil], [nil, nil]])
        }
    }
}
