import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attainment

struct MeasureTests {
    private let year = Selection(year: SchoolYear(2024))
    private let firstTerm = Selection(year: SchoolYear(2024), term: 1)

    private func world(_ engine: Engine, _ body: (World) async throws -> Void) async throws {
        try await World.run(engine) { world in
            try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            try await body(world)
        }
    }

    @Test func `a mean and a share are hidden where the marks that they are of are hidden`() throws {
        let measures = PeriodMeasure.all.compactMap { $0 as? PeriodMeasure }
        let bases = Dictionary(measures.map { ($0.name, $0.disclosure.base) }) { first, _ in first }
        #expect(bases["attainment/mark"] == "attainment/marks")
        for level in MarkLevel.highestFirst {
            #expect(bases["attainment/level-\(level.code)"] == "attainment/levelled")
        }
        for base in bases.values { #expect(bases[base] == base) }
    }

    @Test(arguments: Engine.available)
    func `a mean is the sum of marks over their number, never a mean of means`(_ engine: Engine) async throws
    {
        try await world(engine) { world in
            // Year marks: 9, 5, 4 in 7.a; 7, 10 in 8.b.
            let whole = try await world.vector("attainment/mark", year, over: [])
            #expect(whole == [[]: Tally(3500, over: 5, people: 5)])
            let classes = try await world.vector("attainment/mark", year, over: [.classGroup])
            #expect(classes == [[1]: Tally(1800, over: 3, people: 3), [2]: Tally(1700, over: 2, people: 2)])
        }
    }

    @Test(arguments: Engine.available)
    func `with a term the marks of the term count, and nv is none of them`(_ engine: Engine) async throws {
        try await world(engine) { world in
            // Term 1: 8, nv, 3 and 6, 6 in 7.a; na, 10 in 8.b.
            let mean = try await world.vector("attainment/mark", firstTerm, over: [])
            #expect(mean == [[]: Tally(3300, over: 5, people: 4)])
            let none = try await world.vector("attainment/no-mark", firstTerm, over: [.classGroup])
            #expect(none == [[1]: Tally(1, over: 5, people: 3), [2]: Tally(1, over: 2, people: 2)])
        }
    }

    @Test(arguments: Engine.available)
    func `an exempt pupil is no entry`(_ engine: Engine) async throws {
        try await world(engine) { world in
            var second = year
            second.term = 2
            let none = try await world.vector("attainment/no-mark", second, over: [])
            #expect(none == [[]: Tally(0, over: 2, people: 2)])
        }
    }

    @Test(arguments: Engine.available)
    func `levels part the marks that have one`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let parts = ["high": 2, "optimal": 1, "sufficient": 2, "insufficient": 0]
            for (code, count) in parts {
                let share = try await world.vector("attainment/level-\(code)", year, over: [])
                #expect(share == [[]: Tally(count, over: 5, people: 5)])
            }
            let grades = try await world.vector("attainment/level-high", year, over: [.grade])
            #expect(grades == [[7]: Tally(1, over: 3, people: 3), [8]: Tally(1, over: 2, people: 2)])
        }
    }

    @Test(arguments: Engine.available)
    func `the layout by term holds both terms and the year`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let terms = try await world.vector("attainment/mark", year, over: [.term])
            #expect(terms[[0]] == Tally(3500, over: 5, people: 5))
            #expect(terms[[1]] == Tally(3300, over: 5, people: 4))
            #expect(terms[[2]] == Tally(1400, over: 2, people: 2))
        }
    }

    @Test(arguments: Engine.available)
    func `pupils, subjects and teachers have their own means`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let pupils = try await world.vector("attainment/mark", firstTerm, over: [.pupil])
            #expect(pupils[[1]] == Tally(1400, over: 2, people: 1))
            #expect(pupils[[3]] == Tally(300, over: 1, people: 1))
            let subjects = try await world.vector("attainment/mark", firstTerm, over: [.subject, .teacher])
            #expect(subjects[[2, 1]] == Tally(1200, over: 2, people: 2))
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind a figure add up to it`(_ engine: Engine) async throws {
        try await world(engine) { world in
            for measure in attainmentRoom.measures {
                for selection in [year, firstTerm] {
                    for (member, tally) in try await world.vector(
                        measure.name,
                        selection,
                        over: [.classGroup]
                    ) {
                        let rows = try await world.ask(selection) { question in
                            try measure.evidence(
                                selection,
                                members: [.classGroup: member[0]],
                                tenant: World.tenant,
                                question.connection,
                                limit: 100
                            )
                        }
                        #expect(rows.map(\.numerator).reduce(0, +) == tally.numerator)
                        if tally.denominator != 1 {
                            #expect(rows.map(\.denominator).reduce(0, +) == tally.denominator)
                        }
                        // A class that has marks is no line of a file.
                        guard measure.dimensions.contains(.pupil) else { continue }
                        #expect(rows.allSatisfy { $0.source.line > 4 })
                    }
                }
            }
        }
    }

    @Test func `evidence says the mark as it was written`() async throws {
        try await world(.sqlite) { world in
            let rows = try await world.ask(firstTerm) { question in
                try PeriodMeasure.noMark.evidence(
                    question.selection,
                    members: [.classGroup: 2],
                    tenant: World.tenant,
                    question.connection,
                    limit: 1
                )
            }
            #expect(rows.map(\.words.lv) == ["Semestra vērtējums „na”"])
        }
    }

    @Test func `a reader of one class sees no other`() async throws {
        try await world(.sqlite) { world in
            var reach = Reach()
            reach.add(Scope(institution: InstitutionID(rawValue: 1), classGroup: ClassID(rawValue: 2)))
            let own = Selection(year: SchoolYear(2024), reach: reach)
            let seen = try await world.vector("attainment/mark", own, over: [.classGroup])
            #expect(Array(seen.keys) == [[2]])
        }
    }
}
