import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// Both sides of the condition of promotion: a share of a large class tells of one pupil as soon as one alone is on a side.
struct PromotedSideTests {
    private let year = Selection(year: SchoolYear(2024))

    /// A class of 21 pupils of whom some have two marks below 4, and one of 12 in another school who all move up.
    private func town(
        _ engine: Engine,
        failing: Int,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        for (school, classGroup, size, failing) in [
            ("Ozolu skola", "7.a", 21, failing), ("Liepu skola", "7.b", 12, 0),
        ] {
            for index in 0..<size {
                let code = "\(classGroup)-\(index)"
                pupils.append("\(school),2024/2025,\(classGroup),\(code),Paraugs,Ilze")
                for subject in ["Matemātika", "Fizika"] {
                    let mark = index < failing ? 3 : 7
                    marks.append("\(school),\(classGroup),\(code),2024/2025,\(subject),\(mark),year,,")
                }
            }
        }
        let files = (pupils.joined(separator: "\n"), marks.joined(separator: "\n"))
        try await Town.with(engine, pupils: files.0, marks: files.1, body)
    }

    /// A measure by class as a reader of aggregates sees it, in rising order of numbers; what is hidden is left out.
    private func shown(_ measure: String, _ world: BoardWorld) async throws -> [Int] {
        let desk = world.desk.seated(Town.asker([([.readFigures], .tenant)]))
        let year = year
        return try await desk.database.data.read { connection in
            let names = RegistryNames(tenant: desk.tenant, year: year.year, connection)
            let question = desk.question(year, names, connection)
            let figures = try question.shown(question.figures(measure, over: [.institution, .classGroup]))
            return figures.values.compactMap { $0.tally?.numerator }.sorted()
        }
    }

    @Test(arguments: Engine.available)
    func `one pupil of a class of 21 who does not move up is not told of, by the share or by a side`(
        _ engine: Engine
    ) async throws {
        try await town(engine, failing: 1) { world in
            let reader = Town.asker([([.readFigures], .tenant)])
            let table = try await world.answer(Promotion.self, year, reader).table("table")
            // Nobody is nobody: that all of a class move up is shown.
            #expect(
                table.lines == [["Liepu skola", "12", "12", "100,0"], ["Ozolu skola", "·", "·", "·"]]
            )
            #expect(table.total?.texts == ["Kopā", "·", "·", "·"])
            let met = try await shown("attainment/promoted-pupils", world)
            let unmet = try await shown("attainment/not-promoted-pupils", world)
            let share = try await shown("attainment/promoted", world)
            #expect(met == [12] && unmet == [0] && share == [12])
        }
    }

    @Test(arguments: Engine.available)
    func `five of a class and the others are shown`(_ engine: Engine) async throws {
        try await town(engine, failing: 5) { world in
            let reader = Town.asker([([.readFigures], .tenant)])
            let table = try await world.answer(Promotion.self, year, reader).table("table")
            #expect(
                table.lines == [
                    ["Liepu skola", "12", "12", "100,0"], ["Ozolu skola", "21", "16", "76,2"],
                ]
            )
            #expect(table.total?.texts == ["Kopā", "33", "28", "84,8"])
            let met = try await shown("attainment/promoted-pupils", world)
            let unmet = try await shown("attainment/not-promoted-pupils", world)
            #expect(met == [12, 16] && unmet == [0, 5])
        }
    }

    @Test(arguments: Engine.available)
    func `both sides add up to the pupils of the share, and each to the rows behind it`(
        _ engine: Engine
    ) async throws {
        try await town(engine, failing: 5) { world in
            let share = try await world.vector("attainment/promoted", year)
            #expect(share == [[]: Tally(28, over: 33, people: 33)])
            for (name, count) in [("promoted-pupils", 28), ("not-promoted-pupils", 5)] {
                let side = try await world.vector("attainment/\(name)", year)
                #expect(side == [[]: Tally(count, people: count)])
                let rows = try await world.evidence("attainment/\(name)", year)
                #expect(rows.count == count && rows.allSatisfy { $0.numerator == 1 && $0.denominator == 1 })
            }
        }
    }
}
