import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// A class or an institution with all but one pupil over a limit must not tell of the one.
struct OtherSideTests {
    private let board = Selection(year: World.year)

    /// Institution 1 with 21 pupils in class 11, of whom all but some are over both limits, and institution 2 with 12 in class
    /// 21, who all are.
    private func withSchools(
        _ engine: Engine,
        others: Int,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            for index in 1...21 {
                try school.total(index, [.unexcused: index > others ? 30 : 1], of: 100)
            }
            for index in 22...33 {
                try school.total(index, [.unexcused: 30], of: 100, classGroup: 21, institution: 2)
            }
            try school.write()
            try body(school)
        }
    }

    /// A measure by place as a reader of aggregates sees it, in rising order of numbers; what is hidden is left out.
    private func shown(
        _ measure: String,
        over dimensions: [Dimension],
        _ school: School
    ) throws -> [Int] {
        let control = Disclosure()
        let question = World.question(school.connection, board, asker: World.reader, disclosure: control)
        let figures = try question.figures(measure, over: dimensions)
        return try figures.values.compactMap { try control.applied(to: $0, question).tally?.numerator }
            .sorted()
    }

    @Test(arguments: Engine.available)
    func `one pupil of 21 without chronic absence is not told of, by the share or by a side`(
        _ engine: Engine
    ) async throws {
        try await withSchools(engine, others: 1) { school in
            let section = try #require(
                try school.answer(ChronicReport.self, board, asker: World.reader).sections.first
            )
            // Assessed, chronic, share, too early; nobody is nobody: that all of the other institution are is shown.
            #expect(section.facts["#2"]?.prefix(4) == [12, 12, 12, 0])
            #expect(section.facts["#1"]?.prefix(4) == [21, nil, nil, 0])
            #expect(section.total?.numbers.prefix(4) == [33, nil, nil, 0])
            let places: [Dimension] = [.institution, .classGroup]
            let measures = ["attendance/chronic", "attendance/not-chronic", "attendance/chronic-share"]
            let numbers = try measures.map { try shown($0, over: places, school) }
            #expect(numbers == [[12], [0], [12]])
        }
    }

    @Test(arguments: Engine.available)
    func `one pupil of 21 within the limit is not told of, by the number over it`(
        _ engine: Engine
    ) async throws {
        try await withSchools(engine, others: 1) { school in
            let measures = [
                "attendance/over-limit", "attendance/within-limit", "attendance/over-limit-share",
            ]
            let numbers = try measures.map { try shown($0, over: [.institution], school) }
            #expect(numbers == [[12], [0], [12]])
            let whole = try measures.map { try shown($0, over: [], school) }
            #expect(whole == [[], [], []])
        }
    }

    @Test(arguments: Engine.available)
    func `five on the other side and those on this one are shown`(_ engine: Engine) async throws {
        try await withSchools(engine, others: 5) { school in
            for (side, other) in [("chronic", "not-chronic"), ("over-limit", "within-limit")] {
                let sides = try [side, other].map {
                    try shown("attendance/\($0)", over: [.institution], school)
                }
                #expect(sides == [[12, 16], [0, 5]], "\(side)")
                let share = try shown("attendance/\(side)-share", over: [.institution], school)
                #expect(share == [12, 16], "\(side)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `both sides add up to the pupils of the share, and each to the rows behind it`(
        _ engine: Engine
    ) async throws {
        try await withSchools(engine, others: 5) { school in
            for (side, other) in [("chronic", "not-chronic"), ("over-limit", "within-limit")] {
                let share = try school.figures("attendance/\(side)-share", board)
                #expect(share == [[]: Tally(28, over: 33, people: 33)], "\(side)")
                for (name, count) in [(side, 28), (other, 5)] {
                    let measure = try #require(
                        AttendanceMeasures.all.first { $0.name == "attendance/\(name)" }
                    )
                    let figures = try school.figures(measure.name, board)
                    #expect(figures == [[]: Tally(count, people: count)], "\(name)")
                    let rows = try measure.evidence(
                        board,
                        members: [:],
                        tenant: World.tenant,
                        school.connection,
                        limit: 100
                    )
                    #expect(rows.count == count && rows.allSatisfy { $0.numerator == 1 }, "\(name)")
                }
            }
        }
    }
}
