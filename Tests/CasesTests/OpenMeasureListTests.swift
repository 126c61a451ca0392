import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

struct OpenMeasureListTests {
    private let selection = Selection(year: CaseBoard.year)

    /// Two measures of Ansis, who is fourteen, and one of Centis, who is nine; gives the case of Ansis.
    private func measures(_ world: BoardWorld) async throws -> Int {
        var first = 0
        for pupil in [1, 3] {
            let id = try await world.openCase(pupil)
            if pupil == 1 { first = id }
            let plan = try await world.plan(id)
            let kinds: [MeasureKind] = pupil == 1 ? [.mentor, .other] : [.mentor]
            for (place, kind) in kinds.enumerated() {
                let measure = CaseWork.NewMeasure(
                    kind: kind,
                    subject: 0,
                    body: .school,
                    provider: "Mentors",
                    planned: 60,
                    from: CaseBoard.today,
                    to: CaseBoard.today + 30 + place
                )
                try await world.work(CaseBoard.pedagogue).addMeasure(measure, to: plan, of: id)
            }
        }
        return first
    }

    private func list(_ world: BoardWorld, _ asker: Asker) async throws -> ReportSection? {
        try await world.answer("prevention/open-measures", selection, asker).sections.first {
            $0.code == "list"
        }
    }

    @Test(arguments: Engine.available)
    func `who may see the plans reads which measures are open, for whom and until when`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await measures(world)
            let list = try #require(try await list(world, CaseBoard.head))
            #expect(list.rows.flatMap(\.persons).map(\.rawValue) == [1, 1, 3])
            let ages = list.rows.map { row -> Int? in
                if case .number(let age, _) = row.cells[3] { age } else { nil }
            }
            #expect(ages == [14, 14, 9])
            let ends = list.rows.map { row -> Day? in
                if case .day(let day) = row.cells[8] { day } else { nil }
            }
            #expect(ends == [CaseBoard.today + 30, CaseBoard.today + 31, CaseBoard.today + 30])
        }
    }

    @Test(arguments: Engine.available)
    func `the list says for how many days a measure is open, and how many its last day is past`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await measures(world)
            func days(on day: Day) async throws -> [String] {
                let document = try await world.answer(
                    "prevention/open-measures",
                    selection,
                    CaseBoard.head,
                    on: day
                )
                let rows = document.sections.first { $0.code == "list" }?.rows ?? []
                return rows.map { row in
                    row.cells.suffix(2).map { cell in
                        if case .number(let days, _) = cell { String(days) } else { "–" }
                    }
                    .joined(separator: " ")
                }
            }
            #expect(try await days(on: CaseBoard.today) == ["0 –", "0 –", "0 –"])
            #expect(try await days(on: CaseBoard.today + 31) == ["31 1", "31 –", "31 1"])
        }
    }

    @Test(arguments: Engine.available)
    func `open measures are counted by the board's kinds, and few pupils are not told of to outsiders`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await measures(world)
            func kinds(_ asker: Asker?) async throws -> [String] {
                try await world.answer("prevention/open-measures", selection, asker).sections
                    .first { $0.code == "kinds" }?
                    .table ?? []
            }
            #expect(try await kinds(nil) == ["Mentora atbalsts|2|2", "Cits atbalsts|1|1"])
            let outside = try await kinds(BoardWorld.asker([.readFigures]))
            #expect(outside == ["Mentora atbalsts|-|-", "Cits atbalsts|-|-"])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody reads in the list what the page of the case does not show`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await measures(world)
            try await world.admit(id, CaseBoard.social, .social, [.plan])
            try await world.admit(id, CaseBoard.police, .police)
            let social = try await list(world, CaseBoard.social)
            #expect(social?.rows.flatMap(\.persons).map(\.rawValue) == [1, 1])
            // The police takes part without the plan; a colleague knows that there is a case; the rest know nothing.
            let others = [
                CaseBoard.police, CaseBoard.colleague, CaseBoard.stranger,
                BoardWorld.asker([.readFigures, .readPupils]),
            ]
            for other in others {
                let found = try await list(world, other)
                #expect(found?.rows.count == nil)
            }
        }
    }
}
